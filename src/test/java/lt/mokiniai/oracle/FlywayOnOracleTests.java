package lt.mokiniai.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flywaydb.core.api.configuration.ClassicConfiguration;
import org.flywaydb.core.internal.parser.ParsingContext;
import org.flywaydb.core.internal.resource.StringResource;
import org.flywaydb.core.internal.sqlscript.SqlStatementIterator;
import org.flywaydb.database.oracle.OracleParser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Flyway cuts scripts into statements by a parser for each database: that for Oracle cuts ours where they end. */
class FlywayOnOracleTests {

    private static final Pattern COMMENT = Pattern.compile("(?m)--.*$");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private static Stream<Resource> scripts() throws IOException {
        PathMatchingResourcePatternResolver all = new PathMatchingResourcePatternResolver();
        return Stream.of(
                        all.getResources("classpath*:db/migration/oracle/*.sql"),
                        all.getResources("classpath*:db/migration/common/*.sql"))
                .flatMap(Stream::of);
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void eachStatementIsCutWhereItEnds(Resource script) throws IOException {
        String text = script.getContentAsString(StandardCharsets.UTF_8);
        OracleParser parser = new OracleParser(new ClassicConfiguration(), new ParsingContext());
        List<String> cut = new ArrayList<>();
        try (SqlStatementIterator statements = parser.parse(new StringResource(text))) {
            statements.forEachRemaining(statement -> cut.add(plain(statement.getSql())));
        }

        assertThat(cut)
                .isNotEmpty()
                .isEqualTo(Stream.of(COMMENT.matcher(text).replaceAll("").split(";"))
                        .map(FlywayOnOracleTests::plain)
                        .filter(statement -> !statement.isEmpty())
                        .toList());
    }

    private static String plain(String statement) {
        return SPACE.matcher(COMMENT.matcher(statement).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }
}
