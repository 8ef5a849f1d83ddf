package lt.mokiniai.register.load;

import static lt.mokiniai.register.form.RecordKind.CERTIFICATE;
import static lt.mokiniai.register.form.RecordKind.CERTIFICATE_CHECK;
import static lt.mokiniai.register.form.RecordKind.CERTIFICATE_STATE;
import static lt.mokiniai.register.form.RecordKind.CERTIFICATE_SUBJECT;
import static lt.mokiniai.register.form.RecordKind.CITIZENSHIP;
import static lt.mokiniai.register.form.RecordKind.ENROLMENT;
import static lt.mokiniai.register.form.RecordKind.GUARDIAN;
import static lt.mokiniai.register.form.RecordKind.IDENTITY;
import static lt.mokiniai.register.form.RecordKind.INTERRUPTION;
import static lt.mokiniai.register.form.RecordKind.ORIGIN;
import static lt.mokiniai.register.form.RecordKind.RESIDENCE;
import static lt.mokiniai.register.form.RecordKind.RESTRICTION;
import static lt.mokiniai.register.form.RecordKind.RESULT;
import static lt.mokiniai.register.form.RecordKind.SPECIAL_NEEDS;
import static lt.mokiniai.register.form.RecordKind.STAGE;
import static lt.mokiniai.register.form.RecordKind.WRITE;

import lt.mokiniai.kernel.PersonalCode;
import lt.mokiniai.register.bench.Reference;

/** Students whose records are right, each with a history: what a test makes wrong is wrong alone. */
public final class Pupils {

    public static final String BORN = "2010-03-15";
    public static final String KNOWN = "2024-08-20T09:00:00+03:00";
    public static final String LEFT = "2025-06-20T09:00:00+03:00";
    public static final String DECIDED = "2025-06-16T09:00:00+03:00";

    private Pupils() {}

    /** The code of the boy of a number who was born then. */
    public static String code(int number) {
        return PersonalCode.completing("5100315%03d".formatted(number)).value();
    }

    /** A student of whom every kind of record tells: who moved, left, and was corrected. */
    public static WrittenRecords whole(String key, int number) {
        return plain(key, number)
                .with(
                        ORIGIN,
                        "student",
                        key,
                        "country",
                        "LT",
                        "motherTongue",
                        "lt",
                        "validFrom",
                        BORN,
                        "recordedAt",
                        KNOWN)
                .with(CITIZENSHIP, "student", key, "country", "LT", "validFrom", BORN, "recordedAt", KNOWN)
                .with(CITIZENSHIP, "student", key, "country", "PL", "validFrom", BORN, "recordedAt", KNOWN)
                .with(
                        GUARDIAN,
                        "student",
                        key,
                        "place",
                        "1",
                        "givenNames",
                        "Ona",
                        "familyName",
                        "Petraitienė",
                        "relation",
                        "MOTHER",
                        "phone",
                        "+370 600 00000",
                        "email",
                        "ona@example.org",
                        "validFrom",
                        BORN,
                        "recordedAt",
                        KNOWN)
                .with(SPECIAL_NEEDS, "student", key, "group", "GIFTED", "validFrom", BORN, "recordedAt", KNOWN)
                .with(RESTRICTION, "student", key, "kind", "COURT", "validFrom", "2025-01-01", "recordedAt", DECIDED)
                .with(
                        INTERRUPTION,
                        "student",
                        key,
                        "enrolment",
                        "e1",
                        "reason",
                        "ILLNESS",
                        "validFrom",
                        "2025-02-01",
                        "validTo",
                        "2025-02-14",
                        "recordedAt",
                        "2025-02-01T09:00:00+02:00")
                .with(
                        RESULT,
                        "student",
                        key,
                        "enrolment",
                        "e1",
                        "kind",
                        "ANNUAL_GRADE",
                        "subject",
                        "LIET",
                        "schoolYear",
                        "2024",
                        "classLevel",
                        "7",
                        "grade",
                        "9",
                        "validFrom",
                        "2025-06-15",
                        "recordedAt",
                        DECIDED)
                .with(
                        CERTIFICATE,
                        "student",
                        key,
                        "certificate",
                        "c1",
                        "kind",
                        "BASIC",
                        "registrationNumber",
                        "D2025-%08d".formatted(number),
                        "issueDate",
                        "2025-06-20",
                        "givenNames",
                        "Jonas",
                        "familyName",
                        "Petraitis",
                        "birthDate",
                        BORN,
                        "approvedBy",
                        "Vardenis Pavardenis",
                        "educationLevel",
                        "BASIC",
                        "institution",
                        Reference.SCHOOL,
                        "programme",
                        Reference.BASIC,
                        "languages",
                        "lt pl",
                        "recordedAt",
                        LEFT)
                .with(
                        CERTIFICATE_STATE,
                        "student",
                        key,
                        "certificate",
                        "c1",
                        "state",
                        "ISSUED",
                        "validFrom",
                        "2025-06-20",
                        "recordedAt",
                        LEFT)
                .with(
                        CERTIFICATE_SUBJECT,
                        "student",
                        key,
                        "certificate",
                        "c1",
                        "place",
                        "1",
                        "code",
                        "LIET",
                        "name",
                        "Lietuvių kalba ir literatūra",
                        "grade",
                        "9")
                .with(
                        CERTIFICATE_CHECK,
                        "student",
                        key,
                        "certificate",
                        "c1",
                        "place",
                        "1",
                        "kind",
                        "BASIC",
                        "code",
                        "LIET",
                        "score",
                        "80",
                        "year",
                        "2025");
    }

