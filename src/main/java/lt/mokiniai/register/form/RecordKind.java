package lt.mokiniai.register.form;

import static lt.mokiniai.register.form.Column.date;
import static lt.mokiniai.register.form.Column.key;
import static lt.mokiniai.register.form.Column.number;
import static lt.mokiniai.register.form.Column.text;
import static lt.mokiniai.register.form.Column.time;
import static lt.mokiniai.register.form.Column.words;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The kinds of records of the form, in the order in which those of one student are told. What a kind and its columns mean, in
 * both languages, stands in the bundles as {@code form.<element>} and {@code form.<element>.<column>} or, for a column that means
 * the same in several kinds, {@code form.column.<column>}. A record of a student names them by a key of the file's own.
 */
@SuppressWarnings("ImmutableEnumChecker")
public enum RecordKind {
    // What other registers know: it has no history but its own days.
    INSTITUTION(
            "institutions",
            text("code", 13).required(),
            text("codeKind", 20).required(),
            text("name", 200).required(),
            text("type", 20).required(),
            text("founderKind", 20).required(),
            text("founderMunicipality", 20),
            text("parent", 13),
            text("municipality", 20).required(),
            text("county", 20),
            text("address", 200),
            date("registered").required(),
            date("deregistered"),
            text("successor", 13)),
    PROGRAMME(
            "programmes",
            text("stateCode", 20).required(),
            text("nameLt", 200).required(),
            text("nameEn", 200).required(),
            text("family", 20).required(),
            text("isced", 20),
            text("educationLevel", 20),
            text("volume", 40),
            date("registered").required(),
            date("deregistered")),
    MODULE(
            "modules",
            text("programme", 20).required(),
            text("code", 20).required(),
            text("nameLt", 200).required(),
            text("nameEn", 200).required(),
            text("kind", 20).required(),
            number("credits").required()),
    LICENCE(
            "licences",
            text("institution", 13).required(),
            text("programme", 20).required(),
            date("validFrom").required(),
            date("validTo")),
    // Facts of a student.
    IDENTITY(
            "students",
            fact(
                    text("registerId", 16),
                    text("personalCode", 11),
                    text("foreignerId", 20),
                    text("givenNames", 200).required(),
                    text("familyName", 200).required(),
                    date("birthDate").required(),
                    text("sex", 20),
                    date("dateOfDeath"))),
    ORIGIN("origins", fact(text("country", 2), text("motherTongue", 20))),
    CITIZENSHIP("citizenships", fact(text("country", 2).required())),
    RESIDENCE(
            "residences",
            fact(
                    text("municipality", 20).required(),
                    text("eldership", 20),
                    text("locality", 20),
                    text("street", 20),
                    text("house", 40))),
    GUARDIAN(
            "guardians",
            fact(
                    number("place").required(),
                    text("personalCode", 11),
                    text("givenNames", 200).required(),
                    text("familyName", 200).required(),
                    text("relation", 20).required(),
                    text("phone", 21),
                    text("email", 254))),
    SPECIAL_NEEDS("special-needs", fact(text("group", 20).required(), text("level", 20))),
    RESTRICTION("restrictions", fact(text("kind", 20).required())),
    // An enrolment: its term, and what happened in it.
    ENROLMENT(
            "enrolments",
            fact(
                    key("enrolment"),
                    text("registerId", 16),
                    text("institution", 13).required(),
                    text("programme", 20).required(),
                    text("unit", 200),
                    date("expectedEnd"),
                    text("contractNumber", 100),
                    date("contractDate"),
                    text("cameFrom", 100),
                    text("leftTo", 100),
                    text("leavingReason", 20))),
    STAGE(
            "stages",
            fact(
                    key("enrolment"),
                    text("form", 20),
                    text("way", 20),
                    text("educationType", 20),
                    text("language", 20),
                    text("classType", 20),
                    text("classPurpose", 20),
                    text("classStage", 20),
                    number("classLevel"),
                    text("gymnasiumLabel", 20),
                    text("className", 100),
                    text("funding", 20),
                    words("told", 200))),
    INTERRUPTION("interruptions", fact(key("enrolment"), text("reason", 20).required())),
    RESULT(
            "results",
            fact(
                    key("enrolment"),
                    text("kind", 20).required(),
                    text("subject", 20),
                    text("module", 20),
                    text("course", 20),
                    number("schoolYear").required(),
                    number("classLevel"),
                    number("grade"),
                    text("passFail", 20),
                    text("achievementLevel", 20),
                    number("score"),
                    text("language", 20))),
    // A certificate: its content, which never changes, and its states.
    CERTIFICATE(
            "certificates",
            key("student"),
            key("certificate"),
            text("kind", 20).required(),
            text("formCode", 20),
            text("series", 30),
            text("documentNumber", 30),
            text("registrationNumber", 30),
            date("issueDate"),
            text("givenNames", 200).required(),
            text("familyName", 200).required(),
            date("birthDate").required(),
            text("approvedBy", 200),
            text("educationLevel", 20),
            text("institution", 13).required(),
            text("programme", 20).required(),
            words("languages", 200),
            time("recordedAt")),
    CERTIFICATE_STATE(
            "certificate-states", fact(key("certificate"), text("state", 20).required())),
    CERTIFICATE_SUBJECT(
            "certificate-subjects",
            onCertificate(
                    text("code", 20).required(),
                    text("name", 200).required(),
                    text("course", 20),
                    text("grade", 40),
                    text("exam", 40),
                    text("passFail", 20))),
    CERTIFICATE_MODULE(
            "certificate-modules",
            onCertificate(
                    text("programme", 20).required(),
                    text("code", 20).required(),
                    text("grade", 40),
                    text("passFail", 20))),
    CERTIFICATE_CHECK(
            "certificate-checks",
            onCertificate(
                    text("kind", 20).required(),
                    text("code", 20).required(),
                    number("score"),
                    number("year").required())),
    CERTIFICATE_LINK("certificate-links", onCertificate(text("kind", 20).required(), key("other"))),
    // Where what was recorded came from, and what is known of two records.
    WRITE(
            "writes",
            key("student"),
            text("receipt", 36).required(),
            text("operation", 100).required(),
            text("party", 20).required(),
            text("institution", 20).required(),
            text("userId", 200),
            text("reason", 20),
            words("overruled", 200),
            time("recordedAt").required()),
    MERGE(
            "merges",
            fact(
                    key("into"),
                    key("kept"),
                    time("mergedAt").required(),
                    text("reason", 500).required())),
    DISTINCT("distincts", key("student"), key("other"), text("reason", 500).required(), time("recordedAt"));

