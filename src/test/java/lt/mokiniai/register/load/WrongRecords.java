package lt.mokiniai.register.load;

import static lt.mokiniai.register.form.RecordKind.CERTIFICATE;
import static lt.mokiniai.register.form.RecordKind.CERTIFICATE_CHECK;
import static lt.mokiniai.register.form.RecordKind.CERTIFICATE_MODULE;
import static lt.mokiniai.register.form.RecordKind.CERTIFICATE_STATE;
import static lt.mokiniai.register.form.RecordKind.CERTIFICATE_SUBJECT;
import static lt.mokiniai.register.form.RecordKind.CITIZENSHIP;
import static lt.mokiniai.register.form.RecordKind.DISTINCT;
import static lt.mokiniai.register.form.RecordKind.ENROLMENT;
import static lt.mokiniai.register.form.RecordKind.GUARDIAN;
import static lt.mokiniai.register.form.RecordKind.IDENTITY;
import static lt.mokiniai.register.form.RecordKind.INTERRUPTION;
import static lt.mokiniai.register.form.RecordKind.MERGE;
import static lt.mokiniai.register.form.RecordKind.ORIGIN;
import static lt.mokiniai.register.form.RecordKind.RESIDENCE;
import static lt.mokiniai.register.form.RecordKind.RESTRICTION;
import static lt.mokiniai.register.form.RecordKind.RESULT;
import static lt.mokiniai.register.form.RecordKind.SPECIAL_NEEDS;
import static lt.mokiniai.register.form.RecordKind.STAGE;
import static lt.mokiniai.register.form.RecordKind.WRITE;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import lt.mokiniai.register.bench.Reference;
import lt.mokiniai.register.form.RecordKind;
import org.jspecify.annotations.Nullable;

/** Each rule, by a student who is right but for what breaks it. */
final class WrongRecords {

    /** What is told of a breach. */
    record Case(
            String name,
            Consumer<WrittenRecords> breach,
            String code,
            RecordKind kind,
            @Nullable String field) {

        @Override
        public String toString() {
            return name;
        }
    }

    private final List<Case> cases = new ArrayList<>();

    private WrongRecords() {}

    static List<Case> all() {
        WrongRecords wrong = new WrongRecords();
        wrong.values();
        wrong.times();
        wrong.histories();
        wrong.results();
        wrong.certificates();
        wrong.keys();
        return wrong.cases;
    }

    private void set(String name, RecordKind kind, int which, String column, @Nullable String value, String code) {
        is(name, records -> records.set(kind, which, column, value), code, kind, column);
    }

    private void is(
            String name, Consumer<WrittenRecords> breach, String code, RecordKind kind, @Nullable String field) {
        cases.add(new Case(name, breach, code, kind, field));
    }

    private void values() {
        set("a wrong check digit", IDENTITY, 0, "personalCode", "51003150000", "MR-401");
        is(
                "a birth date of another",
                records -> records.set(IDENTITY, 0, "birthDate", "2010-03-14"),
                "MR-532",
                IDENTITY,
                "birthDate");
        set("a sex of another", IDENTITY, 0, "sex", "M", "MR-533");
        set("a letter of another alphabet", IDENTITY, 0, "givenNames", "J\u043enas", "MR-534");
        set("a name that is too long", IDENTITY, 0, "familyName", "A".repeat(101), "MR-519");
        set("a birth that is ahead", IDENTITY, 0, "birthDate", "2027-01-01", "MR-537");
        set("a death before the birth", IDENTITY, 0, "dateOfDeath", "2009-01-01", "MR-538");
        set("a death that is ahead", IDENTITY, 0, "dateOfDeath", "2027-01-01", "MR-511");
        set("an identifier that is none", IDENTITY, 0, "registerId", "abc", "MR-L313");
        set("a foreigner identifier that is none", IDENTITY, 0, "foreignerId", "x", "MR-L317");
        set("a sex that is none", IDENTITY, 0, "sex", "X", "MR-402");
        set("a country that is none", CITIZENSHIP, 0, "country", "XX", "MR-402");
        set("a language that is none", ORIGIN, 0, "motherTongue", "xx", "MR-402");
        set("a municipality that is none", RESIDENCE, 0, "municipality", "07", "MR-402");
        set("a street that is none", RESIDENCE, 0, "street", "Ąžuolų", "MR-L317");
        set("a guardian's code that is none", GUARDIAN, 0, "personalCode", "51003150000", "MR-401");
        set("a third guardian", GUARDIAN, 0, "place", "3", "MR-L317");
        set("a relation that is none", GUARDIAN, 0, "relation", "FRIEND", "MR-402");
        set("a telephone that is none", GUARDIAN, 0, "phone", "home", "MR-L317");
        set("needs that are none", SPECIAL_NEEDS, 0, "group", "NONE", "MR-402");
        set("a restriction that is none", RESTRICTION, 0, "kind", "SHY", "MR-402");
        set("a reason of a correction that is none", WRITE, 0, "reason", "WHIM", "MR-402");
    }

