package lt.mokiniai.tools.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "mokiniai.demo.folder=target/demo/${random.uuid}",
            "mokiniai.demo.students=20",
            "management.server.port=0"
        })
@ActiveProfiles("demo")
class StartPageTests {

    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]*)\"");
    private static final Pattern IMPORT = Pattern.compile("schemaLocation=\"([^\"]*)\"");

    @LocalServerPort
    private int port;

    @Test
    void showsServicesPartiesAndAFirstCall() throws Exception {
        assertThat(get("/").body())
                .contains("LT-DEMO/GOV/190000008/mokiniai")
                .contains("/services/students/v1?wsdl", "/services/enrolments/v1?wsdl", "confirmStudentFact")
                .contains("Kaunas City Municipality (demo)", "LT-DEMO/GOV/191000018/school", "MR-2026-003")
                .contains("call getStudent --as municipality", "personalCode=59403149013")
                .contains("This start is a sandbox", "http://localhost:" + port + "/sandbox/clock?to=")
                .contains("The clocks are one for all who test here", "Laikrodžiai bendri visiems bandytojams")
                .contains("/sandbox/rehearse?client=LT-DEMO/GOV/", "&amp;code=MR-902")
                .doesNotContain("<script", "style=");
    }

    @Test
    void takesNothingFromElsewhereAndIsFramedByNobody() throws Exception {
        HttpResponse<String> page = get("/");

        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'none'; style-src 'self'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        for (String link : found(LINK, page.body())) {
            if (link.startsWith("data:")) {
                continue;
            }
            assertThat(link).startsWith("/");
            assertThat(get(link).statusCode()).as(link).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"students", "enrolments", "certificates"})
    void leadsToAWsdlWhoseAddressAndImportsAreHere(String service) throws Exception {
        String here = "http://localhost:" + port + "/services/" + service + "/v1";
        String wsdl = get("/services/" + service + "/v1?wsdl").body();

        assertThat(wsdl).contains("location=\"" + here + "\"").contains("SignedExchange");
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(found(IMPORT, wsdl));
        while (!open.isEmpty()) {
            String schema = open.remove();
            if (seen.add(schema)) {
                assertThat(schema).startsWith(here + "?xsd=");
                HttpResponse<String> response = get(schema.substring(schema.indexOf("/services/")));
                assertThat(response.statusCode()).as(schema).isEqualTo(200);
                open.addAll(found(IMPORT, response.body()));
            }
        }
        assertThat(seen).hasSize(5);
    }

    @Test
    void tellsNothingOfAPageThatIsNotThere() throws Exception {
        assertThat(get("/nothing"))
                .satisfies(response -> assertThat(response.statusCode()).isEqualTo(404))
                .satisfies(response ->
                        assertThat(response.body()).contains("404").doesNotContainIgnoringCase("tomcat", "exception"));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://localhost:" + port + path);
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(uri)
                                .header("Accept", "text/html,*/*")
                                .build(),
                        BodyHandlers.ofString());
    }

    private static Set<String> found(Pattern pattern, String text) {
        Set<String> found = new HashSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1).replace("&amp;", "&"));
        }
        return found;
    }
}
