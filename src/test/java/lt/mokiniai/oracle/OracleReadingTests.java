package lt.mokiniai.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is complained of without an Oracle (docs/oracle.md, 'What is proved without one'). */
class OracleReadingTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select p.id from person p limit ?",
                "select p.id from person as p",
                "select p.id from person p where true",
                "select p.id from person p where p.name ilike ?",
                "select p.id,, from person p",
                "select 1",
                "insert into t (a) values (1), (2)",
                "insert into t (a) values (1) on conflict do nothing",
                "select next value for s",
                "delete from t using x where 1 = 1",
                "select id from a except select id from b",
                "select count(*) filter (where a = 1) from t"
            })
    void theGrammarComplainsOfWhatOracleDoesNotRead(String statement) {
        assertThat(OracleReading.complaintAbout(statement)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select a = 1 from t",
                "select id from t where (a, b) > (?, ?)",
                "select no_such_function(a) from t"
            })
    void theSecondOpinionComplainsOfWhatTheGrammarTakes(String statement) {
        assertThat(SecondOpinion.complaintAbout(statement)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select id from t where a = ''",
                "select coalesce(a, '') from t",
                "insert into t (a, b) values ('', 'it''s')",
                "select id from t fetch first 1 rows only for update",
                "select string_agg(a, ',') from t",
                "select a from t where b = any(?)",
                "select distinct on (a) b from t",
                "select t.id from t join u on u.id = t.id for update of t"
            })
    void theRulesComplainOfWhatBothTake(String statement) {
        assertThat(OracleRules.complaintAbout(statement)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into t (a) values ('Non-formal children''s education')",
                "select id from t for update skip locked",
                "select id from t where id = ? for update",
                "select case when a = 1 then 1 else 0 end from t order by a offset ? rows fetch first ? rows only",
                "select coalesce(a, b) || 'x' from t left join u on u.id = t.id",
                "select t.id from t join u on u.id = t.id for update of t.id",
                "select SYSTIMESTAMP from dual"
            })
    void nobodyComplainsOfWhatOracleTakes(String statement) {
        assertThat(OracleReading.complaintAbout(statement)).isEmpty();
    }

    @Test
    void aListMayHaveAThousandValuesAndNotMore() {
        String asked = "select p.id from person p where p.id in (" + "?, ".repeat(999) + "?";

        assertThat(OracleReading.told(List.of(asked + ")")))
                .containsExactly("select p.id from person p where p.id in (?, ?)");
        assertThat(OracleReading.complaintAbout(asked + ")")).isEmpty();
        assertThat(OracleReading.complaintAbout(asked + ", ?)")).isPresent();
        assertThat(OracleReading.told(List.of(asked + ", ?)"))).containsExactly(asked + ", ?)");
    }

    @Test
    void whatIsSaidToH2AloneIsLeftOut() {
        assertThat(OracleReading.told(List.of("SET LOCK_TIMEOUT 100", "CALL SCHEMA()", "select 1 from dual")))
                .containsExactly("select 1 from dual");
    }
}