    private void times() {
        set("an end before the beginning", RESIDENCE, 1, "validTo", "2009-12-31", "MR-L304");
        set("given up when it was recorded", RESIDENCE, 0, "believedUntil", Pupils.KNOWN, "MR-L305");
        is(
                "given up without having been recorded",
                records -> records.set(RESIDENCE, 0, "recordedAt", null),
                "MR-L305",
                RESIDENCE,
                "believedUntil");
        set("recorded ahead", RESIDENCE, 1, "recordedAt", "2030-01-01T00:00:00Z", "MR-L308");
        set("a day that is far ahead", RESIDENCE, 1, "validFrom", "2030-01-01", "MR-511");
    }

    private void histories() {
        is(
                "two residences at one time",
                records -> records.set(RESIDENCE, 0, "believedUntil", null),
                "MR-L306",
                RESIDENCE,
                "validFrom");
        set("something before the birth", RESIDENCE, 1, "validFrom", "2010-03-14", "MR-538");
        is(
                "an enrolment before the birth",
                records ->
                        records.set(ENROLMENT, 0, "validFrom", "2010-02-01").set(STAGE, 0, "validFrom", "2010-02-01"),
                "MR-538",
                ENROLMENT,
                "validFrom");
        is(
                "days without a stage at the beginning",
                records -> records.set(STAGE, 0, "validFrom", "2024-10-01"),
                "MR-L307",
                ENROLMENT,
                "validFrom");
        is(
                "days without a stage at the end",
                records -> records.set(STAGE, 1, "validTo", "2025-07-31"),
                "MR-L307",
                ENROLMENT,
                "validFrom");
        is("no stage", records -> records.without(STAGE), "MR-L307", ENROLMENT, "validFrom");
        is(
                "a stage beyond the end",
                records -> records.set(STAGE, 1, "validTo", "2025-09-30"),
                "MR-503",
                STAGE,
                "validFrom");
        is(
                "two stages at one time",
                records -> records.set(STAGE, 0, "believedUntil", null),
                "MR-L306",
                STAGE,
                "validFrom");
        is(
                "an interruption beyond the end",
                records -> records.set(INTERRUPTION, 0, "validTo", "2025-10-01"),
                "MR-503",
                INTERRUPTION,
                "validFrom");
        is(
                "interruptions that overlap",
                records -> records.with(
                        INTERRUPTION,
                        "student",
                        "k1",
                        "enrolment",
                        "e1",
                        "reason",
                        "OTHER",
                        "validFrom",
                        "2025-02-14",
                        "validTo",
                        "2025-02-20",
                        "recordedAt",
                        Pupils.DECIDED),
                "MR-L306",
                INTERRUPTION,
                "validFrom");
        is(
                "an enrolment before the school was there",
                records -> records.set(ENROLMENT, 0, "validFrom", "2009-12-31"),
                "MR-512",
                ENROLMENT,
                "institution");
        is(
                "a programme without a licence",
                records -> records.set(ENROLMENT, 0, "programme", Reference.UNLICENSED)
                        .set(ENROLMENT, 1, "programme", Reference.UNLICENSED),
                "MR-514",
                ENROLMENT,
                "programme");
        is(
                "a level of another programme",
                records -> records.set(STAGE, 0, "classLevel", "11").set(STAGE, 1, "classLevel", "11"),
                "MR-515",
                STAGE,
                "classLevel");
        is(
                "a label of another level",
                records -> records.set(STAGE, 0, "gymnasiumLabel", "I"),
                "MR-516",
                STAGE,
                "gymnasiumLabel");
        is("two schools at one time", WrongRecords::secondSchool, "MR-517", ENROLMENT, "validFrom");
        set("an end without a reason", ENROLMENT, 1, "leavingReason", null, "MR-520");
        set("a reason without an end", ENROLMENT, 0, "leavingReason", "TRANSFER", "MR-520");
        set("an expected end before the beginning", ENROLMENT, 0, "expectedEnd", "2024-08-31", "MR-506");
        is(
                "a country that is none to go to",
                records -> records.set(ENROLMENT, 1, "leftTo", "XX"),
                "MR-402",
                ENROLMENT,
                "leftTo");
        is(
                "a stage that tells less than it says",
                records -> records.set(STAGE, 0, "told", "CLASS_NAME"),
                "MR-L321",
                STAGE,
                "told");
        set("an item that is none", STAGE, 0, "told", "HAIR", "MR-L317");
        set("a way of learning that is none", STAGE, 0, "way", "DREAM", "MR-402");
        set("a reason to interrupt that is none", INTERRUPTION, 0, "reason", "WHIM", "MR-402");
    }

