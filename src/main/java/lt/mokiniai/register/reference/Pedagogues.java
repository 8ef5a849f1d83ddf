package lt.mokiniai.register.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import lt.mokiniai.register.reference.facts.Change;
import lt.mokiniai.register.reference.facts.FactRow;
import lt.mokiniai.register.reference.facts.FactRows;
import lt.mokiniai.register.reference.facts.FactTable;
import lt.mokiniai.register.reference.facts.FactWriting;
import lt.mokiniai.register.reference.facts.Span;
import lt.mokiniai.register.reference.facts.Told;
import lt.mokiniai.register.times.ReadTimes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Pedagogues: who holds which post at which institution, as their register tells it, with its history. */
@Component
public class Pedagogues {

    /** The head of an institution (code list PEDAGOGUE_POST). */
    public static final String HEAD = "HEAD";
    /** Who stands in for the head. */
    public static final String ACTING_HEAD = "ACTING_HEAD";
    /** The teacher of a class. */
    public static final String CLASS_TEACHER = "CLASS_TEACHER";

    private static final String APPROVERS =
            "SELECT pedagogue, user_id, given_name, family_name, post FROM pedagogue_post"
                    + " WHERE institution = ? AND post IN ('ACTING_HEAD', 'HEAD') AND believed_until IS NULL"
                    + " AND valid_from <= ? AND (valid_to IS NULL OR valid_to >= ?) ORDER BY post, valid_from DESC";

    private static final String SAME_POST = "SELECT COUNT(*) FROM pedagogue_post WHERE institution = ? AND post = ?"
            + " AND identifier <> ? AND believed_until IS NULL AND valid_from <= ?"
            + " AND (valid_to IS NULL OR valid_to >= ?)";

    private static final LocalDate LAST_OF_ALL = LocalDate.of(9999, 12, 31);

    private final JdbcClient jdbc;
    private final FactRows facts;
    private final ReadTimes times;

    Pedagogues(JdbcClient jdbc, FactRows facts, ReadTimes times) {
        this.jdbc = jdbc;
        this.facts = facts;
        this.times = times;
    }

    /**
     * Who leads an institution.
     *
     * @param pedagogue the identifier of the pedagogue in their register
     * @param userId by what messages name the pedagogue, where that is known
     * @param isActing whether it is somebody who stands in for the head
     */
    public record Head(
            String pedagogue, Optional<String> userId, String givenName, String familyName, boolean isActing) {}

    /** A post in force. */
    public record InForce(String identifier, String institution) {}

    /**
     * Finds who leads an institution on a day, and so may approve its certificates: who stands in for the head, where somebody
     * does, else the head.
     *
     * @param institution its code
     */
    public Optional<Head> headOf(String institution, LocalDate day) {
        return jdbc
                .sql(APPROVERS)
                .params(institution, day, day)
                .query((row, number) -> new Head(
                        row.getString(1),
                        Optional.ofNullable(row.getString(2)),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5).equals(ACTING_HEAD)))
                .list()
                .stream()
                .findFirst();
    }

    /** Tells whether the person whom messages name so may approve certificates of an institution on a day. */
    public boolean mayApprove(String institution, String userId, LocalDate day) {
        return headOf(institution, day)
                .flatMap(Head::userId)
                .filter(userId::equals)
                .isPresent();
    }

    /** Tells whether a record other than this one is of the same post at an institution on some day of these. */
    public boolean isHeldByAnother(
            String identifier, String institution, String post, LocalDate from, @Nullable LocalDate to) {
        return jdbc.sql(SAME_POST)
                        .params(institution, post, identifier, to == null ? LAST_OF_ALL : to, from)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Finds what is believed of a post, with its days. */
    public Optional<Span> find(String identifier) {
        return facts.believed(FactTable.POST, identifier).stream()
                .map(FactRow::span)
                .findFirst();
    }

    /** Gives the posts that are held today or later, one after the other. */
    public void inForce(Consumer<InForce> each) {
        jdbc.sql("SELECT identifier, institution FROM pedagogue_post WHERE believed_until IS NULL"
                        + " AND (valid_to IS NULL OR valid_to >= ?) ORDER BY identifier")
                .param(times.today())
                .query((row, number) -> new InForce(row.getString(1), row.getString(2)))
                .list()
                .forEach(each);
    }

    /**
     * Records a post.
     *
     * @param told by the columns of {@link FactTable#POST}
     * @param to the last day; nothing while none is known
     * @return whether anything changed
     */
    public boolean record(String identifier, Told told, LocalDate from, @Nullable LocalDate to, FactWriting writing) {
        Change change = new Change(
                FactTable.POST,
                identifier,
                facts.believed(FactTable.POST, identifier),
                List.of(new Span(from, to, told.values())));
        return facts.write(List.of(change), writing);
    }
}
