package lt.mokiniai;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.junit.AnalyzeClasses;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import lt.mokiniai.exchange.evidence.PostgresServer;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
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

    private static final Set<String> SLOW = Set.of(
            SpringApplication.class.getName(),
            SpringBootTest.class.getName(),
            PostgresServer.class.getName(),
            ProcessBuilder.class.getName(),
            ApplicationModules.class.getName(),
            AnalyzeClasses.class.getName());

    private static final Map<String, Boolean> LEFT_OUT = new ConcurrentHashMap<>();

    /** The classes of the tests, read where they are needed. */
    private static final class Classes {
        static final JavaClasses ALL = read();

        private static JavaClasses read() {
            try {
                return new ClassFileImporter()
                        .importPath(Path.of(QuickRun.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI()));
            } catch (URISyntaxException e) {
                throw new IllegalStateException(e);
            }
        }
    }

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

    private static Optional<String> testClass(TestDescriptor test) {
        return test.getSource().map(source -> {
            if (source instanceof MethodSource method) {
                return method.getClassName();
            }
            return source instanceof ClassSource type ? type.getClassName() : "";
        });
    }

    /** Tells whether a class leads to a slow one, through classes of the tests. */
    static boolean isSlow(String name) {
        Set<String> seen = new HashSet<>(Set.of(name));
        Deque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            String next = open.pop();
            if (SLOW.contains(next)) {
                return true;
            }
            if (!Classes.ALL.contain(next)) {
                continue;
            }
            for (Dependency used : Classes.ALL.get(next).getDirectDependenciesFromSelf()) {
                JavaClass target = used.getTargetClass().getBaseComponentType();
                if (seen.add(target.getName())) {
                    open.push(target.getName());
                }
            }
        }
        return false;
    }
}
