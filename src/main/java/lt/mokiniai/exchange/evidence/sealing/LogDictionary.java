package lt.mokiniai.exchange.evidence.sealing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * What messages have in common, by which the log compresses them (RFC 1950, section 2.2, preset dictionary). The number of
 * its dictionary stands in the first byte of what is kept: each must be there, byte for byte, as long as rows are that were
 * written by it. A better one is another one.
 */
final class LogDictionary {

    /** Of the messages of November 2026. */
    static final LogDictionary FIRST = new LogDictionary(1);

    /** All that rows were ever written by. */
    static final List<LogDictionary> ALL = List.of(FIRST);

    /** What new rows are written by. */
    static final LogDictionary CURRENT = FIRST;

    /** How much of a request helps to compress its answer: the headers and the signature. */
    private static final int HEAD = 8192;

    private final int number;
    private final byte[] requests;
    private final byte[] answers;

    private LogDictionary(int number) {
        this.number = number;
        this.requests = resource("requests");
        this.answers = resource("answers");
    }

    /** @throws IllegalArgumentException when there is no such dictionary */
    static LogDictionary numbered(int number) {
        return ALL.stream()
                .filter(dictionary -> dictionary.number == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no dictionary " + number));
    }

    int number() {
        return number;
    }

    byte[] ofRequests() {
        return requests;
    }

    byte[] ofAnswersTo(byte[] request) {
        int head = Math.min(request.length, HEAD);
        byte[] both = Arrays.copyOf(answers, answers.length + head);
        System.arraycopy(request, 0, both, answers.length, head);
        return both;
    }

    private byte[] resource(String messages) {
        String name = "/evidence/" + messages + "-" + number + ".dictionary";
        try (InputStream stream = Objects.requireNonNull(LogDictionary.class.getResourceAsStream(name), name)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
