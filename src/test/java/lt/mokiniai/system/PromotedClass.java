package lt.mokiniai.system;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lt.mokiniai.tools.demo.DemoCast;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.w3c.dom.Element;

/** Requests of promoteClass for enrolments of the demo school, and what is told and recorded of them. */
final class PromotedClass {

    static final String OPERATION = "promoteClass";

    /** The first day of the year after that of the tests. */
    static final LocalDate FROM = LocalDate.of(2027, 9, 1);

    private static final String LEVELS = """
            SELECT e.register_id FROM enrolment e
                JOIN enrolment_term t ON t.enrolment_id = e.id AND t.believed_until IS NULL AND t.valid_to IS NULL
                JOIN enrolment_stage s ON s.enrolment_id = e.id AND s.believed_until IS NULL AND s.valid_to IS NULL
                JOIN programme p ON p.state_code = e.programme
            WHERE e.institution = ? AND p.family = ? AND s.class_level BETWEEN ? AND ? ORDER BY e.register_id
            """;

    private PromotedClass() {}

    /** A list of one student, of an enrolment of its own, which has no class level. */
    static String content(Register register) {
        String enrolmentId = WrittenEnrolment.begin(register).id();
        return request("sarasas-" + enrolmentId, promoted(enrolmentId));
    }

    /** Enrolments of a school that go on, in a family of programmes and in some class levels. */
    static List<String> enrolments(JdbcClient jdbc, String school, String family, int from, int to) {
        return jdbc.sql(LEVELS)
                .params(school, family, from, to)
                .query(String.class)
                .list();
    }

    /** A request of the demo school, whose class has a name and keeps its levels one above. */
    static String request(String batchId, String... entries) {
        return "<m:batchId>" + batchId + "</m:batchId><m:institution><t:kind>LEGAL_ENTITY</t:kind><t:code>"
                + DemoCast.SCHOOL
                + "</t:code></m:institution><m:from>" + FROM
                + "</m:from><m:stage><m:className>Nauja</m:className></m:stage><m:overrule>MR-602</m:overrule>"
                + String.join("", entries);
    }

    /** A request that only asks what would become of it. */
    static String preview(String batchId, String... entries) {
        return request(batchId, entries).replace("</m:batchId>", "</m:batchId><m:preview>true</m:preview>");
    }

    static String entry(String enrolmentId, String what) {
        return "<m:entry><m:enrolmentId>" + enrolmentId + "</m:enrolmentId>" + what + "</m:entry>";
    }

    static String promoted(String enrolmentId) {
        return entry(enrolmentId, "<m:promoted/>");
    }

    static String[] promoted(List<String> enrolmentIds) {
        return enrolmentIds.stream().map(PromotedClass::promoted).toArray(String[]::new);
    }

    /** What came of each entry: the outcome, with the codes and fields of what was found. */
    static List<String> outcomes(Element answer) {
        return Xml.children(answer, "result").stream()
                .map(entry -> Xml.child(entry, "outcome").getTextContent() + findings(entry))
                .toList();
    }

    private static String findings(Element entry) {
        return Xml.children(entry).stream()
                .filter(part -> Set.of("problem", "warning").contains(part.getLocalName()))
                .map(finding -> " " + Xml.child(finding, "code").getTextContent()
                        + Xml.children(finding, "field").stream()
                                .map(field -> " " + field.getTextContent())
                                .collect(Collectors.joining()))
                .collect(Collectors.joining());
    }

    /** What is believed of the stages, the terms and the number of writes of some enrolments' students. */
    static List<String> recorded(JdbcClient jdbc, List<String> enrolmentIds) {
        List<String> recorded = new ArrayList<>();
        for (String enrolmentId : enrolmentIds) {
            recorded.addAll(jdbc.sql("""
                    SELECT s.valid_from, s.valid_to, s.class_level, s.class_name, s.told, t.valid_to, t.leaving_reason,
                        (SELECT COUNT(*) FROM person_write w WHERE w.person_id = e.person_id)
                    FROM enrolment e
                        JOIN enrolment_term t ON t.enrolment_id = e.id AND t.believed_until IS NULL
                        JOIN enrolment_stage s ON s.enrolment_id = e.id AND s.believed_until IS NULL
                    WHERE e.register_id = ? ORDER BY s.valid_from
                    """)
                    .param(enrolmentId)
                    .query((row, number) -> enrolmentId + " "
                            + IntStream.rangeClosed(1, 8)
                                    .mapToObj(column -> text(row, column))
                                    .collect(Collectors.joining(" ")))
                    .list());
        }
        return recorded;
    }

    private static String text(ResultSet row, int column) {
        try {
            // H2 in its Oracle mode tells the time of a day as well.
            return String.valueOf(row.getString(column)).replace(" 00:00:00", "");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
