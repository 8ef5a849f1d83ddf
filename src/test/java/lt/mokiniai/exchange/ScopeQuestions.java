package lt.mokiniai.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lt.mokiniai.demo.DemoCast;
import lt.mokiniai.exchange.ContractFile.Grant;
import org.w3c.dom.Element;

/** What is asked of every party, and what must come of it. */
final class ScopeQuestions {

    private static final Register REGISTER = Register.shared();
    /** One moment for all questions, so that a full answer serves for every party. */
    private static final String KNOWN_AT = "<m:knownAt>" + REGISTER.startedAt() + "</m:knownAt>";

    private static final Pattern REGISTER_ID = Pattern.compile("<t:registerId>([^<]*)<");

    private static final Map<String, byte[]> FULL = new HashMap<>();

    private ScopeQuestions() {}

    /** The contents of the questions of one operation. */
    static List<String> of(String operation, Grant grant) {
        LocalDate today = REGISTER.today();
        List<String> days = grant.isCurrentOnly() ? List.of("") : List.of("", validOn(today.minusMonths(8)));
        List<String> contents = contents(operation, grant)
                .flatMap(content -> days.stream().map(day -> dated(content, day)))
                .collect(Collectors.toCollection(ArrayList::new));
        if ("getEnrolments".equals(operation) && !grant.isCurrentOnly()) {
            String period = "<m:period><m:from>" + today.minusYears(2) + "</m:from></m:period>";
            everybody().forEach(person -> contents.add(person + period + KNOWN_AT));
        }
        return contents;
    }

    private static String validOn(LocalDate day) {
        return "<m:validOn>" + day + "</m:validOn>";
    }

    /** Puts the two times where the schema wants them: last, but before the size of a page. */
    private static String dated(String content, String day) {
        int size = content.indexOf("<m:pageSize>");
        return size < 0
                ? content + day + KNOWN_AT
                : content.substring(0, size) + day + KNOWN_AT + content.substring(size);
    }

    private static Stream<String> contents(String operation, Grant grant) {
        return switch (operation) {
            case "getStudent", "getCertificates", "getEnrolments" -> everybody();
            case "confirmStudentFact" -> everybody().flatMap(person -> facts(person, grant));
            case "resolveStudents" ->
                Stream.of(everybody()
                        .map(person -> "<m:entry>" + person + "</m:entry>")
                        .collect(Collectors.joining()));
            case "findStudents" -> Stream.of("<m:criteria/><m:pageSize>500</m:pageSize>");
            case "getClassRoster" -> Stream.of(Questions.content(operation));
            case "verifyCertificate" ->
                Stream.of(
                        Questions.content(operation),
                        Questions.content(operation)
                                .replace(DemoCast.GRADUATE.familyName(), DemoCast.KAUNAS_PUPIL.familyName()));
            default -> throw new AssertionError(operation);
        };
    }

    /** The cast by register id, so that nobody is ambiguous. */
    private static Stream<String> everybody() {
        return Arrays.stream(DemoCast.values())
                .map(person -> "<m:person><t:registerId>" + person.registerId() + "</t:registerId></m:person>");
    }

    private static Stream<String> facts(String person, Grant grant) {
        return Stream.of(
                        "<m:isPupil/>",
                        "<m:levelAtLeast>8</m:levelAtLeast>",
                        "<m:inProgrammeFamily>BASIC</m:inProgrammeFamily>",
                        "<m:studiesInMunicipality>19</m:studiesInMunicipality>")
                .filter(fact -> grant.asks().contains("fact/" + fact.replaceAll("^<m:(\\w+).*", "$1")))
                .map(fact -> person + "<m:fact>" + fact + "</m:fact>");
    }

    /** Works out what a party must get, from what one gets who may have all. */
    static Element expected(String operation, String content, Grant grant, Narrowing narrowing) {
        Element answer = full(operation, content);
        LocalDate day = LocalDate.parse(Xml.child(answer, "validOn").getTextContent());
        Set<String> reached = Residents.of(grant, day, REGISTER);
        Set<String> withheld = Residents.withheldFrom(grant, REGISTER);
        switch (operation) {
            case "getStudent", "getEnrolments", "getCertificates" -> {
                one(answer, asked(content), reached, withheld, narrowing);
            }
            case "resolveStudents" -> {
                List<String> ids = new ArrayList<>(Arrays.stream(DemoCast.values())
                        .map(DemoCast::registerId)
                        .toList());
                Xml.children(answer, "result")
                        .forEach(result -> one(result, ids.remove(0), reached, withheld, narrowing));
            }
            case "findStudents", "getClassRoster" ->
                Stream.concat(Xml.children(answer, "student").stream(), Xml.children(answer, "pupil").stream())
                        .forEach(pupil -> {
                            String id = Xml.child(Xml.child(pupil, "identity"), "registerId")
                                    .getTextContent();
                            if (!reached.contains(id)) {
                                narrowing.remove(pupil);
                            }
                        });
            case "confirmStudentFact" -> fact(answer, content, withheld, narrowing);
            default -> {}
        }
        return narrowing.narrow(answer);
    }

    private static void one(
            Element answer, String pupil, Set<String> reached, Set<String> withheld, Narrowing narrowing) {
        List<Element> told = Stream.of("student", "enrolment", "certificate")
                .flatMap(name -> Xml.children(answer, name).stream())
                .toList();
        if (!reached.contains(pupil)) {
            told.forEach(narrowing::remove);
            Xml.child(answer, "outcome").setTextContent("NOT_FOUND");
        } else if (withheld.contains(pupil)) {
            told.forEach(narrowing::hide);
        }
    }

    /** Where somebody studies is a secret of a restricted pupil. */
    private static void fact(Element answer, String content, Set<String> withheld, Narrowing narrowing) {
        if (withheld.contains(asked(content)) && content.contains("studiesInMunicipality")) {
            Xml.child(answer, "answer").setTextContent("UNKNOWN");
            Xml.children(answer, "validUntil").forEach(narrowing::remove);
        }
    }

    private static Element full(String operation, String content) {
        byte[] bytes = FULL.computeIfAbsent(operation + content, unknown -> {
            Reply reply = REGISTER.as("everything").asks(operation, content).send();
            assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
            return Xml.write(reply.content());
        });
        return Xml.parse(bytes).getDocumentElement();
    }

    private static String asked(String content) {
        Matcher id = REGISTER_ID.matcher(content);
        assertThat(id.find()).isTrue();
        return id.group(1);
    }
}
