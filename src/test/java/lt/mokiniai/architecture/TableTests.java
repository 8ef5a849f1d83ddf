package lt.mokiniai.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A table belongs to one module: no other writes to it. */
class TableTests {

    private static final Pattern CREATED = Pattern.compile("(?i)create table (\\w+)");
    private static final Pattern WRITES = Pattern.compile("(?i)insert into |update |delete from |merge into ");

    @Test
    void eachTableIsWrittenByOneModule() throws IOException {
        Set<String> tables = tables();
        Map<String, Set<String>> writers = new TreeMap<>();
        // The demo's register is made row by row, before anybody reads it.
        for (Path file : Sources.files()
                .filter(file -> !file.startsWith(Sources.ROOT.resolve("lt/mokiniai/tools/demo/register")))
                .toList()) {
            String source = Sources.read(file);
            if (WRITES.matcher(source).find()) {
                tables.stream()
                        .filter(table -> isWritten(table, source))
                        .forEach(table -> writers.computeIfAbsent(table, first -> new TreeSet<>())
                                .add(module(file)));
            }
        }
        assertThat(writers).hasSizeGreaterThan(10);
        writers.values().removeIf(modules -> modules.size() == 1);
        assertThat(writers).isEmpty();
    }

    /** By name, or in a list of tables for one statement. */
    private static boolean isWritten(String table, String source) {
        return Pattern.compile("(?i)(insert into|update|delete from|merge into) " + table + "\\b")
                        .matcher(source)
                        .find()
                || (source.contains(" \" + table") && source.contains("\"" + table + "\""));
    }

    private static Set<String> tables() throws IOException {
        Set<String> tables = new TreeSet<>();
        try (Stream<Path> scripts = Files.walk(Path.of("src/main/resources/db/migration/oracle"))) {
            scripts.filter(script -> script.toString().endsWith(".sql")).forEach(script -> {
                Matcher created = CREATED.matcher(Sources.read(script));
                while (created.find()) {
                    tables.add(created.group(1));
                }
            });
        }
        return tables;
    }

    /** Such as {@code exchange/quota}. */
    private static String module(Path file) {
        return Sources.ROOT
                .resolve("lt/mokiniai")
                .relativize(file)
                .subpath(0, 2)
                .toString();
    }
}