    private static void secondSchool(WrittenRecords records) {
        records.with(
                        ENROLMENT,
                        "student",
                        "k1",
                        "enrolment",
                        "e2",
                        "institution",
                        Reference.VILNIUS_SCHOOL,
                        "programme",
                        Reference.BASIC,
                        "validFrom",
                        "2025-08-31",
                        "recordedAt",
                        "2025-09-01T09:00:00+03:00")
                .with(
                        STAGE,
                        "student",
                        "k1",
                        "enrolment",
                        "e2",
                        "classLevel",
                        "8",
                        "validFrom",
                        "2025-08-31",
                        "recordedAt",
                        "2025-09-01T09:00:00+03:00");
    }

    private void results() {
        set("a grade that is none", RESULT, 0, "grade", "11", "MR-L317");
        set("a subject that is none", RESULT, 0, "subject", "ASTROLOGY", "MR-402");
        is(
                "a result of another school year",
                records -> records.set(RESULT, 0, "validFrom", "2025-09-15"),
                "MR-562",
                RESULT,
                "validFrom");
        set("a result of another level", RESULT, 0, "classLevel", "8", "MR-563");
        is(
                "a result by another scale",
                records -> records.set(RESULT, 0, "grade", null).set(RESULT, 0, "passFail", "PASSED"),
                "MR-560",
                RESULT,
                "passFail");
        is(
                "a module in a school",
                records -> records.set(RESULT, 0, "module", Reference.MODULE),
                "MR-561",
                RESULT,
                "module");
    }

