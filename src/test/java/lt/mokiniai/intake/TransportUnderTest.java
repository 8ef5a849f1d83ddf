package lt.mokiniai.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import lt.mokiniai.exchange.evidence.operators.OperatorActs;
import lt.mokiniai.exchange.keys.TestKeys;
import lt.mokiniai.exchange.security.TestPki;
import lt.mokiniai.intake.example.ExampleMapper;
import lt.mokiniai.intake.example.ExampleSource;
import lt.mokiniai.intake.transport.SupplierContracts;
import lt.mokiniai.intake.transport.SupplyContracts;
import lt.mokiniai.platform.trust.CertificateValidator;
import lt.mokiniai.platform.trust.RegisterKeys;
import lt.mokiniai.platform.trust.RevocationLists;
import lt.mokiniai.platform.trust.TrustedAuthorities;
import lt.mokiniai.register.RegisterModules;
import lt.mokiniai.register.bench.SettableClock;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Transports as a node has them, on a real database: with a source register, contracts and a clock of the test, real keys and a
 * source that is asked over HTTP.
 */
@Import(RegisterModules.class)
@ComponentScan(
        basePackages = {
            "lt.mokiniai.intake.deliveries",
            "lt.mokiniai.intake.reports",
            "lt.mokiniai.intake.transport",
            "lt.mokiniai.tools.sources"
        },
        excludeFilters = @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = SupplyContracts.class))
public class TransportUnderTest {

    @Bean({"clock", "registerClock", "messageClock", "recordingClock"})
    SettableClock clock() {
        return new SettableClock();
    }

    @Bean
    ExampleMapper mapper(JdbcClient jdbc) {
        return new ExampleMapper(jdbc);
    }

    @Bean
    ExampleSource example(ExampleMapper mapper) {
        return new ExampleSource(mapper);
    }

    @Bean
    SupplierContracts contracts() {
        return new SupplierContracts();
    }

    @Bean
    SupplyContracts supplyContracts(
            SupplierContracts contracts, CertificateValidator certificates, SettableClock clock) {
        return contracts.inForce(certificates, clock);
    }

    @Bean
    OperatorActs operatorActs(JdbcClient jdbc, DataSource database) {
        return new OperatorActs(jdbc, TestKeys.on(database).months);
    }

    @Bean
    TrustedAuthorities trustedAuthorities() {
        return new TrustedAuthorities(List.of(TestPki.AUTHORITY.certificate()));
    }

    @Bean
    RevocationLists revocationLists(TrustedAuthorities authorities, SettableClock clock) {
        Path list = temporary(".crl");
        TestPki.pem(
                list,
                TestPki.crl(
                        TestPki.AUTHORITY, TestPki.FROM, clock.instant().plus(Duration.ofDays(900)), TestPki.REVOKED));
        RevocationLists lists = new RevocationLists(
                List.of(list.toString()), authorities, RevocationLists.Policy.HARD, Duration.ofHours(12), clock);
        lists.refresh();
        return lists;
    }

    @Bean
    CertificateValidator certificateValidator(
            TrustedAuthorities authorities, RevocationLists revocation, SettableClock clock) {
        return new CertificateValidator(authorities, revocation, List.of(TestPki.REGISTER_EC.certificate()), clock);
    }

    @Bean
    RegisterKeys registerKeys(SettableClock clock) {
        Path store = temporary(".p12");
        return RegisterKeys.load(
                TestPki.keystore(store, "test", Map.of("ec", TestPki.REGISTER_EC)), "test".toCharArray(), clock);
    }

    @Bean
    TransportDesk desk(ApplicationContext beans) {
        return new TransportDesk(beans);
    }

    private static Path temporary(String ending) {
        try {
            Path file = Files.createTempFile("transport", ending);
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
