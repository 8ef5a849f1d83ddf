package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lt.mokiniai.system.ContractFile.Grant;
import lt.mokiniai.tools.demo.DemoCast;
import org.w3c.dom.Element;

/** What is asked of every party, and what must come of it. */
final class ScopeQuestions {

    private static final Pattern REGISTER_ID = Pattern.compile("<t:registerId>([^<]*)<");
    private static final Pattern REGISTRATION = Pattern.compile("<m:registrationNumber>([^<]*)<");

    private final Map<String, byte[]> full = new HashMap<>();
    private final Register register;
    /** One moment for all questions, so that a full answer serves for every party. */
    private final String knownAt;

    ScopeQuestions(Register register) {
        this.register = register;
        this.knownAt = "<m:knownAt>" + register.startedAt() + "</m:knownAt>";
    }

    /** The contents of the questions of one operation. */
    List<String> of(String operation, Grant grant) {
        LocalDate today = register.today();
        List<String> days = grant.isCurrentOnly() ? List.of("") : List.of("", validOn(today.minusMonths(8)));
        List<String> contents = contents(operation, grant)
                .flatMap(content -> days.stream().map(day -> dated(content, day)))
                .collect(Collectors.toCollection(ArrayList::new));
        if ("getEnrolments".equals(operation) && !grant.isCurrentOnly()) {
            String period = "<m:period><m:from>" + today.minusYears(2) + "</m:from></m:period>";
            everybody().forEach(person -> contents.add(person + period + knownAt));
        }
        return contents;
    }

    static String validOn(LocalDate day) {
        return "<m:validOn>" + day + "</m:validOn>";
    }

    /** Puts the two times where the schema wants them: last, but before the size of a page. */
    String dated(String content, String day) {
        int size = content.indexOf("<m:pageSize>");
        return size < 0
                ? content + day + knownAt
                : content.substring(0, size) + day + knownAt + content.substring(size);
    }

    private static Stream<String> contents(String operation, Grant grant) {
        return switch (operation) {
            case "getStudent", "getCertificates", "getEnrolments", "getResults" -> everybody();
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
                                .replace(DemoCast.GRADUATE.familyName(), DemoCast.KAUNAS_STUDENT.familyName()));
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
                        "<m:learnsGeneralOrVocational/>",
                        "<m:learnsAnywhere/>",
                        "<m:isInterrupted/>",
                        "<m:levelAtLeast>8</m:levelAtLeast>",
                        "<m:inProgrammeFamily>BASIC</m:inProgrammeFamily>",
                        "<m:studiesInMunicipality>19</m:studiesInMunicipality>")
                .filter(fact -> grant.asks().contains("fact/" + fact.replaceAll("^<m:(\\w+).*", "$1")))
                .map(fact -> person + "<m:fact>" + fact + "</m:fact>");
    }

    /** Works out what a party must get, from what one gets who may have all. */
    Element expected(String operation, String content, Grant grant, Narrowing narrowing) {
        Element answer = whole(operation, content);
        LocalDate day = LocalDate.parse(Xml.child(answer, "validOn").getTextContent());
        Set<String> reached = Residents.of(grant, day, register);
        Set<String> withheld = Residents.withheldFrom(grant, register);
        switch (operation) {
            case "getStudent", "getEnrolments", "getResults", "getCertificates" -> {
                one(answer, asked(content).get(0), reached, withheld, narrowing);
            }
            case "resolveStudents" -> {
                List<String> ids = new ArrayList<>(asked(content));
                Xml.children(answer, "result")
                        .forEach(result -> one(result, ids.remove(0), reached, withheld, narrowing));
            }
            case "findStudents" ->
                Xml.children(answer, "student").forEach(student -> {
                    if (!reached.contains(registerId(student))) {
                        narrowing.remove(student);
                    } else if (withheld.contains(registerId(student))) {
                        narrowing.hide(student);
                    }
                });
            case "getClassRoster" ->
                // Whoever stands in a class attends its school.
                Xml.children(answer, "student").stream()
                        .filter(student ->
                                !reached.contains(registerId(student)) || withheld.contains(registerId(student)))
                        .forEach(narrowing::remove);
            case "confirmStudentFact" -> fact(answer, content, reached, withheld, narrowing);
            case "verifyCertificate" -> presented(answer, content, reached, withheld, narrowing);
            default -> throw new AssertionError(operation);
        }
        return narrowing.narrow(answer);
    }

    private static String registerId(Element student) {
        return Xml.child(Xml.child(student, "identity"), "registerId").getTextContent();
    }

    private static void one(
            Element answer, String student, Set<String> reached, Set<String> withheld, Narrowing narrowing) {
        List<Element> told = Stream.of("student", "enrolment", "certificate")
                .flatMap(name -> Xml.children(answer, name).stream())
                .toList();
        if (!reached.contains(student)) {
            told.forEach(narrowing::remove);
            // How to handle what is told says that the student is restricted.
            Xml.children(answer, "handling").forEach(answer::removeChild);
            Xml.child(answer, "outcome").setTextContent("NOT_FOUND");
        } else if (withheld.contains(student)) {
            told.forEach(narrowing::hide);
        }
    }

    /** Where somebody studies is a secret of a restricted student. */
    private static void fact(
            Element answer, String content, Set<String> reached, Set<String> withheld, Narrowing narrowing) {
        String student = asked(content).get(0);
        boolean isWithheld = withheld.contains(student) && content.contains("studiesInMunicipality");
        if (!reached.contains(student) || isWithheld) {
            Xml.child(answer, "answer").setTextContent("UNKNOWN");
            Xml.children(answer, "validUntil").forEach(narrowing::remove);
        }
    }

    private void presented(
            Element answer, String content, Set<String> reached, Set<String> withheld, Narrowing narrowing) {
        Set<String> holders = Set.copyOf(register.jdbc()
                .sql("SELECT register_id FROM person WHERE id IN"
                        + " (SELECT person_id FROM certificate WHERE registration_number = ?)")
                .param(all(REGISTRATION, content).get(0))
                .query(String.class)
                .list());
        List<Element> certificates = Xml.children(answer, "certificate");
        if (Collections.disjoint(holders, reached)) {
            certificates.forEach(narrowing::remove);
            Xml.child(answer, "status").setTextContent("NOT_FOUND");
        } else if (!Collections.disjoint(holders, withheld)) {
            certificates.forEach(narrowing::hide);
        }
    }

    /** The answer to one who may have all. */
    Element whole(String operation, String content) {
        byte[] bytes = full.computeIfAbsent(operation + content, unknown -> {
            Reply reply = register.as("everything").asks(operation, content).send();
            assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
            return Xml.write(reply.content());
        });
        return Xml.parse(bytes).getDocumentElement();
    }

    /** The students who are asked about, by register id, in their order. */
    private static List<String> asked(String content) {
        return all(REGISTER_ID, content);
    }

    private static List<String> all(Pattern pattern, String content) {
        List<String> found =
                pattern.matcher(content).results().map(match -> match.group(1)).toList();
        assertThat(found).isNotEmpty();
        return found;
    }
}
