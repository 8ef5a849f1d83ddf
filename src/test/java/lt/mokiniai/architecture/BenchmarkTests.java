package lt.mokiniai.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import lt.mokiniai.Fork;
import org.junit.jupiter.api.Test;

/** The benchmark is compiled in its own profile, which nobody runs for weeks: what it uses of the project must be there. */
class BenchmarkTests {

    private static final Path SOURCES = Path.of("src/bench/java");

    /** They need the libraries of the profile, and of the project nothing but what its WSDL becomes. */
    private static final Set<String> OF_OTHER_STACKS = Set.of("CxfServer.java", "SpringServer.java");

    private static final String CLASS_PATH =
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

    @Test
    void itsSourcesCompile() throws IOException {
        List<Path> sources;
        try (Stream<Path> files = Files.walk(SOURCES)) {
            sources = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !OF_OTHER_STACKS.contains(file.getFileName().toString()))
                    .toList();
        }
        Path classes = Files.createDirectories(Fork.folder("benchmark"));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            boolean isCompiled = compiler.getTask(
                            said,
                            files,
                            null,
                            List.of(
                                    "-proc:none",
                                    "-Xlint:none",
                                    "-nowarn",
                                    "-cp",
                                    CLASS_PATH,
                                    "-d",
                                    classes.toString()),
                            null,
                            files.getJavaFileObjectsFromPaths(sources))
                    .call();
            assertThat(isCompiled).as(said.toString()).isTrue();
        }
    }
}
