package lt.mokiniai.register.certificates;

import static lt.mokiniai.register.sql.Column.number;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import lt.mokiniai.kernel.scope.Fields;
import lt.mokiniai.register.sql.Chunks;
import lt.mokiniai.register.sql.Column;
import lt.mokiniai.register.sql.Conditions;
import lt.mokiniai.register.sql.Select;
import lt.mokiniai.register.sql.Selection;
import lt.mokiniai.register.sql.Slice;
import lt.mokiniai.register.students.DisclosedPerson;
import lt.mokiniai.register.times.AsOf;
import lt.mokiniai.register.times.FactConditions;
import lt.mokiniai.register.times.ReadTimes;
import lt.mokiniai.wsdl.types.Certificate;
import lt.mokiniai.wsdl.types.CertificateReplacement;
import lt.mokiniai.wsdl.types.CertifiedCheck;
import lt.mokiniai.wsdl.types.CertifiedModule;
import lt.mokiniai.wsdl.types.CertifiedSubject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what may be shown of certificates: only the granted columns are selected. */
@Component
class CertificateReader {

    /** What tells the school of a student whose school must not be told (docs/register.md, 'Disclosure restriction'). */
    private static final List<String> SCHOOL = List.of("institution", "approvedBy");

    private static final List<String> HOLDER = List.of("holder");

    private static final Column<Long> ID = number("c.id");

    private static final Column<Long> LINE_OF = number("l.certificate_id");

    private static final String CERTIFICATES = "certificate c join certificate_state s on s.certificate_id = c.id"
            + " join institution k on k.code = c.institution join programme g on g.state_code = c.programme";

    private final JdbcClient jdbc;
    private final CertificateLinks links;
    private final ReadTimes times;

    CertificateReader(JdbcClient jdbc, CertificateLinks links, ReadTimes times) {
        this.jdbc = jdbc;
        this.links = links;
        this.times = times;
    }

    /** Begins a question about certificates {@code c} that are shown, in their states {@code s}. */
    static Conditions shown(AsOf asOf) {
        return FactConditions.asOf(asOf).and(CertificateStates.OUTSIDE);
    }

    /**
     * Reads certificates of a person.
     *
     * @param asked conditions on {@code c} and its state {@code s}, begun by {@link #shown}
     * @param slice which of them, in the order of their issue; one more is read where there is one
     * @param fields what may be shown below the certificate's element
     */
    List<Certificate> of(DisclosedPerson person, Conditions asked, AsOf asOf, Slice slice, Fields fields) {
        AsOf now = times.present();
        Conditions conditions = asked.and("c.person_id = :person", "person", person.id())
                .with("today", now.validOn())
                .with("now", now.knownAt());
        boolean withheld = person.withheld();
        Selection<Certificate> granted = CertificateColumns.CERTIFICATE.within(fields);
        Selection<Certificate> columns = withheld ? granted.without(SCHOOL) : granted;
        Selection<Certificate> holder =
                (withheld ? CertificateColumns.HOLDER_OF_TODAY : CertificateColumns.HOLDER).within(fields);
        Map<Long, Certificate> certificates = new LinkedHashMap<>();
        Select.of(ID)
                .and(columns)
                .and(holder)
                .from(CERTIFICATES)
                .where(conditions)
                .orderBy("c.issue_date, c.id")
                .slice(slice)
                .forEach(jdbc, row -> {
                    Certificate certificate = new Certificate();
                    columns.fill(certificate, row);
                    holder.fill(certificate, row);
                    if (withheld) {
                        certificate.getAbsence().addAll(DisclosedPerson.restricted(SCHOOL, fields));
                        if (certificate.getHolder() == null) {
                            certificate.getAbsence().addAll(DisclosedPerson.restricted(HOLDER, fields));
                        }
                    }
                    certificates.put(row.get(ID), certificate);
                });
        lines(certificates, "certificate_language l", CertificateColumns.LANGUAGE.within(fields), one -> one);
        lines(
                certificates,
                "certificate_subject l",
                CertificateColumns.SUBJECT.within(fields.within("subject")),
                certificate -> {
                    CertifiedSubject subject = new CertifiedSubject();
                    certificate.getSubject().add(subject);
                    return subject;
                });
        lines(
                certificates,
                "certificate_module l join programme_module m on m.programme = l.programme and m.code = l.code",
                CertificateColumns.MODULE.within(fields.within("module")),
                certificate -> {
                    CertifiedModule module = new CertifiedModule();
                    certificate.getModule().add(module);
                    return module;
                });
        lines(
                certificates,
                "certificate_check l",
                CertificateColumns.CHECK.within(fields.within("check")),
                certificate -> {
                    CertifiedCheck check = new CertifiedCheck();
                    certificate.getCheck().add(check);
                    return check;
                });
        links.add(certificates, person, asOf, fields.within("link"));
        return List.copyOf(certificates.values());
    }

    /**
     * Reads what stands in the place of a certificate of a person: the last one, where it was replaced several times.
     *
     * @param certificate its internal number
     * @param fields what may be shown below the element of the replacement
     */
    Optional<CertificateReplacement> replacement(long certificate, DisclosedPerson person, AsOf asOf, Fields fields) {
        return links.replacement(certificate, person, asOf, fields);
    }

    private <T> void lines(
            Map<Long, Certificate> certificates, String from, Selection<T> columns, Function<Certificate, T> added) {
        if (columns.isEmpty()) {
            return;
        }
        Chunks.of(certificates.keySet())
                .forEach(chunk -> Select.of(LINE_OF)
                        .and(columns)
                        .from(from)
                        .where(new Conditions().andIn("l.certificate_id", "ids", chunk))
                        .orderBy("l.certificate_id, l.ordinal")
                        .forEach(
                                jdbc,
                                row -> columns.fill(
                                        added.apply(Objects.requireNonNull(certificates.get(row.get(LINE_OF)))), row)));
    }
}
