package lt.mokiniai.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.QueryPart;
import org.jooq.SQLDialect;
import org.jooq.VisitListener;
import org.jooq.conf.ParseUnknownFunctions;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.ParserException;
import org.jooq.impl.QOM;

/**
 * What jOOQ's parser thinks of statements. It reads the SQL of all databases that jOOQ knows, so that it complains of less than
 * a grammar of Oracle does; but it says what each part of a statement is, and so it finds what is one thing in every grammar
 * and another one in Oracle. Functions that it does not know are complained of.
 */
final class SecondOpinion {

    /**
     * What jOOQ's open-source edition does not read though Oracle does: how a complaint begins, and why it is no fault
     * (docs/oracle.md, 'A second opinion').
     */
    static final Map<String, String> UNREAD = Map.of();

    private static final int LONGEST_LIST = 1000;

    private static final DSLContext JOOQ;

    static {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        JOOQ = DSL.using(SQLDialect.DEFAULT, new Settings().withParseUnknownFunctions(ParseUnknownFunctions.FAIL));
    }

    private SecondOpinion() {}

    /** Gives what is wrong with a statement; empty when nothing is. */
    static Optional<String> complaintAbout(String statement) {
        Query query;
        try {
            query = JOOQ.parser().parseQuery(statement);
        } catch (ParserException e) {
            String complaint =
                    String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            return UNREAD.keySet().stream().anyMatch(complaint::startsWith)
                    ? Optional.empty()
                    : Optional.of("jOOQ: " + complaint);
        }
        return query == null ? Optional.of("jOOQ: no statement") : ofParts(query);
    }

    /** Each part is looked at while the statement is written anew: the open-source edition visits them in no other way. */
    private static Optional<String> ofParts(Query query) {
        List<String> complaints = new ArrayList<>();
        VisitListener listener = VisitListener.onVisitStart(
                visited -> ofPart(visited.queryPart()).ifPresent(complaints::add));
        DSL.using(JOOQ.configuration().derive(listener)).render(query);
        return complaints.stream().findFirst();
    }

    private static Optional<String> ofPart(QueryPart part) {
        if (part instanceof QOM.RowGt<?>
                || part instanceof QOM.RowGe<?>
                || part instanceof QOM.RowLt<?>
                || part instanceof QOM.RowLe<?>) {
            return Optional.of("rows have no order (ORA-01796)");
        }
        if (part instanceof QOM.ConditionAsField || part instanceof QOM.FieldCondition) {
            return Optional.of("a condition is no value, and a value no condition (ORA-00923)");
        }
        int listed = part instanceof QOM.InList<?> in
                ? in.$list().size()
                : part instanceof QOM.NotInList<?> notIn ? notIn.$list().size() : 0;
        return listed > LONGEST_LIST ? Optional.of("a list of more than 1000 values (ORA-01795)") : Optional.empty();
    }
}
