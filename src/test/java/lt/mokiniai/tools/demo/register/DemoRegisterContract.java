package lt.mokiniai.tools.demo.register;

import static org.assertj.core.api.Assertions.assertThat;

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
