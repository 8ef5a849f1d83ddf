package lt.mokiniai.tools.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import lt.mokiniai.kernel.LegalEntityCode;
import lt.mokiniai.platform.trust.CryptoProvider;
import org.apache.commons.logging.Log;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.logging.DeferredLogFactory;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Makes the demo's keys and signs its contracts when a start is a demo, before any part of the service looks for them. */
final class DemoEnvironment implements EnvironmentPostProcessor, Ordered {

    private static final String FOLDER = "mokiniai.demo.folder";
    private static final String DATABASE = "spring.datasource.url";

    /**
     * A demo is reached from this machine alone unless somebody asks otherwise ({@code SERVER_ADDRESS} and {@code
     * MANAGEMENT_SERVER_ADDRESS}, in a container 0.0.0.0): everybody knows the password of its keys.
     */
    private static final Map<String, Object> LOOPBACK =
            Map.of("server.address", "127.0.0.1", "management.server.address", "127.0.0.1");

    private final Log log;

    DemoEnvironment(DeferredLogFactory logs) {
        this.log = logs.getLog(DemoEnvironment.class);
    }

    /** After the configuration files are read, and every variable in them is known to be set. */
    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 2;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!environment.getProperty("mokiniai.demo.enabled", Boolean.class, false)) {
            return;
        }
        Path folder = Path.of(environment.getProperty(FOLDER, "var/demo"))
                .toAbsolutePath()
                .normalize();
        // The database takes absolute paths only, and the launcher works from any folder.
        environment.getPropertySources().addFirst(new MapPropertySource("demo", Map.of(FOLDER, folder.toString())));
        environment.getPropertySources().addLast(new MapPropertySource("demoLoopback", LOOPBACK));
        try {
            if (environment.getProperty(DATABASE, "").startsWith("jdbc:h2:file:" + folder)) {
                application.addListeners(RunningDemo.hold(folder));
            }
            // The JDK alone takes long over RSA keys.
            CryptoProvider.install();
            prepare(new DemoFolder(folder), environment);
        } catch (IOException e) {
            throw new UncheckedIOException("the demo folder " + folder + " cannot be written", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "the demo's keys in " + folder + " cannot be used; 'demo reset' makes new ones", e);
        }
    }

    private void prepare(DemoFolder folder, ConfigurableEnvironment environment)
            throws IOException, GeneralSecurityException {
        DemoKeys keys = new DemoKeys(folder, Instant.now());
        if (keys.prepare()) {
            log.info("Made a certificate authority, keys and parties for the demo in " + folder.path());
        }
        LegalEntityCode register =
                new LegalEntityCode(environment.getProperty("mokiniai.contract.register", "190000008"));
        DemoSignatories signatories = new DemoSignatories(folder, keys.keptAuthority(), register);
        Optional<Path> source = Optional.ofNullable(environment.getProperty("mokiniai.demo.contracts"))
                .map(Path::of);
        int signed = new DemoContracts(folder, signatories).prepare(source, Path.of("contracts"));
        if (signed > 0) {
            log.info("Signed " + signed + " contracts of "
                    + source.map(Path::toString).orElse("the demo") + " for the register and their parties");
        }
    }
}
