package lt.mokiniai.tools.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lt.mokiniai.contract.schema.PublishedOperations;
import lt.mokiniai.kernel.OperationId;
import lt.mokiniai.platform.xml.XmlParsers;
import lt.mokiniai.platform.xml.XmlText;
import lt.mokiniai.tools.command.Commands;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class RequestBuilderTests {

    private static final PublishedOperations PUBLISHED = PublishedOperations.load();

    @Test
    void putsElementsIntoTheSchemasOrderAndNamespaces() {
        assertThat(build("getStudent", "validOn=2026-01-31", "personalCode=59403149013"))
                .isEqualTo("<getStudent xmlns=\"http://mokiniai.lt/students/v1\"><person>"
                        + "<personalCode xmlns=\"http://mokiniai.lt/types/v1\">59403149013</personalCode></person>"
                        + "<validOn>2026-01-31</validOn></getStudent>");
    }

    @Test
    void makesAListLongerForAPathThatIsGivenTwice() {
        String request = build("resolveStudents", "personalCode=59403149013", "personalCode=69405209024");

        assertThat(request.split("<entry>")).hasSize(3);
        assertThat(request.indexOf("59403149013")).isLessThan(request.indexOf("69405209024"));
    }

    @Test
    void putsARequestIntoARequestThatTakesAnyElement() {
        String within = "<s:getStudent xmlns:s=\"http://mokiniai.lt/students/v1\"><s:person/></s:getStudent>";

        assertThat(build("contracts/v1/explainRequest", "request=" + within))
                .isEqualTo("<explainRequest xmlns=\"http://mokiniai.lt/contracts/v1\"><request>" + within
                        + "</request></explainRequest>");
        assertThatThrownBy(() -> build("contracts/v1/explainRequest", "request=getStudent"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("'request' holds an element as it would be sent, with its namespace: ");
    }

    @Test
    void helpSaysWhereAnElementIsExpected() {
        assertThat(Commands.run("call", "explainRequest", "--help").out())
                .contains("  request='<ELEMENT xmlns=…>'\n", "  message=…\n");
        assertThat(Commands.run("call", "confirmStudentFact", "--help").out())
                .contains("/learnsGeneralOrVocational=\n", "nothing stands after the =");
    }

    @Test
    void refusesAPathThatTheRequestHasNot() {
        assertThatThrownBy(() -> build("getStudent", "colour=red"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the request has no 'colour'; it has person/registerId, ");
    }

    private static String build(String operation, String... words) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String word : words) {
            String[] parts = word.split("=", 2);
            values.computeIfAbsent(parts[0], path -> new ArrayList<>()).add(parts[1]);
        }
        Document document = XmlParsers.newDocument();
        new RequestBuilder(PUBLISHED
                        .find(OperationId.parse(operation.contains("/") ? operation : "students/v1/" + operation))
                        .orElseThrow()
                        .request())
                .build(values, document);
        return XmlText.pretty(document).replaceAll("\\s*\\R\\s*", "");
    }
}
