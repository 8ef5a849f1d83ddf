package lt.mokiniai.intake.transport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import lt.mokiniai.exchange.security.MessageSigner;
import lt.mokiniai.exchange.security.MessageVerifier;
import lt.mokiniai.exchange.security.MessageVerifier.Freshness;
import lt.mokiniai.exchange.security.TestPki;
import lt.mokiniai.exchange.security.TestPki.Pair;
import lt.mokiniai.intake.transport.pulling.SourceQuestion.Numbered;
import lt.mokiniai.platform.trust.CertificateValidator;
import lt.mokiniai.platform.trust.PartyCertificates;
import lt.mokiniai.platform.trust.RevocationLists;
import lt.mokiniai.platform.trust.TrustedAuthorities;
import lt.mokiniai.tools.standins.StandInServer;
import lt.mokiniai.tools.standins.StandInSource;

/** The source of the test's register: it has the deliveries that a test gives it, and answers as the test says. */
public final class TestSource {

    /** One for all contexts: settings say where it listens. */
    public static final TestSource SHARED = start();

    private final Map<String, Batch> deliveries = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile Function<X509Certificate, MessageVerifier> verifier = own -> {
        throw new IllegalStateException("the source does not run yet");
    };
    private volatile Clock clock = Clock.systemUTC();
    private volatile String full = "";
    private volatile byte[] question = {};
    private volatile byte[] answer = {};
    private volatile int most = 1000;
    private volatile Pair signer = TestPki.PARTY;
    private volatile UnaryOperator<byte[]> breaking = UnaryOperator.identity();
    private volatile Optional<StandInServer> server = Optional.empty();

    private TestSource() {}

    private static TestSource start() {
        TestSource source = new TestSource();
        try {
            source.server = Optional.of(StandInServer.start(source::answer));
            return source;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI address() {
        return server.orElseThrow().address();
    }

    public void begin(TrustedAuthorities authorities, RevocationLists revocation, Clock time) {
        clock = time;
        verifier = own -> new MessageVerifier(
                authorities,
                PartyCertificates.none(),
                new CertificateValidator(authorities, revocation, List.of(own), time),
                new Freshness(Duration.ofMinutes(5), Duration.ofSeconds(60)),
                8192,
                time);
        deliveries.clear();
        asked.clear();
        full = "";
        most = 1000;
        signer = TestPki.PARTY;
        breaking = UnaryOperator.identity();
    }

    /** Has a delivery from now on; the last full one is what it answers when no number is asked for. */
    public void has(Batch batch) {
        String number = batch.series() + " " + batch.sequence();
        deliveries.put(number, batch);
        if (batch.kind().equals("FULL")) {
            full = number;
        }
    }

    public void hasNoMore(String number) {
        deliveries.remove(number);
    }

    /** Answers another delivery than it is asked for. */
    public void confuses(String number, String with) {
        deliveries.put(number, deliveries.get(with));
    }

    public void givesAtATime(int records) {
        most = records;
    }

    public void signsAs(Pair other) {
        signer = other;
    }

    public void breaks(UnaryOperator<byte[]> answer) {
        breaking = answer;
    }

    /** What it was asked for, {@code a 2 from 1}. */
    public List<String> asked() {
        return new ArrayList<>(asked);
    }

    /** The last message that it was asked by. */
    public byte[] question() {
        return question;
    }

    /** What it answered last. */
    public byte[] answer() {
        return answer;
    }

    private byte[] answer(byte[] asking) {
        question = asking;
        StandInSource source = new StandInSource(
                verifier.apply(signer.certificate()), new MessageSigner(clock), signer.signing(), this::part);
        answer = breaking.apply(source.answer(asking));
        return answer;
    }

    private Optional<String> part(String register, Optional<Numbered> number, int first) {
        asked.add(number.map(Object::toString).orElse("full") + " from " + first);
        return Optional.ofNullable(deliveries.get(number.map(Object::toString).orElse(full)))
                .filter(batch -> register.equals("examples"))
                .map(batch -> batch.part(first, most));
    }

    /** A delivery as files and answers have it. */
    public record Batch(String kind, String series, long sequence, List<String> records) {

        public static Batch of(String kind, String series, long sequence, String... records) {
            return new Batch(kind, series, sequence, List.of(records));
        }

        /** A record of a code and a value. */
        public static String example(String code, String value) {
            return "<example><code>" + code + "</code><value>" + value + "</value></example>";
        }

        public String header(String more) {
            return "<delivery><kind>" + kind + "</kind><series>" + series + "</series><sequence>" + sequence
                    + "</sequence><records>" + records.size() + "</records>" + more + "</delivery>";
        }

        public String xml() {
            return root(header("") + "\n" + records.stream().collect(Collectors.joining("\n")) + "\n");
        }

        public String note() {
            return root(header(""));
        }

        private String part(int first, int most) {
            return root(header("<first>" + first + "</first>")
                    + String.join("", records.subList(first - 1, Math.min(records.size(), first - 1 + most))));
        }

        private static String root(String within) {
            return "<deliverExamples xmlns=\"http://mokiniai.lt/example/v1\">" + within + "</deliverExamples>";
        }
    }
}
