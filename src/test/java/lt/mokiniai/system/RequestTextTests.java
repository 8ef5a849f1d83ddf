package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import lt.mokiniai.tools.demo.DemoCast;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** Names, classes and codes of requests: what differs in how it is written alone is the same. */
class RequestTextTests {

    private static final Register REGISTER = Register.shared();

    private static final String CODE = DemoCast.KAUNAS_STUDENT.personalCode().orElseThrow();

    @Test
    void aGenuineCertificateStandsHoweverUnicodeWritesTheNameOfItsHolder() {
        String name = DemoCast.GRADUATE.familyName();
        String decomposed = Normalizer.normalize(name, Normalizer.Form.NFD);
        assertThat(decomposed).isNotEqualTo(name);

        for (String written : List.of(name, decomposed, "\u00A0" + decomposed.toUpperCase(java.util.Locale.ROOT))) {
            Reply reply = REGISTER.as("migration")
                    .asks(
                            "verifyCertificate",
                            Questions.content("verifyCertificate").replace(name, written))
                    .send();
            assertThat(text(reply.content(), "status")).as(written).isEqualTo("VALID");
        }
    }

    @Test
    void aStudentIsFoundHoweverUnicodeWritesTheNames() {
        // Two answer to them.
        Message asked = REGISTER.as("municipality").getStudent(DemoCast.HOMONYM_1);

        assertThat(text(asked.send().content(), "outcome")).isEqualTo("AMBIGUOUS");
        assertThat(text(
                        REGISTER.as("municipality")
                                .getStudent(DemoCast.HOMONYM_1)
                                .envelope(xml -> Normalizer.normalize(xml, Normalizer.Form.NFD))
                                .send()
                                .content(),
                        "outcome"))
                .isEqualTo("AMBIGUOUS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"8A", "8a", " 8a ", "\u00A08A", "\n8A\u202F"})
    void aClassIsFoundHoweverItsNameIsWritten(String name) {
        Reply reply = REGISTER.as("school")
                .asks("getClassRoster", Questions.content("getClassRoster").replace(DemoCast.CLASS_NAME, name))
                .send();

        assertThat(reply.code()).isEmpty();
        assertThat(Xml.children(reply.content(), "student")).hasSize(DemoCast.CLASS_SIZE);
    }

    @ParameterizedTest
    @ValueSource(strings = {" %s", "%s\n", "\t %s  "})
    void spacesAroundAPersonalCodeAreNoPartOfIt(String form) {
        Reply alone = alone(form);
        assertThat(alone.code()).isEmpty();
        assertThat(text(alone.content(), "outcome")).isEqualTo("FOUND");
        assertThat(inABatch(form)).containsExactly("FOUND", "FOUND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00A0%s", "\u2003%s", "%s\u202F", "-%s"})
    void anythingElseAroundAPersonalCodeIsWrongAloneAndInABatch(String form) {
        assertThat(alone(form).code()).isEqualTo("MR-103");
        assertThat(inABatch(form)).containsExactly("INVALID", "FOUND");
    }

    private static Reply alone(String form) {
        return REGISTER.as("municipality")
                .asks("getStudent", Client.person(form.formatted(CODE)))
                .send();
    }

    private static List<String> inABatch(String form) {
        Reply reply = REGISTER.as("migration")
                .asks(
                        "resolveStudents",
                        "<m:entry>" + Client.person(form.formatted(CODE)) + "</m:entry><m:entry>" + Client.person(CODE)
                                + "</m:entry>")
                .send();
        assertThat(reply.code()).isEmpty();
        return Xml.children(reply.content(), "result").stream()
                .map(result -> text(result, "outcome"))
                .toList();
    }

    private static String text(Element parent, String name) {
        return Xml.child(parent, name).getTextContent();
    }
}
