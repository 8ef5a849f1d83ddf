package lt.mokiniai.tools.demo.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The demo's register on a server is that of an embedded database. */
abstract class DemoRegisterContract {

    abstract Database database();

    @Test
    void fillsItAsItFillsH2() {
        try (Database h2 = Database.h2().filled(400, 1);
                Database other = database().filled(400, 1)) {
            for (String table : DemoRegister.TABLES) {
                assertThat(other.count(table)).as(table).isEqualTo(h2.count(table));
            }
            for (String table : List.of(
                    "institution_fact",
                    "licence_fact",
                    "programme_fact",
                    "programme_code",
                    "programme_module_fact",
                    "pedagogue_post")) {
                assertThat(other.count(table)).as(table).isEqualTo(h2.count(table));
            }
            // What source registers tell has begun its history, and each school that is open has a head.
            assertThat(h2.count("institution_fact")).isEqualTo(h2.count("institution"));
            assertThat(h2.count("licence_fact")).isEqualTo(h2.count("licence"));
            assertThat(h2.count("programme_fact")).isEqualTo(h2.count("programme"));
            assertThat(h2.strings("SELECT code FROM institution WHERE deregistered IS NULL"))
                    .containsExactlyInAnyOrderElementsOf(
                            h2.strings("SELECT institution FROM pedagogue_post WHERE post = 'HEAD'"));
            // A text that is empty is none on Oracle.
            String names = "SELECT name_key || TO_CHAR(birth_date, 'YYYYMMDD') || COALESCE(personal_code, '-')"
                    + " FROM person_identity";
            assertThat(other.strings(names)).containsExactlyInAnyOrderElementsOf(h2.strings(names));
            assertThat(other.strings("SELECT list_name || code || name_lt FROM code_list_entry"))
                    .containsExactlyInAnyOrderElementsOf(
                            h2.strings("SELECT list_name || code || name_lt FROM code_list_entry"));
        }
    }
}
