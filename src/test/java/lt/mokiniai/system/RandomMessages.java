package lt.mokiniai.system;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import lt.mokiniai.tools.demo.DemoCast;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Messages of every party and operation, good ones and such as are wrong in one thing or two. */
record RandomMessages(Register register) {

    private static final String FOR_THE_SCHOOL = "for the school";

    /** What of a message is changed, which says who can tell of it. */
    enum Part {
        /** Within the Body's element. */
        CONTENT,
        /** In the headers of the envelope. */
        HEADERS,
        /** How it is signed, or what was changed after that. */
        SIGNATURE,
        /** The headers of HTTP and the address. */
        HTTP
    }

    /** One change of a good message. */
    record Change(Part part, String name, UnaryOperator<Message> to) {

        @Override
        public String toString() {
            return name;
        }
    }

    /** A question with what is changed of it. */
    record Question(String party, String operation, String content, List<Change> changes) {

        /** Makes the message, with an id of its own at each call. */
        Message message(Register register) {
            Message message = register.as(party).asks(operation, content);
            for (Change change : changes) {
                message = change.to().apply(message);
            }
            return message;
        }

        /** Whose contract it comes under: twice the header is no header. */
        String underContractOf() {
            return changes.stream()
                                    .filter(change -> change.name().equals(FOR_THE_SCHOOL))
                                    .count()
                            == 1
                    ? "school"
                    : party;
        }

        boolean isChangedIn(Part part) {
            return changes.stream().anyMatch(change -> change.part() == part);
        }
    }

    Arbitrary<Question> questions() {
        Arbitrary<List<Change>> changes = Arbitraries.of(changes()).list().ofMaxSize(2);
        return Combinators.combine(
                        parties(),
                        Arbitraries.of(
                                Message.SERVICES.keySet().stream().sorted().toList()))
                .flatAs((party, operation) -> Combinators.combine(content(operation), changes)
                        .as((content, changed) -> new Question(party, operation, content, changed)));
    }

