package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import lt.mokiniai.Fork;
import lt.mokiniai.Thoroughness;
import lt.mokiniai.tools.demo.DemoCast;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The contracts change while two nodes answer: each exchange is wholly of one set, and the log says of which. */
class HotReloadTests {

    private static final int REQUESTS = Thoroughness.of(500, 10_000);
    private static final int CHANGES = Thoroughness.of(10, 100);
    private static final int SENDERS = 4;
    private static final List<String> ITEMS = List.of("personalCode", "givenNames", "familyName", "birthDate");
    private static final Path FOLDER = Fork.folder("exchange/changing-contracts");
    private static final String BENEFITS = read(Path.of("contracts", "MR-2026-001-benefits.xml"));

    private static final Register ONE = start("one");
    private static final Register OTHER = start("other");

    @AfterAll
    static void stop() {
        OTHER.close();
        ONE.close();
    }

    @Test
    void everyAnswerIsWhollyOfTheSetThatItsRowOfTheLogNames() throws Exception {
        AtomicInteger sent = new AtomicInteger();
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        List<Future<Map<Integer, Integer>>> results = new ArrayList<>();
        for (int i = 0; i < SENDERS; i++) {
            results.add(senders.submit(() -> ask(sent)));
        }
        int version = 1;
        while (version <= CHANGES) {
            // Changes are spread over the requests, however fast either of them is.
            int due = version * (REQUESTS / (CHANGES + 1));
            await().atMost(Duration.ofMinutes(5)).until(() -> sent.get() >= due);
            version++;
            change(version);
        }
        Map<Integer, Integer> answeredUnder = new TreeMap<>();
        for (Future<Map<Integer, Integer>> result : results) {
            result.get().forEach((under, count) -> answeredUnder.merge(under, count, Integer::sum));
        }
        senders.shutdown();

        assertThat(answeredUnder.values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(REQUESTS);
        // A version that was replaced before either node was asked again leaves no trace; most leave one.
        assertThat(answeredUnder.keySet()).hasSizeGreaterThan(CHANGES / 2);
        assertThat(mismatches()).isEmpty();
    }

    /** Asks until all is asked; gives how many answers came under each version. */
    private static Map<Integer, Integer> ask(AtomicInteger sent) {
        Map<Integer, Integer> answers = new TreeMap<>();
        for (int number = sent.incrementAndGet(); number <= REQUESTS; number = sent.incrementAndGet()) {
            Register node = number % 2 == 0 ? ONE : OTHER;
            Reply reply = ONE.as("benefits").getStudent(DemoCast.KAUNAS_STUDENT).send(node);
            assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
            int version = Integer.parseInt(
                    Xml.child(reply.header("receipt"), "contractVersion").getTextContent());
            List<String> shown = Xml.children(Xml.child(Xml.child(reply.content(), "student"), "identity")).stream()
                    .map(element -> element.getLocalName())
                    .toList();
            assertThat(shown).as("version %s", version).containsExactlyElementsOf(granted(version));
            answers.merge(version, 1, Integer::sum);
        }
        return answers;
    }

    private static void change(int version) throws IOException {
        Path next = Files.writeString(FOLDER.resolve("next"), contract(version));
        Files.move(
                next,
                FOLDER.resolve("benefits.xml"),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        String wanted = "version=\"" + version + "\" kind";
        await().atMost(Duration.ofSeconds(30)).until(() -> inForce().contains(wanted));
    }

    private static String inForce() {
        return new String(
                ONE.jdbc()
                        .sql(
                                "SELECT content FROM contract_text WHERE file_digest = (SELECT file_digest FROM contract_version"
                                        + " WHERE version = (SELECT MAX(version) FROM contract_version))")
                        .query((row, number) -> row.getBytes(1))
                        .single(),
                StandardCharsets.UTF_8);
    }

    private static String text(String digest) {
        return new String(
                ONE.jdbc()
                        .sql("SELECT content FROM contract_text WHERE file_digest = ?")
                        .param(digest)
                        .query((row, number) -> row.getBytes(1))
                        .single(),
                StandardCharsets.UTF_8);
    }

    /** Rows whose version is not the one that stands in the file of the set that they name. */
    private static Set<String> mismatches() {
        Map<String, String> versions = new TreeMap<>();
        ONE.jdbc()
                .sql("SELECT set_hash, manifest FROM contract_set")
                .query((row, number) -> Map.entry(
                        row.getString(1),
                        text(new String(row.getBytes(2), StandardCharsets.UTF_8).substring(0, 64))
                                .replaceAll("(?s).* version=\"([0-9]+)\" kind.*", "$1")))
                .list()
                .forEach(set -> versions.put(set.getKey(), set.getValue()));
        assertThat(versions).hasSize(CHANGES + 1);
        Set<String> mismatches = new TreeSet<>();
        ONE.jdbc()
                .sql("SELECT contract_set, contract_version, COUNT(*) FROM message_log GROUP BY contract_set,"
                        + " contract_version")
                .query((row, number) -> row.getString(2).equals(versions.get(row.getString(1)))
                        ? ""
                        : row.getString(1) + " answered as version " + row.getString(2))
                .list()
                .forEach(mismatches::add);
        mismatches.remove("");
        return mismatches;
    }

    private static List<String> granted(int version) {
        int bits = version % 15 + 1;
        return IntStream.range(0, ITEMS.size())
                .filter(i -> (bits & (1 << i)) != 0)
                .mapToObj(ITEMS::get)
                .toList();
    }

    private static String contract(int version) {
        StringBuilder fields = new StringBuilder("<fields>");
        granted(version)
                .forEach(item -> fields.append("<item path=\"student/identity/")
                        .append(item)
                        .append("\"/>"));
        return BENEFITS.replace("version=\"1\" kind", "version=\"" + version + "\" kind")
                .replaceFirst("(?s)<fields>.*?(?=</fields>)", fields.toString());
    }

    private static Register start(String name) {
        try {
            Files.createDirectories(FOLDER);
            if ("one".equals(name)) {
                Files.writeString(FOLDER.resolve("benefits.xml"), contract(1));
            }
            Path folder = "one".equals(name) ? FOLDER : Files.createDirectories(FOLDER.resolve("other"));
            return Register.start(Map.of(
                    "spring.datasource.url",
                    "jdbc:h2:mem:reload;MODE=Oracle;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=60000",
                    "mokiniai.demo.students",
                    "20",
                    "mokiniai.contract.folder",
                    folder.toString(),
                    // What is changed here is what stands in a contract; who signs it is another rule's test.
                    "mokiniai.contract.unsigned",
                    "true",
                    "mokiniai.contract.look-every",
                    "20ms"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
