package lt.mokiniai.kernel.scope;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What one exchange may see, and whom it turned out to be about. A register module answers within it and reports the
 * students that the answer tells about; it learns neither who asks nor what is logged. One exchange, one thread.
 */
public final class Scope {

    /**
     * How lists of students are given.
     *
     * @param byPseudonym whether they stand in the order of the contract's pseudonyms, which means nothing outside it;
     *     else in that of the register's internal numbers
     * @param boundTo for whom and under what a page's token opens: party, contract, version, operation
     */
    public record Listing(boolean byPseudonym, String boundTo) {}

    /**
     * For whom the exchange acts.
     *
     * @param institution the code of the contract's party: also where another party acts for it
     * @param decides whether under a contract of those who decide what schools cannot
     */
    public record Acting(String institution, boolean decides) {}

    /**
     * The parts in which an exchange does its work, each a transaction of its own: what one did stands, whatever becomes of the
     * next. Until it begins, all that the exchange does is one transaction, and what is thrown refuses its message as any other.
     * Afterwards the message is accepted for good, and its students are counted: whom it is about must be known by then.
     */
    public interface Parts {

        /** Ends what comes before the first part; from here on nothing is written outside parts. */
        void begin();

        /**
         * Does a part, whole or not at all.
         *
         * @throws lt.mokiniai.kernel.faults.ExchangeException {@code MR-580} when the exchange takes too long, or was given up; no
         *     further part can be done then
         */
        <T> T done(Supplier<T> part);

        /** Does a part, and undoes it: what it gives says what it would have done. */
        <T> T undone(Supplier<T> part);
    }

    private static final StudentPseudonyms NO_PSEUDONYMS = new StudentPseudonyms() {
        @Override
        public String of(String registerId) {
            throw new IllegalStateException("nothing of the register may be seen");
        }

        @Override
        public long rank(String registerId) {
            throw new IllegalStateException("nothing of the register may be seen");
        }
    };

    private final Fields fields;
    private final Population population;
    private final Depth depth;
    private final Set<String> namedRestrictions;
    private final int largestBatch;
    private final StudentPseudonyms pseudonyms;
    private final Listing listing;
    private final Set<String> students = new LinkedHashSet<>();
    private final Set<String> others = new HashSet<>();
    private final List<Runnable> followsRefusal = new ArrayList<>();
    private int asked;
    private boolean isOfNoStudent;
    private Acting acting = new Acting("", false);
    private @Nullable Writing writing;
    private @Nullable Parts parts;

    /**
     * @param fields what of the answer may be shown
     * @param population which students it may be about
     * @param depth how far back it may reach
     * @param namedRestrictions the kinds of disclosure restriction that the contract names, so that the residence,
     *     school and guardians of a student under one of them may be shown all the same
     * @param largestBatch the most students that one message may ask about
     * @param pseudonyms the pseudonyms of the contract
     * @param listing how lists of students are given
     */
    public Scope(
            Fields fields,
            Population population,
            Depth depth,
            Set<String> namedRestrictions,
            int largestBatch,
            StudentPseudonyms pseudonyms,
            Listing listing) {
        this.fields = fields;
        this.population = population;
        this.depth = depth;
        this.namedRestrictions = Set.copyOf(namedRestrictions);
        this.largestBatch = largestBatch;
        this.pseudonyms = pseudonyms;
        this.listing = listing;
    }

    /** Gives a scope in which nothing of the register may be seen. */
    public static Scope none() {
        return new Scope(Fields.NONE, Population.ALL, Depth.CURRENT, Set.of(), 0, NO_PSEUDONYMS, new Listing(true, ""));
    }

    /** What of the answer may be shown. */
    public Fields fields() {
        return fields;
    }

    /** Which students it may be about. */
    public Population population() {
        return population;
    }

    /** How far back it may reach. */
    public Depth depth() {
        return depth;
    }

    /** The kinds of disclosure restriction that the contract names. */
    public Set<String> namedRestrictions() {
        return namedRestrictions;
    }

    /** The most students that one message may ask about. */
    public int largestBatch() {
        return largestBatch;
    }

    /** The pseudonyms of students: stable within the contract, and nothing outside it. */
    public StudentPseudonyms pseudonyms() {
        return pseudonyms;
    }

    /** How lists of students are given. */
    public Listing listing() {
        return listing;
    }

    /** For whom the exchange acts. */
    public Acting acting() {
        return acting;
    }

    /** Says for whom the exchange acts, and gives the same scope. */
    public Scope actFor(Acting told) {
        acting = told;
        return this;
    }

    /** Lets the exchange write, and gives the same scope. */
    public Scope letWrite(Writing needed) {
        writing = needed;
        return this;
    }

    /** Tells whether the exchange may write. */
    public boolean writes() {
        return writing != null;
    }

    /**
     * What the exchange needs to write.
     *
     * @throws IllegalStateException when it may write nothing
     */
    public Writing writing() {
        if (writing == null) {
            throw new IllegalStateException("the exchange may write nothing");
        }
        return writing;
    }

    /** Lets the exchange do its work in parts, and gives the same scope. */
    public Scope inParts(Parts given) {
        parts = given;
        return this;
    }

    /**
     * The parts in which the exchange does its work.
     *
     * @throws IllegalStateException when its schema does not say that it does so
     */
    public Parts parts() {
        if (parts == null) {
            throw new IllegalStateException("the exchange does its work in one transaction");
        }
        return parts;
    }

    /**
     * Records about how many different students the question is, whether they are in the register or not: those that it
     * names, or for a list that names none, as many as it may hold.
     */
    public void asksAbout(int students) {
        asked += students;
    }

    /** About how many students the question is at the most; never fewer than the answer tells about. */
    public int asked() {
        return Math.max(asked, students.size());
    }

    /**
     * Records that what goes back tells something about this student, by register id: the answer, or to whoever writes a
     * refusal too, since its ground may be what the register holds of them. Who writes records it as soon as the student is
     * found, before any rule is looked at.
     */
    public void discloses(String registerId) {
        students.add(registerId);
    }

    /**
     * Records that a refusal tells something about this student, whom the message does not write: it is a look at them, but
     * how many students one message may be about does not bound it.
     */
    public void looksAt(String registerId) {
        others.add(registerId);
        students.add(registerId);
    }

    /**
     * Records that what goes back holds something that is about no student: a delivery of another register, or a task about
     * one. Without it an answer that holds a record must be about somebody.
     */
    public void tellsOfNoStudent() {
        isOfNoStudent = true;
    }

    /** Tells whether it is known about whom what goes back is: about students, or about none. */
    public boolean isAccountedFor() {
        return isOfNoStudent || !students.isEmpty();
    }

    /**
     * Says what is to be written when the message is refused after all: all that its work wrote is undone then, and this is
     * written in the transaction of the refusal's row.
     */
    public void followRefusal(Runnable work) {
        followsRefusal.add(work);
    }

    /** Writes what is to be written when the message is refused, in the transaction of whoever calls. */
    public void refused() {
        followsRefusal.forEach(Runnable::run);
    }

    /** How many students the message is about, without those at whom it looks beside. */
    public int studentsOfMessage() {
        return students.size() - others.size();
    }

    /** The register ids of the students that the answer, or the refusal, tells about. */
    public Set<String> students() {
        return Collections.unmodifiableSet(students);
    }
}