    private static final Map<String, RecordKind> BY_ELEMENT =
            Arrays.stream(values()).collect(Collectors.toMap(RecordKind::element, kind -> kind));

    private final String element;
    private final String file;
    private final List<Column> columns;
    private final List<String> names;

    RecordKind(String file, Column... columns) {
        this.file = file;
        this.columns = List.of(columns);
        names = this.columns.stream().map(Column::name).toList();
        element = Pattern.compile("_(.)")
                .matcher(name().toLowerCase(Locale.ROOT))
                .replaceAll(word -> word.group(1).toUpperCase(Locale.ROOT));
    }

    /** The columns of a fact of a student: when it holds, and when it was believed. */
    private static Column[] fact(Column... content) {
        return Stream.of(
                        Stream.of(key("student")),
                        Arrays.stream(content),
                        Stream.of(
                                date("validFrom").required(),
                                date("validTo"),
                                time("recordedAt"),
                                time("believedUntil")))
                .flatMap(columns -> columns)
                .toArray(Column[]::new);
    }

    /** The columns of something that stands on a certificate, among others of its kind. */
    private static Column[] onCertificate(Column... content) {
        return Stream.concat(
                        Stream.of(
                                key("student"),
                                key("certificate"),
                                number("place").required()),
                        Arrays.stream(content))
                .toArray(Column[]::new);
    }

    /** The local name of the XML element. */
    public String element() {
        return element;
    }

    /** The name of the CSV file, with its ending. */
    public String file() {
        return file + ".csv";
    }

    /** In the order in which they are written. */
    public List<Column> columns() {
        return columns;
    }

    /** Whether its records are of students: they begin with the student's key. */
    public boolean isOfStudents() {
        return columns.get(0).name().equals("student");
    }

    /** Gives the place of a column that the kind has. */
    public int place(String column) {
        int place = find(column);
        if (place < 0) {
            throw new IllegalArgumentException(this + " has no column " + column);
        }
        return place;
    }

    /** Gives the place of a column; -1 where the kind has none of the name. */
    public int find(String column) {
        return names.indexOf(column);
    }

    /** Gives the kind of a CSV file, by its name. */
    public static Optional<RecordKind> ofFile(String name) {
        return Arrays.stream(values()).filter(kind -> kind.file().equals(name)).findFirst();
    }

    /** Gives the kind of an XML element, by its local name. */
    public static Optional<RecordKind> ofElement(String name) {
        return Optional.ofNullable(BY_ELEMENT.get(name));
    }
}