    /** A student with a residence that was corrected, and an enrolment that ended. */
    public static WrittenRecords plain(String key, int number) {
        return new WrittenRecords()
                .with(
                        IDENTITY,
                        "student",
                        key,
                        "personalCode",
                        code(number),
                        "givenNames",
                        "Jonas",
                        "familyName",
                        "Petraitis",
                        "birthDate",
                        BORN,
                        "sex",
                        "V",
                        "validFrom",
                        BORN,
                        "recordedAt",
                        KNOWN)
                .with(
                        RESIDENCE,
                        "student",
                        key,
                        "municipality",
                        Reference.KAUNAS,
                        "house",
                        "1-2",
                        "validFrom",
                        BORN,
                        "recordedAt",
                        KNOWN,
                        "believedUntil",
                        DECIDED)
                .with(
                        RESIDENCE,
                        "student",
                        key,
                        "municipality",
                        Reference.VILNIUS,
                        "house",
                        "3",
                        "validFrom",
                        BORN,
                        "recordedAt",
                        DECIDED)
                .with(
                        ENROLMENT,
                        "student",
                        key,
                        "enrolment",
                        "e1",
                        "institution",
                        Reference.SCHOOL,
                        "programme",
                        Reference.BASIC,
                        "contractNumber",
                        "MS-1",
                        "contractDate",
                        "2024-08-01",
                        "validFrom",
                        "2024-09-01",
                        "recordedAt",
                        KNOWN,
                        "believedUntil",
                        LEFT)
                .with(
                        ENROLMENT,
                        "student",
                        key,
                        "enrolment",
                        "e1",
                        "institution",
                        Reference.SCHOOL,
                        "programme",
                        Reference.BASIC,
                        "contractNumber",
                        "MS-1",
                        "contractDate",
                        "2024-08-01",
                        "leavingReason",
                        "TRANSFER",
                        "leftTo",
                        Reference.VILNIUS_SCHOOL,
                        "validFrom",
                        "2024-09-01",
                        "validTo",
                        "2025-08-31",
                        "recordedAt",
                        LEFT)
                .with(
                        STAGE,
                        "student",
                        key,
                        "enrolment",
                        "e1",
                        "language",
                        "lt",
                        "classLevel",
                        "7",
                        "className",
                        "7A",
                        "validFrom",
                        "2024-09-01",
                        "recordedAt",
                        KNOWN,
                        "believedUntil",
                        LEFT)
                .with(
                        STAGE,
                        "student",
                        key,
                        "enrolment",
                        "e1",
                        "language",
                        "lt",
                        "classLevel",
                        "7",
                        "className",
                        "7A",
                        "validFrom",
                        "2024-09-01",
                        "validTo",
                        "2025-08-31",
                        "recordedAt",
                        LEFT)
                .with(
                        WRITE,
                        "student",
                        key,
                        "receipt",
                        "r-1",
                        "operation",
                        "enrolments/v1/enrolStudent",
                        "party",
                        Reference.SCHOOL,
                        "institution",
                        Reference.SCHOOL,
                        "recordedAt",
                        KNOWN);
    }
}
