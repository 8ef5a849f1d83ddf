package lt.mokiniai.system;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.tools.demo.DemoCast;

/** What cannot be asked in this way: a Body that its schema does not allow, and MR-4xx. */
final class RequestBreaches {

    private static final Register REGISTER = Register.shared();

    private RequestBreaches() {}

    static List<Breach> all() {
        List<Breach> all = new ArrayList<>();
        schema(all);
        codes(all);
        times(all);
        sizes(all);
        return all;
    }

    private static void schema(List<Breach> all) {
        ExchangeError error = ExchangeError.SCHEMA;
        all.add(student("a code with a letter", error, message -> message.within(Client.person("5940314901X"))));
        all.add(student("a person without a code or name", error, message -> message.within("<m:person/>")));
        all.add(student("no person", error, message -> message.within("")));
        all.add(student(
                "two persons",
                error,
                message -> message.within(Client.person(DemoCast.KAUNAS_STUDENT) + Client.person(DemoCast.TWIN_A))));
        all.add(student(
                "an element that the schema does not have",
                error,
                message -> message.within(Client.person(DemoCast.KAUNAS_STUDENT) + "<m:everything/>")));
        all.add(student(
                "a date that does not exist",
                error,
                message ->
                        message.within(Client.person(DemoCast.KAUNAS_STUDENT) + "<m:validOn>2026-02-30</m:validOn>")));
        all.add(student(
                "a type chosen by the sender",
                error,
                message -> message.replacing(
                        "<m:person>",
                        "<m:person xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\"t:Student\">")));
        String entry = "<m:entry><m:person>" + Client.selector(DemoCast.KAUNAS_STUDENT) + "</m:person></m:entry>";
        all.add(new Breach(
                "1,001 entries",
                error,
                () -> REGISTER.as("school").asks("resolveStudents", entry),
                message -> message.within(entry.repeat(1001))));
    }

    private static void codes(List<Breach> all) {
        all.add(student(
                "a personal code with a wrong check digit",
                ExchangeError.PERSONAL_CODE,
                message -> message.within(Client.person("59403149014"))));
        all.add(student(
                "a personal code of an impossible day",
                ExchangeError.PERSONAL_CODE,
                message -> message.within(Client.person("59402309013"))));
        all.add(search(
                "<m:municipality>19</m:municipality>",
                "<m:municipality>98</m:municipality>",
                ExchangeError.UNKNOWN_CODE));
        all.add(search(
                "<m:programmeFamily>BASIC</m:programmeFamily>",
                "<m:programmeFamily>BASICS</m:programmeFamily>",
                ExchangeError.UNKNOWN_CODE));
        institution(
                "a code with a wrong check digit", "LEGAL_ENTITY", "191000019", ExchangeError.INSTITUTION_CODE, all);
        institution("a unit of such a code", "UNIT", "191000019-1", ExchangeError.INSTITUTION_CODE, all);
        institution(
                "a person's code as a legal entity's", "LEGAL_ENTITY", "LM000016", ExchangeError.INSTITUTION_CODE, all);
        institution(
                "a legal entity's code as a person's",
                "NATURAL_PERSON",
                "191000018",
                ExchangeError.INSTITUTION_CODE,
                all);
        institution("an unknown kind of code", "SCHOOL", "191000018", ExchangeError.UNKNOWN_CODE, all);
        institution("a personal code as a person's", "NATURAL_PERSON", "39001010008", ExchangeError.SCHEMA, all);
        all.add(new Breach(
                "a page token that nobody gave",
                ExchangeError.PAGE_TOKEN,
                RequestBreaches::firstPage,
                message -> message.replacing("</m:pageSize>", "</m:pageSize><m:pageToken>AAAA</m:pageToken>")));
        all.add(new Breach(
                "a page token of another search",
                ExchangeError.PAGE_TOKEN,
                () -> page("", token()),
                message -> message.replacing("<m:criteria>", "<m:criteria><m:classLevel>8</m:classLevel>")));
    }

    /** By an institution that is none one can neither search nor ask for a class. */
    private static void institution(String rule, String kind, String code, ExchangeError error, List<Breach> all) {
        String school = Client.institution(DemoCast.SCHOOL);
        String wrong = Client.institution(kind, code);
        all.add(new Breach(
                "a search by " + rule,
                error,
                () -> REGISTER.as("municipality").findStudents(school),
                message -> message.replacing(school, wrong)));
        all.add(new Breach(
                "a roster by " + rule, error, RequestBreaches::roster, message -> message.replacing(school, wrong)));
    }