    private void certificates() {
        set("a certificate without a number", CERTIFICATE, 0, "registrationNumber", null, "MR-L320");
        set("a kind of certificate that is none", CERTIFICATE, 0, "kind", "DIPLOMA", "MR-402");
        set("an unknown school that issued", CERTIFICATE, 0, "institution", "111111111", "MR-L318");
        is(
                "a certificate without a state",
                records -> records.without(CERTIFICATE_STATE),
                "MR-L323",
                CERTIFICATE,
                null);
        is(
                "a certificate that is out in the world without a day",
                records ->
                        records.set(CERTIFICATE, 0, "registrationNumber", null).set(CERTIFICATE, 0, "issueDate", null),
                "MR-L320",
                CERTIFICATE,
                "issueDate");
        is(
                "half a number of a form",
                records ->
                        records.set(CERTIFICATE, 0, "issueDate", "2022-06-20").set(CERTIFICATE, 0, "series", "H"),
                "MR-L320",
                CERTIFICATE,
                "registrationNumber");
        set("a digital certificate on a form", CERTIFICATE, 0, "formCode", "2001", "MR-L334");
        set("a digital certificate of a series", CERTIFICATE, 0, "series", "H", "MR-L334");
        set("a digital certificate of a number", CERTIFICATE, 0, "documentNumber", "0000001", "MR-L334");
        is(
                "a certificate that is out in the world before its day",
                records -> records.set(CERTIFICATE_STATE, 0, "validFrom", "2025-06-19"),
                "MR-L335",
                CERTIFICATE_STATE,
                "state");
        set("a draft that was issued", CERTIFICATE_STATE, 0, "state", "DRAFT", "MR-L335");
        set("a state with an end", CERTIFICATE_STATE, 0, "validTo", "2025-08-31", "MR-L336");
        is("days between two states", WrongRecords::revokedLater, "MR-L336", CERTIFICATE_STATE, "validTo");
        set("a state before the certificate", CERTIFICATE_STATE, 0, "recordedAt", Pupils.KNOWN, "MR-L319");
        set("a state that is none", CERTIFICATE_STATE, 0, "state", "LOST", "MR-402");
        set("a subject of no certificate", CERTIFICATE_SUBJECT, 0, "certificate", "c9", "MR-L302");
        set("a check without points that may be", CERTIFICATE_CHECK, 0, "score", "101", "MR-L317");
        is(
                "a module of no programme",
                records -> records.with(
                        CERTIFICATE_MODULE,
                        "student",
                        "k1",
                        "certificate",
                        "c1",
                        "place",
                        "1",
                        "programme",
                        Reference.TRADE,
                        "code",
                        "9"),
                "MR-L318",
                CERTIFICATE_MODULE,
                "code");
    }

    private static void revokedLater(WrittenRecords records) {
        records.set(CERTIFICATE_STATE, 0, "validTo", "2025-08-31")
                .with(
                        CERTIFICATE_STATE,
                        "student",
                        "k1",
                        "certificate",
                        "c1",
                        "state",
                        "REVOKED",
                        "validFrom",
                        "2025-09-02",
                        "recordedAt",
                        Pupils.LEFT);
    }

    private void keys() {
        is(
                "an identity with an end",
                records -> records.set(IDENTITY, 0, "validTo", "2020-01-01"),
                "MR-L328",
                IDENTITY,
                "validFrom");
        is("nobody", records -> records.without(IDENTITY), "MR-L301", RESIDENCE, "student");
        set("a stage of no enrolment", STAGE, 0, "enrolment", "e9", "MR-L302");
        set("a stage before the enrolment", STAGE, 0, "recordedAt", "2024-08-19T09:00:00Z", "MR-L319");
        is(
                "an enrolment at two schools",
                records -> records.set(ENROLMENT, 1, "institution", Reference.VILNIUS_SCHOOL),
                "MR-L303",
                ENROLMENT,
                "institution");
        is(
                "a school that is not known",
                records -> records.set(ENROLMENT, 0, "institution", "111111111")
                        .set(ENROLMENT, 1, "institution", "111111111"),
                "MR-L318",
                ENROLMENT,
                "institution");
        is(
                "two writes at one time",
                records -> records.with(
                        WRITE,
                        "student",
                        "k1",
                        "receipt",
                        "r-2",
                        "operation",
                        "o",
                        "party",
                        "p",
                        "institution",
                        "i",
                        "recordedAt",
                        Pupils.KNOWN),
                "MR-L303",
                WRITE,
                "recordedAt");
        is(
                "two of one student",
                records -> records.with(DISTINCT, "student", "k1", "other", "k1", "reason", "a twin"),
                "MR-L327",
                DISTINCT,
                "other");
        is(
                "believed on after a merge",
                records -> records.with(
                        MERGE,
                        "student",
                        "k1",
                        "into",
                        "k0",
                        "kept",
                        "k0",
                        "mergedAt",
                        Pupils.LEFT,
                        "reason",
                        "one child",
                        "validFrom",
                        Pupils.BORN,
                        "recordedAt",
                        Pupils.LEFT),
                "MR-L325",
                IDENTITY,
                "believedUntil");
    }
}
