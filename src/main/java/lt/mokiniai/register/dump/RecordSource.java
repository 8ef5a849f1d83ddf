package lt.mokiniai.register.dump;

import static lt.mokiniai.register.form.RecordKind.CERTIFICATE;
import static lt.mokiniai.register.form.RecordKind.CERTIFICATE_CHECK;
import static lt.mokiniai.register.form.RecordKind.CERTIFICATE_LINK;
import static lt.mokiniai.register.form.RecordKind.CERTIFICATE_MODULE;
import static lt.mokiniai.register.form.RecordKind.CERTIFICATE_STATE;
import static lt.mokiniai.register.form.RecordKind.CERTIFICATE_SUBJECT;
import static lt.mokiniai.register.form.RecordKind.CITIZENSHIP;
import static lt.mokiniai.register.form.RecordKind.DISTINCT;
import static lt.mokiniai.register.form.RecordKind.ENROLMENT;
import static lt.mokiniai.register.form.RecordKind.GUARDIAN;
import static lt.mokiniai.register.form.RecordKind.IDENTITY;
import static lt.mokiniai.register.form.RecordKind.INSTITUTION;
import static lt.mokiniai.register.form.RecordKind.INTERRUPTION;
import static lt.mokiniai.register.form.RecordKind.LICENCE;
import static lt.mokiniai.register.form.RecordKind.MERGE;
import static lt.mokiniai.register.form.RecordKind.MODULE;
import static lt.mokiniai.register.form.RecordKind.ORIGIN;
import static lt.mokiniai.register.form.RecordKind.PROGRAMME;
import static lt.mokiniai.register.form.RecordKind.RESIDENCE;
import static lt.mokiniai.register.form.RecordKind.RESTRICTION;
import static lt.mokiniai.register.form.RecordKind.RESULT;
import static lt.mokiniai.register.form.RecordKind.SPECIAL_NEEDS;
import static lt.mokiniai.register.form.RecordKind.STAGE;
import static lt.mokiniai.register.form.RecordKind.WRITE;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import lt.mokiniai.register.form.Column;
import lt.mokiniai.register.form.RecordKind;
import lt.mokiniai.register.reference.ReferenceTable;

/**
 * Where the records of a kind stand. A column of the form stands in the column of the table that has its name, written as
 * databases do; those that are called otherwise, or stand in another table, are named.
 *
 * @param tables the tables, joined; the one whose rows are records is {@code f}
 * @param person whose it is; nothing of records that are not of students
 * @param certificate which certificate it is of, by its number in the database; 0 where it is of none
 * @param others what the columns are called that are not called as in the form
 */
record RecordSource(RecordKind kind, String tables, String person, String certificate, Map<String, String> others) {

    /** What stands for the key of a student, or of a certificate: neither is in a column. */
    private static final String KEY = "''";

    private static final String OF_ENROLMENT = " f join enrolment o on o.id = f.enrolment_id";
    private static final String OF_CERTIFICATE = " f join certificate o on o.id = f.certificate_id";
    private static final Map<String, String> ENROLMENT_KEY = Map.of("enrolment", "o.register_id");

    /** In the order in which they are written. */
    static final List<RecordSource> REFERENCE = List.of(
            reference(INSTITUTION, ReferenceTable.INSTITUTION),
            reference(PROGRAMME, ReferenceTable.PROGRAMME),
            reference(MODULE, ReferenceTable.MODULE),
            reference(LICENCE, ReferenceTable.LICENCE));

