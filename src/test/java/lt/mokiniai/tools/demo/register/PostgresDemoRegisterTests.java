package lt.mokiniai.tools.demo.register;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PostgresDemoRegisterTests {

    @Test
    void fillsPostgresqlAsItFillsH2() {
        try (Database h2 = Database.h2().filled(400, 1);
                Database postgres = Database.postgres("demo").filled(400, 1)) {
            for (String table : DemoRegister.TABLES) {
                assertThat(postgres.count(table)).as(table).isEqualTo(h2.count(table));
            }
            String names = "SELECT name_key || birth_date || COALESCE(personal_code, '') FROM person_identity"
                    .replace("birth_date", "TO_CHAR(birth_date, 'YYYYMMDD')");
            assertThat(postgres.strings(names)).containsExactlyInAnyOrderElementsOf(h2.strings(names));
            assertThat(postgres.strings("SELECT list_name || code || name_lt FROM code_list_entry"))
                    .containsExactlyInAnyOrderElementsOf(
                            h2.strings("SELECT list_name || code || name_lt FROM code_list_entry"));
        }
    }
}
