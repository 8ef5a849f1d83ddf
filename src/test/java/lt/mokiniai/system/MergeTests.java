package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import lt.mokiniai.tools.demo.DemoCast;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** The agency finds two records to be one student, and to be two after all, by signed messages under the demo's contracts. */
class MergeTests {

    private static final Register REGISTER = Register.start(Map.of(
            "spring.datasource.url",
            "jdbc:h2:mem:merges;MODE=Oracle;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1",
            "mokiniai.demo.students",
            "200"));

    @AfterAll
    static void stop() {
        REGISTER.close();
    }

    private static Reply decide(String operation, String content) {
        return REGISTER.as("agency").asks(operation, content).send();
    }

    private static Reply student(String party, String registerId, String more) {
        return REGISTER.as(party)
                .asks("getStudent", "<m:person><t:registerId>" + registerId + "</t:registerId></m:person>" + more)
                .send();
    }

    private static String told(Reply reply, String name) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return Xml.child(reply.content(), name).getTextContent();
    }

    private static String enrol(String registerId) {
        Reply enrolled = REGISTER.as("school")
                .asks(
                        "enrolStudent",
                        WrittenEnrolment.beginning()
                                .replaceFirst(
                                        "<m:person>.*?</m:person>",
                                        "<m:person><t:registerId>" + registerId + "</t:registerId></m:person>"))
                .send();
        return told(enrolled, "enrolmentId");
    }

    private static List<String> enrolments(String registerId) {
        Reply reply = REGISTER.as("school")
                .asks("getEnrolments", "<m:person><t:registerId>" + registerId + "</t:registerId></m:person>")
                .send();
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return Xml.children(reply.content(), "enrolment").stream()
                .map(each -> Xml.child(each, "enrolmentId").getTextContent())
                .sorted()
                .toList();
    }

    /** Whom those who make statistics see. */
    private static Set<String> pseudonyms() {
        Set<String> all = new TreeSet<>();
        String token = "";
        do {
            Reply page = REGISTER.as("monitoring")
                    .asks("findStudents", "<m:criteria/><m:pageSize>500</m:pageSize>" + token)
                    .send();
            assertThat(page.status()).as(page.toString()).isEqualTo(200);
            Xml.children(page.content(), "student")
                    .forEach(student -> all.add(Xml.child(Xml.child(student, "identity"), "pseudonym")
                            .getTextContent()));
            List<Element> next = Xml.children(page.content(), "nextPageToken");
            token = next.isEmpty() ? "" : "<m:pageToken>" + next.get(0).getTextContent() + "</m:pageToken>";
        } while (!token.isEmpty());
        return all;
    }

    @Test
    void twoRecordsBecomeOneAndAreToldApartAgain() {
        DecidedStudents two = DecidedStudents.begin(REGISTER);
        String first = enrol(two.one());
        String second = enrol(two.other());
        Set<String> counted = pseudonyms();
        String before = Instant.now().toString();

        Reply preview =
                decide("mergeStudents", two.merging().replace("</m:reason>", "</m:reason><m:preview>true</m:preview>"));
        assertThat(told(preview, "done")).isEqualTo("false");
        assertThat(told(student("school", two.other(), ""), "outcome")).isEqualTo("FOUND");

        Reply merged = decide("mergeStudents", two.merging());
        merged.verify();
        assertThat(told(merged, "done")).isEqualTo("true");
        assertThat(told(merged, "mergedInto")).isEqualTo(two.one());
        assertThat(enrolments(two.one()))
                .containsExactlyElementsOf(Stream.of(first, second).sorted().toList());

        for (String party : List.of("school", "agency")) {
            Reply pointer = student(party, two.other(), "");
            assertThat(told(pointer, "outcome")).isEqualTo("MERGED");
            assertThat(told(pointer, "mergedInto")).isEqualTo(two.one());
        }
        // Who may not see the one that is kept learns nothing.
        assertThat(told(student("municipality", two.other(), ""), "outcome")).isEqualTo("NOT_FOUND");
        Reply then = student("school", two.other(), "<m:knownAt>" + before + "</m:knownAt>");
        assertThat(told(then, "outcome")).isEqualTo("FOUND");

        Set<String> left = pseudonyms();
        assertThat(left).hasSize(counted.size() - 1);
        assertThat(counted).containsAll(left);

        Reply split = decide("splitStudents", two.splitting());
        split.verify();
        assertThat(told(split, "done")).isEqualTo("true");
        assertThat(enrolments(two.one())).containsExactly(first);
        assertThat(enrolments(two.other())).containsExactly(second);
        assertThat(told(student("school", two.other(), ""), "outcome")).isEqualTo("FOUND");
        assertThat(pseudonyms()).isEqualTo(counted);

        assertThat(decide("mergeStudents", two.merging()).code()).isEqualTo("MR-614");
    }

    @Test
    void nobodyElseDecidesIt() {
        DecidedStudents two = DecidedStudents.begin(REGISTER);
        for (String party : List.of("school", "division")) {
            Reply refused =
                    REGISTER.as(party).asks("mergeStudents", two.merging()).send();
            assertThat(refused.code()).as(party).isEqualTo("MR-303");
        }
        assertThat(decide("splitStudents", two.splitting()).code()).isEqualTo("MR-597");
        assertThat(told(student("agency", two.other(), ""), "outcome")).isEqualTo("FOUND");
    }

    @Test
    void aReasonIsInOneLine() {
        DecidedStudents two = DecidedStudents.begin(REGISTER);
        for (String reason : List.of("Vienas&#10;mokinys", " Vienas mokinys", "Vienas mokinys&#160;", " ")) {
            Reply refused = decide(
                    "mergeStudents",
                    two.merging().replaceFirst("<m:reason>.*</m:reason>", "<m:reason>" + reason + "</m:reason>"));
            assertThat(refused.code()).as(refused.toString()).isEqualTo("MR-526");
        }
        assertThat(told(student("agency", two.other(), ""), "outcome")).isEqualTo("FOUND");
    }

    @Test
    void ofTwoDecidersAtOnceOneDecides() throws Exception {
        DecidedStudents two = DecidedStudents.begin(REGISTER);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            CountDownLatch both = new CountDownLatch(2);
            List<Future<Reply>> replies = Stream.of(two.merging(), two.merging())
                    .map(content -> threads.submit(() -> {
                        both.countDown();
                        both.await();
                        return decide("mergeStudents", content);
                    }))
                    .toList();
            List<String> outcomes = List.of(
                    outcome(replies.get(0).get()), outcome(replies.get(1).get()));
            assertThat(outcomes).containsExactlyInAnyOrder("done", "MR-591");
        } finally {
            threads.shutdownNow();
        }
    }

    private static String outcome(Reply reply) {
        return reply.status() == 200 ? "done" : reply.code();
    }

    @Test
    void aRefusalTellsNothingOfAStudentButCountsAsALook() {
        String unknown = "<m:registerId>0000000000000000</m:registerId><m:otherRegisterId>"
                + DecidedStudents.begin(REGISTER).one() + "</m:otherRegisterId><m:reason>?</m:reason>";
        Reply refused = decide("mergeStudents", unknown);
        assertThat(refused.code()).isEqualTo("MR-501");
        assertThat(new String(refused.bytes(), StandardCharsets.UTF_8))
                .doesNotContain(DemoCast.KAUNAS_STUDENT.familyName(), "Vasarytė");
    }
}