    /** A party whose quota is nearly used up is another test's. */
    private Arbitrary<String> parties() {
        return Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.of("benefits", "municipality", "ticketing", "migration", "school", "vendor")),
                Tuple.of(2, Arbitraries.just("everything")),
                Tuple.of(1, Arbitraries.of("ended", "suspended", "coming", "cases", "archive", "reasons")));
    }

    private Arbitrary<String> content(String operation) {
        return switch (operation) {
            case "checkConnection" -> Arbitraries.of("", "", "<m:more/>");
            case "getContract" -> Arbitraries.of("", "<m:withFile>true</m:withFile>", "<m:withFile>2</m:withFile>");
            case "explainRequest" -> Arbitraries.of("<m:request><a/></m:request>", "<m:message>AAAA</m:message>", "");
            case "getOutcome" -> Arbitraries.of("<m:id>" + "a".repeat(101) + "</m:id>", "<m:id>never</m:id>", "");
            case "getServiceDescription" ->
                Arbitraries.of("<m:service>students</m:service><m:version>v1</m:version>", "<m:service/>");
            case "resolveStudents" -> entries(person(), Arbitraries.of(1, 1, 1, 2, 200, 201, 501, 1001));
            case "findStudents" -> texts(List.of(criteria(), validOn(), knownAt(), pageSize()));
            case "confirmStudentFact" ->
                texts(List.of(
                        person(),
                        Arbitraries.of(
                                "<m:fact><m:learnsGeneralOrVocational/></m:fact>",
                                "<m:fact><m:learnsAnywhere/></m:fact>",
                                "<m:fact><m:isInterrupted/></m:fact>",
                                "<m:fact><m:levelAtLeast>5</m:levelAtLeast></m:fact>",
                                "<m:fact/>"),
                        validOn(),
                        knownAt()));
            case "getEnrolments" -> texts(List.of(person(), validOn(), period(), knownAt()));
            case "getClassRoster", "verifyCertificate" ->
                texts(List.of(Arbitraries.just(Questions.content(operation)), validOn(), knownAt()));
            default -> texts(List.of(person(), validOn(), knownAt()));
        };
    }

    private static Arbitrary<String> entries(Arbitrary<String> person, Arbitrary<Integer> times) {
        return Combinators.combine(person, times).as((one, count) -> ("<m:entry>" + one + "</m:entry>").repeat(count));
    }

    private static Arbitrary<String> texts(List<Arbitrary<String>> parts) {
        return Combinators.combine(parts).as(texts -> String.join("", texts));
    }

    private Arbitrary<String> person() {
        return Arbitraries.frequencyOf(
                Tuple.of(
                        6,
                        Arbitraries.of(DemoCast.KAUNAS_STUDENT, DemoCast.VILNIUS_STUDENT, DemoCast.GRADUATE)
                                .map(Client::person)),
                Tuple.of(
                        3,
                        days().map(day -> "<m:person><t:withoutCode><t:birthDate>" + day
                                + "</t:birthDate><t:givenNames>Jonas</t:givenNames><t:familyName>Jonaitis</t:familyName>"
                                + "</t:withoutCode></m:person>")),
                Tuple.of(
                        1,
                        Arbitraries.of("59403149014", "59402309013", "5940314901X", " 59403149013 ", "")
                                .map(Client::person)),
                Tuple.of(1, Arbitraries.of("", "<m:person/>")));
    }

    private Arbitrary<String> criteria() {
        return texts(List.of(
                        maybe("municipality", Arbitraries.of("19", "98")),
                        Arbitraries.of(
                                        Client.institution("191000018"),
                                        Client.institution("NATURAL_PERSON", "LM000016"),
                                        Client.institution("LEGAL_ENTITY", "191000019"),
                                        Client.institution("SCHOOL", "191000018"))
                                .injectNull(0.7)
                                .map(institution -> institution == null ? "" : institution),
                        maybe("programmeFamily", Arbitraries.of("BASIC", "NONE")),
                        maybe("classLevel", Arbitraries.of("5", "13", "-1")),
                        maybe("bornFrom", days()),
                        maybe("bornTo", days())))
                .map(within -> "<m:criteria>" + within + "</m:criteria>");
    }

    private Arbitrary<String> validOn() {
        return maybe("validOn", days());
    }

    private Arbitrary<String> knownAt() {
        return maybe("knownAt", times());
    }

    private Arbitrary<String> period() {
        return Combinators.combine(days(), days())
                .as((from, to) -> "<m:period><m:from>" + from + "</m:from><m:to>" + to + "</m:to></m:period>")
                .injectNull(0.8)
                .map(period -> period == null ? "" : period);
    }

    private static Arbitrary<String> pageSize() {
        return maybe("pageSize", Arbitraries.of("1", "40", "500", "501", "0", "2147483648"));
    }

    private static Arbitrary<String> maybe(String name, Arbitrary<String> values) {
        return values.map(value -> "<m:" + name + ">" + value + "</m:" + name + ">")
                .injectNull(0.7)
                .map(element -> element == null ? "" : element);
    }

    /** Days about the edges of contracts, and those that only XML Schema knows. */
    private Arbitrary<String> days() {
        LocalDate today = register.today();
        return Arbitraries.frequencyOf(
                Tuple.of(
                        4,
                        Arbitraries.of(0, -1, 1, -400, -729, -733, -3000, -20_000)
                                .map(days -> today.plusDays(days).toString())),
                Tuple.of(
                        2,
                        Arbitraries.of(
                                "2026-02-30",
                                "2026-01-01Z",
                                "2026-01-01+14:00",
                                "0001-01-01",
                                "9999-12-31",
                                "12010-01-01",
                                "-0044-03-15",
                                "-12010-01-01")));
    }

    private Arbitrary<String> times() {
        return Arbitraries.frequencyOf(
                Tuple.of(
                        3,
                        Arbitraries.of(-1, 2, -400, -729, -733, -20_000)
                                .map(days -> register.clock()
                                        .instant()
                                        .plus(Duration.ofDays(days))
                                        .toString())),
                Tuple.of(
                        2,
                        Arbitraries.of(
                                "2026-01-01T24:00:00",
                                "2026-01-01T12:00:00",
                                "2026-01-01T12:00:00.123456789012Z",
                                "9999-12-31T23:59:59-14:00",
                                "0001-01-01T00:00:00+14:00",
                                "-0001-01-01T00:00:00Z",
                                "12010-01-01T00:00:00Z")));
    }

    private List<Change> changes() {
        return List.of(
                header("no id", "<xrd:id[ >].*?</xrd:id>", ""),
                header("no service", "<xrd:service[ >].*?</xrd:service>", ""),
                header("no client", "<xrd:client[ >].*?</xrd:client>", ""),
                header("no protocolVersion", "<xrd:protocolVersion.*?</xrd:protocolVersion>", ""),
                header("no serviceVersion", "<id:serviceVersion>.*?</id:serviceVersion>", ""),
                header("no objectType", "(<xrd:client) id:objectType=\"SUBSYSTEM\"", "$1"),
                header("two ids", "(<xrd:id[ >].*?</xrd:id>)", "$1$1"),
                header("protocol 3.9", ">4.0<", ">3.9<"),
                header("serviceVersion v2", "serviceVersion>v1<", "serviceVersion>v2<"),
                header("another operation's code", "(<id:serviceCode>)[^<]*<", "$1getCertificates<"),
                header("another register", "190000008<", "190000047<"),
                header("an unknown header", "(</soap:Header>)", "<xrd:more>x</xrd:more>$1"),
                header("a foreign header", "(</soap:Header>)", "<a xmlns='urn:a'>x</a>$1"),
                header("another party's client", "subsystemCode>[a-z]*<", "subsystemCode>elsewhere<"),
                new Change(Part.HEADERS, "an id with a space", message -> message.withId("one two")),
                new Change(Part.HEADERS, "a long id", message -> message.withId("x".repeat(101))),
                new Change(Part.CONTENT, "no userId", message -> message.withUserId(null)),
                new Change(Part.CONTENT, "no issue", message -> message.withIssue(null)),
                new Change(Part.CONTENT, FOR_THE_SCHOOL, message -> message.representing(DemoCast.SCHOOL)),
                new Change(Part.CONTENT, FOR_THE_SCHOOL, message -> message.representing(DemoCast.SCHOOL)),
                new Change(Part.HEADERS, "a blank issue", message -> message.withIssue(" ")),
                new Change(Part.HEADERS, "a longest userId", message -> message.withUserId("š".repeat(200))),
                new Change(
                        Part.HEADERS,
                        "a userId of many bytes",
                        message -> message.withUserId("\uD83D\uDE00".repeat(100))),
                content("an unknown element", "(</m:[a-zA-Z]*></soap:Body>)", "<m:unknown/>$1"),
                header(
                        "another operation's element",
                        "(</?m:)(getStudent|findStudents|getEnrolments)([ >])",
                        "$1getClassRoster$3"),
                content("another namespace", "lt/(students|enrolments)/v1", "lt/$1/v2"),
                content("a text of 70,000 characters", "(</m:[a-zA-Z]*></soap:Body>)", "x".repeat(70_000) + "$1"),
                content("50 levels", "(</m:[a-zA-Z]*></soap:Body>)", "<a>".repeat(50) + "</a>".repeat(50) + "$1"),
                new Change(Part.SIGNATURE, "no signature", Message::unsigned),
                new Change(Part.SIGNATURE, "an unsigned id", message -> message.withoutSigning("id")),
                new Change(Part.SIGNATURE, "an unsigned Body", message -> message.withoutSigning("Body")),
                new Change(Part.SIGNATURE, "an old Timestamp", message -> message.at(now().minusSeconds(900))),
                new Change(Part.SIGNATURE, "a Timestamp ahead", message -> message.at(now().plusSeconds(900))),
                new Change(Part.SIGNATURE, "a stranger's key", message -> message.signedBy("stranger")),
                new Change(Part.SIGNATURE, "a key in no contract", message -> message.signedBy("nobody")),
                new Change(Part.SIGNATURE, "an expired key", message -> message.signedBy("expired")),
                new Change(Part.SIGNATURE, "a revoked key", message -> message.signedBy("revoked")),
                new Change(Part.SIGNATURE, "changed afterwards", message -> message.raw(RandomMessages::changed)),
                new Change(Part.SIGNATURE, "half of it", message -> message.raw(RandomMessages::half)),
                new Change(Part.HTTP, "no SOAPAction", message -> message.soapAction("")),
                new Change(Part.HTTP, "another SOAPAction", message -> message.soapAction("\"urn:other\"")),
                new Change(Part.HTTP, "JSON", message -> message.header("Content-Type", "application/json")),
                new Change(Part.HTTP, "another address", message -> message.to("certificates/v1")));
    }

    private Instant now() {
        return register.clock().instant();
    }

    private static byte[] changed(byte[] bytes) {
        byte[] other = bytes.clone();
        String text = new String(bytes, StandardCharsets.UTF_8);
        int at = Math.max(text.indexOf(">v1<") + 1, 0);
        other[at] ^= 1;
        return other;
    }

    private static byte[] half(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length / 2);
    }

    private static Change header(String name, String pattern, String by) {
        return new Change(Part.HEADERS, name, message -> message.envelope(xml -> replaced(xml, pattern, by)));
    }

    private static Change content(String name, String pattern, String by) {
        return new Change(Part.CONTENT, name, message -> message.envelope(xml -> replaced(xml, pattern, by)));
    }

    /** What another change took away already is not there to be changed. */
    private static String replaced(String xml, String pattern, String by) {
        String changed = xml.replaceAll(pattern, by);
        return changed.equals(xml) ? xml + "\n" : changed;
    }
}