    private static void times(List<Breach> all) {
        LocalDate today = REGISTER.today();
        all.add(student(
                "a day before a contract of the current state",
                ExchangeError.OUT_OF_DEPTH,
                message -> message.within(
                        Client.person(DemoCast.KAUNAS_STUDENT) + "<m:validOn>" + today.minusDays(1) + "</m:validOn>")));
        all.add(new Breach(
                "a day before two years",
                ExchangeError.OUT_OF_DEPTH,
                () -> on(today.minusYears(2)),
                message -> message.replacing(
                        today.minusYears(2).toString(),
                        today.minusYears(2).minusDays(1).toString())));
        all.add(student(
                "a day of another millennium",
                ExchangeError.DATE_OUT_OF_RANGE,
                message ->
                        message.within(Client.person(DemoCast.KAUNAS_STUDENT) + "<m:validOn>12026-11-29</m:validOn>")));
        all.add(student(
                "what will be known tomorrow",
                ExchangeError.KNOWN_AT_AHEAD,
                message -> message.within(Client.person(DemoCast.KAUNAS_STUDENT) + "<m:knownAt>"
                        + REGISTER.clock().instant().plus(Duration.ofDays(1)) + "</m:knownAt>")));
        Supplier<Message> period = () -> REGISTER.as("municipality")
                .asks("getEnrolments", Client.person(DemoCast.KAUNAS_STUDENT) + period(today.minusDays(9), today));
        all.add(new Breach(
                "a period that ends before it begins",
                ExchangeError.PERIOD,
                period,
                message -> message.within(Client.person(DemoCast.KAUNAS_STUDENT) + period(today, today.minusDays(9)))));
        all.add(new Breach(
                "a day and a period",
                ExchangeError.PERIOD,
                period,
                message -> message.replacing("<m:period>", "<m:validOn>" + today + "</m:validOn><m:period>")));
        all.add(search(
                "<m:bornFrom>2012-01-01</m:bornFrom><m:bornTo>2012-12-31</m:bornTo>",
                "<m:bornFrom>2012-12-31</m:bornFrom><m:bornTo>2012-01-01</m:bornTo>",
                ExchangeError.PERIOD));
    }

    private static void sizes(List<Breach> all) {
        String entry = "<m:entry><m:person>" + Client.selector(DemoCast.KAUNAS_STUDENT) + "</m:person></m:entry>";
        all.add(new Breach(
                "201 entries where 200 are allowed",
                ExchangeError.BATCH_TOO_LARGE,
                () -> REGISTER.as("migration").asks("resolveStudents", entry.repeat(200)),
                message -> message.within(entry.repeat(201))));
    }

    private static String period(LocalDate from, LocalDate to) {
        return "<m:period><m:from>" + from + "</m:from><m:to>" + to + "</m:to></m:period>";
    }

    private static Message on(LocalDate day) {
        return REGISTER.as("municipality")
                .asks("getStudent", Client.person(DemoCast.KAUNAS_STUDENT) + "<m:validOn>" + day + "</m:validOn>");
    }

    private static Message roster() {
        return REGISTER.as("school")
                .asks("getClassRoster", Client.institution(DemoCast.SCHOOL) + "<m:className>8A</m:className>");
    }

    private static Message firstPage() {
        return REGISTER.as("school").asks("findStudents", "<m:criteria/><m:pageSize>3</m:pageSize>");
    }

    private static Message page(String criteria, String token) {
        return REGISTER.as("school")
                .asks(
                        "findStudents",
                        "<m:criteria>" + criteria + "</m:criteria><m:pageSize>3</m:pageSize><m:pageToken>" + token
                                + "</m:pageToken>");
    }

    private static String token() {
        return Xml.child(firstPage().send().content(), "nextPageToken").getTextContent();
    }

    private static Breach search(String good, String bad, ExchangeError error) {
        return new Breach(
                "a search by " + bad,
                error,
                () -> REGISTER.as("municipality").findStudents(good),
                message -> message.replacing(good, bad));
    }

    private static Breach student(String rule, ExchangeError error, UnaryOperator<Message> breaking) {
        return new Breach(rule, error, () -> REGISTER.as("benefits").getStudent(DemoCast.KAUNAS_STUDENT), breaking);
    }
}
