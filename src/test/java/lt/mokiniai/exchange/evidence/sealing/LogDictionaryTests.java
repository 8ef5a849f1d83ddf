package lt.mokiniai.exchange.evidence.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Rows are read by the dictionary that they were written by, for as long as they are kept. */
class LogDictionaryTests {

    private static final SealedMessages ROW =
            new SealedMessages(new SecretKeySpec(bytes("0123456789abcdef0123456789abcdef"), "AES"), "r-1");

    /** A row of the first days. Who changes a dictionary of rows that were written makes this unreadable, and those. */
    private static final String WRITTEN = "AZGabITZWzYTDhHQRbMRTymoHcNzCoLyzec3w3J/mxnruvyUUYLsklT575/RFhrE2fcy";

    @Test
    void noByteOfADictionaryEverChanges() throws Exception {
        assertThat(sha256(LogDictionary.FIRST.ofRequests()))
                .isEqualTo("4cb9653659e0d0b704ec926868f6488aa1790b91545d92d1815b70d66c20d8cd");
        assertThat(sha256(LogDictionary.FIRST.ofAnswersTo(new byte[0])))
                .isEqualTo("64f303fb3a1891b5f4551f135a71106b7b0c0df0858ea8b3fe2d1e82c882c3b7");
        assertThat(LogDictionary.ALL).extracting(LogDictionary::number).doesNotHaveDuplicates();
    }

    @Test
    void readsARowThatWasWrittenByTheFirstDictionary() {
        assertThat(ROW.request(Base64.getDecoder().decode(WRITTEN))).asString().isEqualTo("<request>Jokūbas</request>");
    }

    @Test
    void whatIsReadBackIsWhatWasSentInEveryExample() throws IOException {
        List<Path> requests = examples();
        assertThat(requests).hasSizeGreaterThan(20);
        for (Path example : requests) {
            byte[] request = Files.readAllBytes(example);
            byte[] answer = Files.readAllBytes(example.resolveSibling("response.xml"));
            byte[] sealedRequest = ROW.seal(request);
            byte[] sealedAnswer = ROW.seal(answer, request);
            assertThat(ROW.request(sealedRequest)).as(example.toString()).isEqualTo(request);
            assertThat(ROW.response(sealedAnswer, request))
                    .as(example.toString())
                    .isEqualTo(answer);
            assertThat(sealedRequest.length + sealedAnswer.length)
                    .as(example.toString())
                    .isLessThan((request.length + answer.length) / 4 + 600);
        }
    }

    @Test
    void readsBackBytesOfAnyLengthByAsManyThreadsAsThereAre() {
        Random random = new Random(1);
        byte[] noise = new byte[300_000];
        random.nextBytes(noise);
        IntStream.of(0, 1, 63, 64, 8191, 8192, 8193, 40_000, 300_000).parallel().forEach(length -> {
            byte[] request = Arrays.copyOf(noise, length);
            byte[] answer = bytes(new String(request, StandardCharsets.ISO_8859_1).repeat(2));
            assertThat(ROW.request(ROW.seal(request))).isEqualTo(request);
            assertThat(ROW.response(ROW.seal(answer, request), request)).isEqualTo(answer);
        });
    }

    @Test
    void aRowThatNamesAnotherDictionaryWasChanged() {
        byte[] sealed = ROW.seal(bytes("<request/>"));
        sealed[0]++;
        assertThatThrownBy(() -> ROW.request(sealed)).hasMessageContaining("was changed");
    }

    @Test
    void anAnswerIsReadByItsOwnRequest() {
        byte[] request = bytes("<request>59403149013</request>");
        byte[] sealed = ROW.seal(bytes("<answer>59403149013</answer>"), request);
        assertThatThrownBy(() -> ROW.request(sealed)).hasMessageContaining("does not belong to its row");
    }

    private static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("docs/examples"))) {
            return new ArrayList<>(files.filter(file -> file.endsWith("request.xml"))
                    .filter(file -> Files.exists(file.resolveSibling("response.xml")))
                    .sorted()
                    .toList());
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
