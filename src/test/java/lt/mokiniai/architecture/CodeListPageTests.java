package lt.mokiniai.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.core.io.FileSystemResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SingleColumnRowMapper;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** The page of the code lists: what the migration puts into the register, for whoever fills in a coded item. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CodeListPageTests {

    private static final Path PAGE = Path.of("docs/code-lists.md");
    private static final Path SCRIPTS = Path.of("src/main/resources/db/migration");
    private static final Pattern NAMED = Pattern.compile("\\(code list ([A-Z_]+)\\)");

    /** Since when a value holds is not known where it holds since this day (docs/register.md, 'Code lists'). */
    private static final LocalDate FIRST_DAY = LocalDate.of(1800, 1, 1);

    private final JdbcTemplate jdbc = new JdbcTemplate(new SimpleDriverDataSource(
            new org.h2.Driver(), "jdbc:h2:mem:codelists;MODE=Oracle;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1"));

    @BeforeAll
    void run() {
        ResourceDatabasePopulator scripts = new ResourceDatabasePopulator(
                new FileSystemResource(SCRIPTS.resolve("oracle/V1__reference.sql")),
                new FileSystemResource(SCRIPTS.resolve("common/V4__code_lists.sql")));
        scripts.setSqlScriptEncoding("UTF-8");
        scripts.execute(Objects.requireNonNull(jdbc.getDataSource()));
    }

    @Test
    void thePageIsWhatTheMigrationWrites() throws IOException {
        Documents.check(PAGE, document());
    }

    @Test
    void everyListThatAnElementNamesIsThere() throws IOException {
        Set<String> named = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("wsdl"))) {
            files.filter(file -> file.toString().endsWith(".xsd")).forEach(file -> {
                Matcher list = NAMED.matcher(Sources.read(file));
                while (list.find()) {
                    named.add(list.group(1));
                }
            });
        }
        assertThat(named).hasSizeGreaterThan(20);
        assertThat(jdbc.query("SELECT name FROM code_list", new SingleColumnRowMapper<>(String.class)))
                .containsAll(named);
    }

    private String document() {
        StringBuilder text = new StringBuilder("""
                # Code lists · Klasifikatoriai

                Made by `CodeListPageTests` from the migration that puts them into the register. The documentation of a coded
                element names its list; a value that the list does not have on the day is `MR-402`. `OFFICIAL` lists are those of an
                act or a publication, `OWN` ones of this project ([register](register.md#code-lists)). Where no days stand, a
                value holds on every day.

                Sąrašas padarytas iš duomenų bazės scenarijaus. Elemento aprašyme nurodytas jo klasifikatorius; reikšmė, kurios tą dieną
                jame nėra, – `MR-402`. Kur dienų nėra, reikšmė galioja visada.
                """);
        jdbc.query("SELECT name, title_lt, title_en, origin, source FROM code_list ORDER BY name", list -> {
            String name = list.getString("name");
            text.append("\n## ")
                    .append(name)
                    .append("\n%s · %s. `%s`%s\n\n"
                            .formatted(
                                    list.getString("title_lt"),
                                    list.getString("title_en"),
                                    list.getString("origin"),
                                    list.getString("source") == null ? "" : ": " + list.getString("source")))
                    .append("| code | lt | en | days |\n| --- | --- | --- | --- |\n");
            entries(name).forEach(text::append);
        });
        return text.toString();
    }

    private List<String> entries(String list) {
        List<String> entries = new ArrayList<>();
        jdbc.query(
                "SELECT code, name_lt, name_en, valid_from, valid_to FROM code_list_entry WHERE list_name = ?"
                        + " ORDER BY code, valid_from",
                entry -> {
                    entries.add("| `%s` | %s | %s | %s |\n"
                            .formatted(
                                    entry.getString("code"),
                                    entry.getString("name_lt"),
                                    entry.getString("name_en"),
                                    days(entry)));
                },
                list);
        return entries;
    }

    private static String days(ResultSet entry) throws SQLException {
        LocalDate from = entry.getObject("valid_from", LocalDate.class);
        LocalDate to = entry.getObject("valid_to", LocalDate.class);
        String first = from.equals(FIRST_DAY) ? "" : from + " ";
        return to == null && first.isEmpty() ? "" : first + "…" + (to == null ? "" : " " + to);
    }
}
