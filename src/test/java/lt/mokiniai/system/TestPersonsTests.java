package lt.mokiniai.system;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lt.mokiniai.architecture.Documents;
import lt.mokiniai.tools.demo.DemoCast;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** The list of persons for testers is what the demo register answers about each of them. */
class TestPersonsTests {

    private static final Register REGISTER = Register.shared();

    /** The options that each party's contract requires, in the words of the demo's client. */
    private static final Map<String, String> OPTIONS = Map.of(
            "benefits",
            "--issue B-1",
            "municipality",
            "--user me",
            "school",
            "--user me",
            "migration",
            "--user me --issue B-1");

    @Test
    void theDocumentIsWhatIsAnswered() throws IOException {
        Documents.check(Path.of("docs/test-persons.md"), document());
    }

    private static String document() {
        StringBuilder text = new StringBuilder("""
                # Persons for testers · Asmenys bandymams

                Made by `TestPersonsTests` from the cast of the demo register (`DemoCast`) and its answers. They are in every demo,
                with the same codes and names; nobody of them lives. Their studies are told from the school year in which the demo
                was made. Institution `%s` is the demo school, its class 8A has %d students.

                Sąrašas padarytas iš demonstracinio registro ir jo atsakymų. Šių asmenų kodai ir vardai visada tie patys, nė vienas
                jų negyvena.

                ## Who they are · Kas jie
                | | person | born | lt | en |
                | --- | --- | --- | --- | --- |
                """.formatted(DemoCast.SCHOOL, DemoCast.CLASS_SIZE));
        for (DemoCast one : DemoCast.values()) {
            text.append("| `%s` | `%s`<br>%s %s | %s | %s | %s |\n"
                    .formatted(
                            one.name(),
                            one.personalCode().or(one::foreignerId).orElse("–"),
                            one.givenNames(),
                            one.familyName(),
                            one.birthDate(),
                            one.purposeLt(),
                            one.purposeEn()));
        }
        text.append("""

                ## Who sees what · Kas ką mato
                What `getStudent` answers each party today: the parts of a student that come back, or the outcome. For the ticketing
                company, what `confirmStudentFact` answers to `learnsGeneralOrVocational`.

                Ką šiandien kiekvienai šaliai atsako `getStudent`: grąžinamos dalys arba baigtis. Vežėjui – `confirmStudentFact`
                atsakymas į `learnsGeneralOrVocational`.

                | | benefits | municipality | founder | school | migration | health | ticketing |
                | --- | --- | --- | --- | --- | --- | --- | --- |
                """);
        for (DemoCast one : DemoCast.values()) {
            text.append("| `%s` | %s | %s |\n"
                    .formatted(
                            one.name(),
                            Stream.of("benefits", "municipality", "founder", "school", "migration", "health")
                                    .map(party -> seen(one, party))
                                    .collect(Collectors.joining(" | ")),
                            confirmed(one)));
        }
        text.append("""

                ## Calls · Kreipiniai
                The client of the demo; `--as` names who asks. By SOAP: [a message by hand](messages.md).

                ```
                """);
        Stream.of(DemoCast.values())
                .map(TestPersonsTests::words)
                .distinct()
                .forEach(words -> text.append("var/demo/mokiniai call getStudent --as migration %s %s\n"
                        .formatted(OPTIONS.get("migration"), words)));
        text.append("""
                var/demo/mokiniai call getEnrolments --as benefits %s personalCode=%s
                var/demo/mokiniai call getClassRoster --as school %s institution/kind=LEGAL_ENTITY institution/code=%s className=%s
                var/demo/mokiniai call getCertificates --as migration %s personalCode=%s
                var/demo/mokiniai call confirmStudentFact --as ticketing personalCode=%s learnsGeneralOrVocational=
                ```
                """.formatted(
                        OPTIONS.get("benefits"),
                        DemoCast.KAUNAS_STUDENT.personalCode().orElseThrow(),
                        OPTIONS.get("school"),
                        DemoCast.SCHOOL,
                        DemoCast.CLASS_NAME,
                        OPTIONS.get("migration"),
                        DemoCast.GRADUATE.personalCode().orElseThrow(),
                        DemoCast.KAUNAS_STUDENT.personalCode().orElseThrow()));
        return text.toString();
    }

    private static String words(DemoCast one) {
        return one.personalCode()
                .map(code -> "personalCode=" + code)
                .orElseGet(() -> "birthDate=" + one.birthDate()
                        + one.foreignerId()
                                .map(id -> " foreignerId=" + id)
                                .orElse(" givenNames=" + one.givenNames() + " familyName=" + one.familyName()));
    }

    private static String seen(DemoCast one, String party) {
        Reply reply = REGISTER.as(party).getStudent(one).send();
        if (reply.isFault()) {
            return "`" + reply.code() + "`";
        }
        List<Element> student = Xml.children(reply.content(), "student");
        if (student.isEmpty()) {
            return "`" + Xml.child(reply.content(), "outcome").getTextContent() + "`";
        }
        return Xml.children(student.get(0)).stream()
                .map(Element::getLocalName)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String confirmed(DemoCast one) {
        Reply reply = REGISTER.as("ticketing")
                .asks("confirmStudentFact", Client.person(one) + "<m:fact><m:learnsGeneralOrVocational/></m:fact>")
                .send();
        if (reply.isFault()) {
            return "`" + reply.code() + "`";
        }
        return Xml.children(reply.content()).stream()
                .filter(part -> List.of("outcome", "answer").contains(part.getLocalName()))
                .map(part -> "`" + part.getTextContent() + "`")
                .collect(Collectors.joining(" "));
    }
}
