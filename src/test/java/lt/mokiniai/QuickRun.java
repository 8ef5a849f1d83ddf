package lt.mokiniai;

import com.tngtech.archunit.junit.AnalyzeClasses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lt.mokiniai.exchange.evidence.PostgresServer;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.modulith.core.ApplicationModules;

/**
 * Leaves out of {@code ./mvnw test -Pquick} what an inner loop cannot wait for: tests whose code, or the code that it uses
 * among the tests, starts the application, a database server or another program, or reads every class of the project. Nobody
 * has to mark them. The platform finds this class by {@code META-INF/services}.
 */
public final class QuickRun implements PostDiscoveryFilter {

    private static final Set<String> SLOW = Stream.of(
                    SpringApplication.class,
                    SpringBootTest.class,
                    PostgresServer.class,
                    ProcessBuilder.class,
                    ApplicationModules.class,
                    AnalyzeClasses.class)
            .map(type -> type.getName().replace('.', '/'))
            .collect(Collectors.toSet());

    private static final Pattern OURS = Pattern.compile("lt/mokiniai/[\\w/$]+");

    private static final Map<String, Boolean> LEFT_OUT = new ConcurrentHashMap<>();

    /** Tells whether the profile {@code quick} is on, which sets the system property {@code mokiniai.quick}. */
    static boolean isOn() {
        return Boolean.getBoolean("mokiniai.quick");
    }

    @Override
    public FilterResult apply(TestDescriptor test) {
        if (!isOn()) {
            return FilterResult.included("all tests");
        }
        return FilterResult.includedIf(testClass(test)
                .filter(name -> LEFT_OUT.computeIfAbsent(name, QuickRun::isSlow))
                .isEmpty());
    }

    /** The class of a test, or of what the test stands in where its engine has a source of its own. */
    private static Optional<String> testClass(TestDescriptor test) {
        return test.getSource()
                .flatMap(QuickRun::testClass)
                .or(() -> test.getParent().flatMap(QuickRun::testClass));
    }

    private static Optional<String> testClass(TestSource source) {
        if (source instanceof MethodSource method) {
            return Optional.of(method.getClassName());
        }
        return source instanceof ClassSource type ? Optional.of(type.getClassName()) : Optional.empty();
    }

    /** Tells whether a class leads to a slow one, through classes of the tests. */
    static boolean isSlow(String name) {
        Set<String> seen = new HashSet<>(Set.of(name.replace('.', '/')));
        Deque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            String next = open.pop();
            String constants = constants(next);
            if (SLOW.stream().anyMatch(constants::contains)) {
                return true;
            }
            OURS.matcher(constants)
                    .results()
                    .map(MatchResult::group)
                    // A class within another names that one, whether it uses it or not.
                    .filter(used -> !next.startsWith(used + "$"))
                    .filter(seen::add)
                    .forEach(open::push);
        }
        return false;
    }

    /** What a class of the tests uses stands in its constants by name; other classes are not looked into. */
    private static String constants(String name) {
        Path file = Fork.CLASSES.resolve(name + ".class");
        try {
            return Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
