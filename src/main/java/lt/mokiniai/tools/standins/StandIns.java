package lt.mokiniai.tools.standins;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import lt.mokiniai.exchange.security.MessageSigner;
import lt.mokiniai.exchange.security.MessageVerifier;
import lt.mokiniai.exchange.security.MessageVerifier.Freshness;
import lt.mokiniai.intake.transport.TransportProblem;
import lt.mokiniai.intake.transport.TransportProperties.Source;
import lt.mokiniai.intake.transport.pulling.SourceAdapter;
import lt.mokiniai.intake.transport.pulling.SourceAnswer;
import lt.mokiniai.intake.transport.pulling.SourceQuestion;
import lt.mokiniai.platform.clock.MessageClock;
import lt.mokiniai.platform.clock.RegisterClock;
import lt.mokiniai.platform.trust.CertificateValidator;
import lt.mokiniai.platform.trust.PartyCertificates;
import lt.mokiniai.platform.trust.RevocationLists;
import lt.mokiniai.platform.trust.SigningKey;
import lt.mokiniai.platform.trust.TrustedAuthorities;
import lt.mokiniai.tools.demo.DemoProperties;
import lt.mokiniai.tools.sources.SoapSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The sources of the demo: each listens at a port that is free, and is asked as any source is, over HTTP and with signatures. Where
 * they listen no setting can say, so they have an adapter of their own, which knows.
 */
@Component
@ConditionalOnBooleanProperty("mokiniai.demo.enabled")
class StandIns implements SourceAdapter, SmartLifecycle {

    private static final Freshness FRESHNESS = new Freshness(Duration.ofMinutes(5), Duration.ofSeconds(60));
    private static final int LONGEST_TOKEN = 8192;
    private static final char[] PASSWORD = "demo".toCharArray();

    private final SoapSource soap;
    private final Path folder;
    private final TrustedAuthorities authorities;
    private final RevocationLists revocation;
    private final Clock messages;
    private final DemoDeliveries deliveries;
    private final Map<String, StandInServer> servers = new ConcurrentHashMap<>();

    StandIns(
            SoapSource soap,
            DemoProperties demo,
            TrustedAuthorities authorities,
            RevocationLists revocation,
            @MessageClock Clock messages,
            @RegisterClock Clock register) {
        this.soap = soap;
        this.folder = demo.folder();
        this.authorities = authorities;
        this.revocation = revocation;
        this.messages = messages;
        this.deliveries = new DemoDeliveries(register);
    }

    @Override
    public String name() {
        return "stand-in";
    }

    @Override
    public Optional<SourceAnswer> ask(SourceQuestion question) {
        StandInServer running = Optional.ofNullable(
                        servers.get(question.register().name()))
                .orElseThrow(() -> TransportProblem.NO_ANSWER.refusal(question.place(), "there is no stand-in of it"));
        return soap.ask(new SourceQuestion(
                question.register(),
                question.contract(),
                new Source(running.address(), soap.name(), null),
                question.delivery(),
                question.first()));
    }

    /** Each signs with the key of the demo's party that is called as the register is. */
    @Override
    public void start() {
        for (String register : DemoDeliveries.registers()) {
            Path key = folder.resolve(register + ".p12");
            if (Files.exists(key)) {
                servers.put(register, started(SigningKey.load(key, PASSWORD)));
            }
        }
    }

    private StandInServer started(SigningKey key) {
        CertificateValidator callers =
                new CertificateValidator(authorities, revocation, List.of(key.certificate()), messages);
        MessageVerifier verifier =
                new MessageVerifier(authorities, PartyCertificates.none(), callers, FRESHNESS, LONGEST_TOKEN, messages);
        try {
            return StandInServer.start(
                    new StandInSource(verifier, new MessageSigner(messages), key, deliveries)::answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        servers.values().forEach(StandInServer::close);
        servers.clear();
    }

    @Override
    public boolean isRunning() {
        return !servers.isEmpty();
    }
}
