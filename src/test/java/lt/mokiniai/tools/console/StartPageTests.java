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
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
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

    private static final Pattern HEADING = Pattern.compile("(?s)<h[12]>.*?</h[12]>");
    private static final Pattern PARAGRAPH = Pattern.compile("(?s)<p(?: lang=\"en\")?>.*?</p>");
    private static final Pattern WORDS = Pattern.compile("\\p{L}{3,}[ ,]+\\p{L}{3,}");

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int healthPort;

    @Test
    void showsServicesPartiesAndAFirstCall() throws Exception {
        assertThat(get("/").body())
                .contains("LT-DEMO/GOV/190000008/mokiniai")
                .contains("/services/students/v1?wsdl", "/services/enrolments/v1?wsdl", "confirmStudentFact")
                .contains("Kaunas City Municipality (demo)", "LT-DEMO/GOV/191000018/school", "MR-2026-003")
                .contains("call getStudent --as municipality", "personalCode=59403149013")
                .contains(
                        document("quickstart-recipient"), document("contracts"), ":" + healthPort + "/actuator/health")
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
            String health = "http://localhost:" + healthPort;
            assertThat(link).matches(found -> found.startsWith("/") || found.startsWith(health + "/"));
            assertThat(get(URI.create(link.startsWith("/") ? "http://localhost:" + port + link : link))
                            .statusCode())
                    .as(link)
                    .isEqualTo(200);
        }
    }

    /** A heading has both languages; a paragraph has both in it, or is followed by its English twin. */
    @Test
    void saysEverythingInBothLanguages() throws Exception {
        String body = get("/").body();

        assertThat(body).startsWith("<!DOCTYPE html>\n<html lang=\"lt\">");
        assertThat(HEADING.matcher(body).results().map(MatchResult::group))
                .hasSizeGreaterThan(6)
                .allSatisfy(heading -> assertThat(heading).contains("<span lang=\"en\">"));
        List<String> paragraphs =
                PARAGRAPH.matcher(body).results().map(MatchResult::group).toList();
        for (int at = 0; at < paragraphs.size(); at++) {
            String paragraph = paragraphs.get(at);
            boolean isEnglish = paragraph.startsWith("<p lang=\"en\">");
            boolean hasWords = WORDS.matcher(paragraph.replaceAll("<code>.*?</code>|<[^>]+>", ""))
                    .find();
            if (hasWords && !isEnglish && !paragraph.contains("lang=\"en\"")) {
                assertThat(paragraphs.get(at + 1)).as(paragraph).startsWith("<p lang=\"en\">");
            }
        }
    }

    /** A phone is 360 pixels wide: nothing has a width of its own, and long words break. */
    @Test
    void isReadOnAPhone() throws Exception {
        String style = get("/start.css").body();

        assertThat(get("/").body())
                .contains("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
                .doesNotContain("<table", "<img", " width=");
        assertThat(style)
                .contains("overflow-wrap: anywhere", "white-space: pre-wrap")
                .doesNotContain("min-width", "nowrap", "overflow-x")
                .doesNotContainPattern("[^-]width: ?[0-9]");
    }

    @Test
    void showsADocumentWithTheWayToOthers() throws Exception {
        HttpResponse<String> page = get(document("quickstart-recipient"));

        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(page.body())
                .contains("# Quick start for a recipient", "<a href=\"" + document("faults") + "\">")
                .doesNotContain("](faults");
        assertThat(get(document("operations/README")).body())
                .contains("href=\"" + document("operations/getStudent") + "\"");
        assertThat(get("/docs/clients/curl/unsigned.xml").headers().firstValue("Content-Type"))
                .contains("text/plain;charset=UTF-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/docs/none.html",
                "/docs/",
                "/docs/operations",
                "/docs/../application.yaml",
                "/docs/%2e%2e/application.yaml",
                "/docs/..%2fapplication.yaml",
                "/docs/operations/..%5c..%5capplication.yaml"
            })
    void showsNothingElse(String path) throws Exception {
        assertThat(get(path)).satisfies(answer -> {
            assertThat(answer.statusCode()).isBetween(400, 404);
            assertThat(answer.body()).doesNotContain("spring:");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"students", "enrolments", "results", "certificates"})
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

    private static String document(String name) {
        return "/docs/" + name + ".md";
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return get(URI.create("http://localhost:" + port + path));
    }

    private static HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
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
