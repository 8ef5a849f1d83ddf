package lt.mokiniai.register.certificates;

import static lt.mokiniai.register.sql.Column.day;
import static lt.mokiniai.register.sql.Column.number;
import static lt.mokiniai.register.sql.Column.string;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import lt.mokiniai.kernel.scope.Fields;
import lt.mokiniai.register.sql.Chunks;
import lt.mokiniai.register.sql.Column;
import lt.mokiniai.register.sql.Conditions;
import lt.mokiniai.register.sql.Select;
import lt.mokiniai.register.sql.Selection;
import lt.mokiniai.register.students.DisclosedPerson;
import lt.mokiniai.register.times.AsOf;
import lt.mokiniai.register.times.FactConditions;
import lt.mokiniai.wsdl.types.Certificate;
import lt.mokiniai.wsdl.types.CertificateLink;
import lt.mokiniai.wsdl.types.CertificateReplacement;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How a person's certificates are linked. A link is written once, with the later one of the two, and told of both; nothing is
 * told of a certificate that is not shown itself on the day asked about.
 */
@Component
class CertificateLinks {

    /** What the earlier certificate is to the later one (code list CERTIFICATE_LINK). */
    private static final Map<String, String> INVERSE =
            Map.of("DUPLICATE_OF", "DUPLICATED_BY", "CORRECTS", "CORRECTED_BY", "REPLACES", "REPLACED_BY");

    private static final String LATER_ID = "l.certificate_id";
    private static final String EARLIER_ID = "l.other_id";
    private static final Column<Long> LATER = number(LATER_ID);
    private static final Column<Long> EARLIER = number(EARLIER_ID);

    private static final Selection<CertificateLink> TO_EARLIER = link(string("l.kind"));
    private static final Selection<CertificateLink> TO_LATER =
            link(string("l.kind").as(CertificateLinks::inverse));

    private static final Selection<CertificateReplacement> REPLACEMENT = Selection.<CertificateReplacement>none()
            .and("series", string("o.series"), CertificateReplacement::setSeries)
            .and("number", string("o.document_number"), CertificateReplacement::setNumber)
            .and("registrationNumber", string("o.registration_number"), CertificateReplacement::setRegistrationNumber)
            .and("issueDate", day("o.issue_date"), CertificateReplacement::setIssueDate);

    /** Which certificate came in the place of which. */
    private record Succession(long earlier, long later) {}

    private final JdbcClient jdbc;

    CertificateLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds the links of certificates: those to earlier ones first, each in their order.
     *
     * @param certificates of the person, by their internal numbers
     * @param fields what may be shown below the element of a link
     */
    void add(Map<Long, Certificate> certificates, DisclosedPerson person, AsOf asOf, Fields fields) {
        add(certificates, LATER, EARLIER, "l.certificate_id, l.ordinal", TO_EARLIER.within(fields), person, asOf);
        add(certificates, EARLIER, LATER, "o.issue_date, o.id, l.ordinal", TO_LATER.within(fields), person, asOf);
    }

    private void add(
            Map<Long, Certificate> certificates,
            Column<Long> from,
            Column<Long> to,
            String order,
            Selection<CertificateLink> columns,
            DisclosedPerson person,
            AsOf asOf) {
        if (columns.isEmpty()) {
            return;
        }
        Chunks.of(certificates.keySet())
                .forEach(chunk -> Select.of(from)
                        .and(columns)
                        .from("certificate_link l join certificate o on o.id = " + name(to))
                        .where(others(person, asOf).andIn(name(from), "ids", chunk))
                        .orderBy(order)
                        .forEach(jdbc, row -> {
                            CertificateLink link = new CertificateLink();
                            columns.fill(link, row);
                            Objects.requireNonNull(certificates.get(row.get(from)))
                                    .getLink()
                                    .add(link);
                        }));
    }

    /**
     * Gives what stands in the place of a certificate: the last one, where the one that replaced it was replaced too.
     *
     * @param certificate the internal number of a certificate of the person
     * @param fields what may be shown below the element of the replacement
     */
    Optional<CertificateReplacement> replacement(long certificate, DisclosedPerson person, AsOf asOf, Fields fields) {
        Selection<CertificateReplacement> columns = REPLACEMENT.within(fields);
        Set<Long> last = columns.isEmpty() ? Set.of() : last(certificate, person, asOf);
        if (last.isEmpty()) {
            return Optional.empty();
        }
        return Select.of(number("o.id"))
                .and(columns)
                .from("certificate o")
                .where(others(person, asOf).andIn("o.id", "ids", last))
                .orderBy("o.issue_date desc, o.id desc")
                .first(1)
                .list(jdbc, row -> {
                    CertificateReplacement replacement = new CertificateReplacement();
                    columns.fill(replacement, row);
                    return replacement;
                })
                .stream()
                .findFirst();
    }

    /** Gives those that came in the place of a certificate and that nothing came in the place of. */
    private Set<Long> last(long certificate, DisclosedPerson person, AsOf asOf) {
        List<Succession> all = Select.of(EARLIER, LATER)
                .from("certificate_link l join certificate o on o.id = l.certificate_id")
                .where(others(person, asOf))
                .orderBy("o.issue_date, o.id, l.ordinal")
                .list(jdbc, row -> new Succession(row.get(EARLIER), row.get(LATER)));
        Set<Long> reached = new LinkedHashSet<>(Set.of(certificate));
        Deque<Long> ahead = new ArrayDeque<>(reached);
        while (!ahead.isEmpty()) {
            long earlier = ahead.remove();
            // Who was reached before is not gone on from again, so links that lead back come to an end.
            all.stream()
                    .filter(each -> each.earlier == earlier && reached.add(each.later))
                    .forEach(each -> ahead.add(each.later));
        }
        reached.remove(certificate);
        all.forEach(each -> reached.remove(each.earlier));
        return reached;
    }

    /** Begins a question about certificates {@code o} of the person that are shown on the day asked about. */
    private static Conditions others(DisclosedPerson person, AsOf asOf) {
        return FactConditions.asOf(asOf)
                .and("o.person_id = :person", "person", person.id())
                .and("exists (select 1 from certificate_state s where s.certificate_id = o.id and "
                        + CertificateStates.OUTSIDE + ")");
    }

    private static Selection<CertificateLink> link(Column<String> kind) {
        return Selection.<CertificateLink>none()
                .and("kind", kind, CertificateLink::setKind)
                .and("series", string("o.series"), CertificateLink::setSeries)
                .and("number", string("o.document_number"), CertificateLink::setNumber)
                .and("registrationNumber", string("o.registration_number"), CertificateLink::setRegistrationNumber)
                .and("issueDate", day("o.issue_date"), CertificateLink::setIssueDate);
    }

    private static String name(Column<Long> end) {
        return end.equals(LATER) ? LATER_ID : EARLIER_ID;
    }

    private static String inverse(String kind) {
        return Objects.requireNonNull(INVERSE.get(kind), "a kind of link that leads to an earlier certificate");
    }
}
