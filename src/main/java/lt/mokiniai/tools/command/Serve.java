package lt.mokiniai.tools.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lt.mokiniai.Application;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

/** Starts the service and goes on until it is stopped. */
@Command(name = "serve", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class Serve implements Callable<Integer> {

    /** What has no default, and what it is. Each module checks its own; together they are named before any of them. */
    private static final Map<String, String> REQUIRED = new LinkedHashMap<>();

    static {
        REQUIRED.put("spring.datasource.url", "the database, such as jdbc:oracle:thin:@//host:1521/service");
        REQUIRED.put(
                "mokiniai.exchange.register", "the register's X-Road identifier, such as LT/GOV/123456789/mokiniai");
        REQUIRED.put("mokiniai.contract.folder", "the folder of the contracts");
        REQUIRED.put("mokiniai.key.master", "the file of the master key (32 random bytes in base64)");
        REQUIRED.put("mokiniai.security.trusted-authorities", "the certificates of the authorities that are trusted");
        REQUIRED.put("mokiniai.security.crls", "the revocation lists of those authorities");
        REQUIRED.put("mokiniai.security.keystore", "the PKCS#12 file of the register's signing keys");
        REQUIRED.put("mokiniai.security.keystore-password", "its password");
    }

    /** What verifying the signatures of contracts needs besides. */
    private static final Map<String, String> SIGNED = new LinkedHashMap<>();

    static {
        SIGNED.put("mokiniai.contract.register", "the code of the institution that signs contracts for the register");
        SIGNED.put("mokiniai.contract.signatories", "the folder of the certificates of those who may sign contracts");
    }

    @Option(names = "--demo")
    private boolean demo;

    @Unmatched
    private final List<String> properties = new ArrayList<>();

    @Override
    public Integer call() {
        List<String> arguments = new ArrayList<>(properties);
        if (demo) {
            arguments.add("--spring.profiles.active=demo");
        }
        SpringApplication application = new SpringApplication(Application.class);
        application.addListeners(new Settings(), new Launcher());
        if (demo) {
            application.addListeners(new FirstCollection());
        }
        try {
            application.run(arguments.toArray(String[]::new));
            return 0;
        } catch (RuntimeException toldAlready) {
            // Spring has written why.
            return 1;
        }
    }

    /** Collects what the start has left, once: a demo rests for long, and what is collected goes back to the system. */
    static final class FirstCollection implements ApplicationListener<ApplicationReadyEvent> {

        @Override
        public void onApplicationEvent(ApplicationReadyEvent ready) {
            System.gc();
        }
    }

    /** Names every setting that is missing, before anything starts. */
    static final class Settings implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

        @Override
        public void onApplicationEvent(ApplicationEnvironmentPreparedEvent prepared) {
            List<String> missing = missing(prepared.getEnvironment());
            if (!missing.isEmpty()) {
                throw new IllegalStateException(
                        missing.stream().collect(Collectors.joining("\n  ", "These settings are missing:\n  ", "")));
            }
        }

        static List<String> missing(Environment environment) {
            boolean unsigned = environment.getProperty("mokiniai.contract.unsigned", Boolean.class, false);
            return Stream.concat(REQUIRED.entrySet().stream(), unsigned ? Stream.empty() : SIGNED.entrySet().stream())
                    .filter(setting -> !isSet(environment, setting.getKey()))
                    .map(setting -> setting.getKey() + ": " + setting.getValue())
                    .toList();
        }

        private static boolean isSet(Environment environment, String name) {
            return environment.containsProperty(name) || environment.containsProperty(name + "[0]");
        }
    }
}
