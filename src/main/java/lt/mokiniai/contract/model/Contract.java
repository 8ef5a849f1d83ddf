package lt.mokiniai.contract.model;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import lt.mokiniai.contract.schema.PublishedOperation;
import lt.mokiniai.contract.schema.PublishedOperations;
import lt.mokiniai.kernel.OperationId;
import lt.mokiniai.kernel.scope.Scope.Acting;
import lt.mokiniai.kernel.texts.Text;

/**
 * One contract, as its file says it (docs/contracts.md, 'Reading the example').
 *
 * @param identity which contract it is, and which text of it
 * @param term when it is in force
 * @param party the other party; it has one subsystem here
 * @param statements what it says in words
 * @param students register ids of the students that a request names
 * @param supply how a supplier's data arrive
 * @param allowed what it allows
 */
public record Contract(
        Identity identity,
        Term term,
        Party party,
        Statements statements,
        Set<String> students,
        Optional<Supply> supply,
        Allowed allowed) {

    /**
     * What it allows.
     *
     * @param grants one for each operation
     * @param representation the operations that another party may call for this one
     */
    public record Allowed(List<Grant> grants, Set<OperationId> representation) {}

    /**
     * Which contract it is, and which text of it.
     *
     * @param id such as {@code MR-2026-014}
     * @param version of the contract
     * @param kind what the party may do
     * @param edition of the data items that it was written for; what came later it does not grant
     * @param file the name of its file
     * @param digest SHA-256 of the file's bytes, lower hex
     */
    public record Identity(String id, String version, Kind kind, int edition, String file, String digest) {}

    /**
     * What it says in words.
     *
     * @param purpose what the data are for
     * @param basisToProvide the legal basis to provide them
     * @param basisToReceive the legal basis to receive them
     * @param procedure how they are provided
     * @param obligations what binds the recipient
     */
    public record Statements(
            Statement purpose,
            Statement basisToProvide,
            Statement basisToReceive,
            Optional<Text> procedure,
            Optional<Obligations> obligations) {}

    /** What a party may do under a contract; each is named as its file names it. */
    public enum Kind {
        /** Reads, again and again. */
        PROVISION,
        /** Gets one delivery about the students that it names. */
        REQUEST,
        /** Writes, and reads back, the data of its own students. */
        PROCESSING,
        /** Feeds the register. */
        SUPPLY,
        /** Decides what schools cannot, reads what that needs, and writes what follows from a decision. */
        DECISION;

        /** Tells whether a party may ask an operation that writes under such a contract. */
        public boolean mayWrite(PublishedOperation operation) {
            return operation.writtenUnder().contains(toString());
        }

        /** Tells whether a party writes records of its own under such a contract. */
        public boolean mayWrite() {
            return this == PROCESSING || this == SUPPLY;
        }

        /** Gives the operations as contracts of this kind see them. */
        public PublishedOperations sees(PublishedOperations published) {
            return mayWrite() ? published : published.forReaders();
        }

        /** Gives the kind that a file names, {@code provision}. */
        public static Kind named(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT));
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Such as {@code MR-2026-014}. */
    public String id() {
        return identity.id();
    }

    /** Its version. */
    public String version() {
        return identity.version();
    }

    /** What the party may do. */
    public Kind kind() {
        return identity.kind();
    }

    /** The edition of the data items that it was written for. */
    public int edition() {
        return identity.edition();
    }

    /** The name of its file. */
    public String file() {
        return identity.file();
    }

    /** SHA-256 of its file's bytes, lower hex. */
    public String digest() {
        return identity.digest();
    }

    /** What it allows, one grant for each operation. */
    public List<Grant> grants() {
        return allowed.grants();
    }

    /** The operations that another party may call for this one. */
    public Set<OperationId> representation() {
        return allowed.representation();
    }

    /** Gives the contract as another party sees it that acts for this one: with what that may call, and nothing else. */
    public Contract ofRepresentative() {
        List<Grant> callable = grants().stream()
                .filter(grant -> representation().contains(grant.id()))
                .toList();
        return new Contract(
                identity, term, party, statements, students, supply, new Allowed(callable, representation()));
    }

    /** For whom an exchange under it acts. */
    public Acting acting() {
        return new Acting(party.code(), kind() == Kind.DECISION);
    }

    /** The grant of an operation. */
    public Optional<Grant> grantOf(OperationId operation) {
        return grants().stream().filter(grant -> grant.id().equals(operation)).findFirst();
    }

    /** A legal statement with the acts that it rests on. */
    public record Statement(Text text, List<Act> acts) {}

    /**
     * An act and its provision.
     *
     * @param text which act and provision
     * @param items numbers of the data items that it names
     */
    public record Act(Text text, Set<String> items) {

        /** Tells whether it names an item, by its number or by that of its group. */
        public boolean names(String number) {
            int dot = number.indexOf('.');
            return items.contains(number) || (dot > 0 && items.contains(number.substring(0, dot)));
        }
    }

    /**
     * How a supplier's data arrive.
     *
     * @param register the source register whose records are delivered; without it nothing is received under the contract
     * @param ways one or more
     * @param schedule when the register calls the supplier, as a cron expression in Vilnius time
     * @param sourceOf the items of which the supplier is the source
     */
    public record Supply(
            Optional<String> register, SortedSet<Way> ways, Optional<String> schedule, Set<Source> sourceOf) {

        /** Keeps its own copies. */
        public Supply {
            ways = Collections.unmodifiableSortedSet(new TreeSet<>(ways));
            sourceOf = Set.copyOf(sourceOf);
        }

        /** Tells whether records of a source register are received in a way. */
        public boolean delivers(String source, Way way) {
            return register.filter(source::equals).isPresent() && ways.contains(way);
        }
    }

    /** A way in which a supplier's data arrive; each is named as contract files name it. */
    public enum Way {
        /** The supplier calls the register. */
        PUSH,
        /** The register calls the supplier. */
        PULL,
        /** A signed file. */
        FILE;

        /** Gives the way that a file names, {@code push}. */
        public static Optional<Way> named(String name) {
            return Arrays.stream(values())
                    .filter(way -> way.toString().equals(name))
                    .findFirst();
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * An item of which a supplier is the source.
     *
     * @param path where it stands in an answer
     * @param of for which students
     * @param numbers of the item: it stands at several paths, in the answers of several operations
     */
    public record Source(String path, SourceOf of, Set<String> numbers) implements Comparable<Source> {

        @Override
        public int compareTo(Source other) {
            int paths = path.compareTo(other.path);
            return paths != 0 ? paths : of.compareTo(other.of);
        }

        /** As a line of a list names it, {@code student/identity/sex (with-code)}. */
        @Override
        public String toString() {
            return of == SourceOf.ALL ? path : path + " (" + of + ")";
        }
    }

    /** For which students a supplier is the source of an item; each is named as contract files name it. */
    public enum SourceOf {
        /** Those who have a Lithuanian personal code. */
        WITH_CODE,
        /** Those who have none. */
        WITHOUT_CODE,
        /** All. */
        ALL;

        /** Gives what a file names, {@code with-code}; all where it names none. */
        public static SourceOf named(String name) {
            return name.isEmpty() ? ALL : valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
        }

        /** Tells whether they are the students who have a code, or those who have none. */
        public boolean includes(boolean withCode) {
            return this == ALL || this == (withCode ? WITH_CODE : WITHOUT_CODE);
        }

        /** Tells whether there are students of both. */
        public boolean overlaps(SourceOf other) {
            return this == other || this == ALL || other == ALL;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * What binds the recipient; the software shows it.
     *
     * @param keepMonths for how many months the recipient may keep the data
     * @param handOn whether it may hand them on
     * @param text the same in words
     */
    public record Obligations(int keepMonths, boolean handOn, Text text) {}
}