    /** In the order in which those of a student are written. */
    static final List<RecordSource> OF_STUDENTS = List.of(
            new RecordSource(
                    IDENTITY,
                    "person_identity f join person o on o.id = f.person_id",
                    "f.person_id",
                    "0",
                    Map.of("registerId", "o.register_id")),
            ofPerson(ORIGIN, "person_origin", Map.of()),
            ofPerson(CITIZENSHIP, "person_citizenship", Map.of()),
            ofPerson(RESIDENCE, "person_residence", Map.of()),
            ofPerson(GUARDIAN, "person_guardian", Map.of("place", "f.ordinal")),
            ofPerson(SPECIAL_NEEDS, "person_special_needs", Map.of("group", "f.need_group", "level", "f.need_level")),
            ofPerson(RESTRICTION, "person_restriction", Map.of()),
            new RecordSource(
                    ENROLMENT,
                    "enrolment_term" + OF_ENROLMENT,
                    "o.person_id",
                    "0",
                    Map.of(
                            "enrolment", "o.register_id",
                            "registerId", "o.register_id",
                            "institution", "o.institution",
                            "programme", "o.programme")),
            new RecordSource(
                    STAGE,
                    "enrolment_stage" + OF_ENROLMENT,
                    "o.person_id",
                    "0",
                    Map.of("enrolment", "o.register_id", "form", "f.learning_form", "way", "f.learning_way")),
            new RecordSource(INTERRUPTION, "enrolment_interruption" + OF_ENROLMENT, "o.person_id", "0", ENROLMENT_KEY),
            new RecordSource(RESULT, "enrolment_result" + OF_ENROLMENT, "o.person_id", "0", ENROLMENT_KEY),
            new RecordSource(
                    CERTIFICATE,
                    "certificate f",
                    "f.person_id",
                    "f.id",
                    Map.of(
                            "givenNames", "f.holder_given_names",
                            "familyName", "f.holder_family_name",
                            "birthDate", "f.holder_birth_date",
                            "languages", KEY)),
            ofCertificate(CERTIFICATE_STATE, Map.of()),
            ofCertificate(CERTIFICATE_SUBJECT, Map.of("place", "f.ordinal")),
            ofCertificate(CERTIFICATE_MODULE, Map.of("place", "f.ordinal")),
            ofCertificate(CERTIFICATE_CHECK, Map.of("place", "f.ordinal", "year", "f.check_year")),
            ofCertificate(CERTIFICATE_LINK, Map.of("place", "f.ordinal", "other", "f.other_id")),
            ofPerson(WRITE, "person_write", Map.of()),
            new RecordSource(
                    MERGE,
                    "person_merge f join person i on i.id = f.into_id join person k on k.id = f.kept_id",
                    "f.person_id",
                    "0",
                    Map.of("into", "i.register_id", "kept", "k.register_id")),
            // Of the two the one whose identifier is first, whatever the order of their numbers is.
            new RecordSource(
                    DISTINCT,
                    "(select d.person_id, d.other_id, d.reason, d.recorded_at from person_distinct d"
                            + " union all select d.other_id, d.person_id, d.reason, d.recorded_at from person_distinct d) f"
                            + " join person p on p.id = f.person_id"
                            + " join person o on o.id = f.other_id and o.register_id > p.register_id",
                    "f.person_id",
                    "0",
                    Map.of("other", "o.register_id")));

    /** The languages of certificates, which stand in one column of the form. */
    static final String LANGUAGES = "select f.certificate_id, f.language from certificate_language" + OF_CERTIFICATE
            + " where o.person_id in (:persons) order by f.certificate_id, f.ordinal";

    /** The columns of the table are in the order of the form's. */
    private static RecordSource reference(RecordKind kind, ReferenceTable table) {
        Map<String, String> columns = new HashMap<>();
        for (int place = 0; place < kind.columns().size(); place++) {
            columns.put(kind.columns().get(place).name(), "f." + table.columns().get(place));
        }
        return new RecordSource(kind, table.table() + " f", "", "0", columns);
    }

    private static RecordSource ofPerson(RecordKind kind, String table, Map<String, String> others) {
        return new RecordSource(kind, table + " f", "f.person_id", "0", others);
    }

    private static RecordSource ofCertificate(RecordKind kind, Map<String, String> others) {
        return new RecordSource(kind, inSql(kind.element()) + OF_CERTIFICATE, "o.person_id", "o.id", others);
    }

    /** The question after all records, or after those of some persons: whose it is, of which certificate, and the values. */
    String sql() {
        String values = kind.columns().stream().map(this::inSql).collect(Collectors.joining(", "));
        return kind.isOfStudents()
                ? "select " + person + ", " + certificate + ", " + values + " from " + tables + " where " + person
                        + " in (:persons)"
                : "select 0, 0, " + values + " from " + tables;
    }

    private String inSql(Column column) {
        boolean isKey = column.name().equals("student") || column.name().equals("certificate");
        return isKey ? KEY : others.getOrDefault(column.name(), "f." + inSql(column.name()));
    }

    /** Such as {@code valid_from}. */
    private static String inSql(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
