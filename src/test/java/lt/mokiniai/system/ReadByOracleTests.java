package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.oracle.OracleReading;
import lt.mokiniai.register.bench.SqlLog;
import lt.mokiniai.tools.demo.DemoCast;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Whether Oracle would read all that a whole register says to its database, from its start on, and take the values as they are
 * meant (docs/oracle.md, 'What is proved without one'). The suites of the register ask it of more reads and writes.
 */
class ReadByOracleTests {

    private static final Register REGISTER = Register.watched(Map.of(
            "spring.datasource.url",
            "jdbc:h2:mem:readbyoracle;MODE=Oracle;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000",
            "mokiniai.demo.students",
            "40",
            "spring.jpa.properties.hibernate.dialect",
            "org.hibernate.dialect.OracleDialect",
            "spring.jpa.properties.hibernate.boot.allow_jdbc_metadata_access",
            "false",
            "spring.jpa.properties.jakarta.persistence.database-product-name",
            "Oracle",
            "spring.jpa.properties.jakarta.persistence.database-major-version",
            "19"));

    @AfterAll
    static void stop() {
        REGISTER.close();
    }

    @Test
    void everyStatementOfEveryOperationAndOfTheLogIsOneOfOracle() {
        for (String operation : Questions.operations()) {
            Reply reply = REGISTER.as(Questions.whoMay(operation))
                    .asks(operation, Questions.content(REGISTER, operation))
                    .send();
            assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        }
        Message message = REGISTER.as("benefits").getStudent(DemoCast.KAUNAS_STUDENT);
        Reply lost = message.send();
        assertThat(message.send().code()).isEqualTo(ExchangeError.REPLAYED.code());
        ToldOutcome.of(message, REGISTER.as("benefits")).assertTellsAgain(lost);

        SqlLog log = REGISTER.sql();
        assertThat(OracleReading.told(log.all()))
                .hasSizeGreaterThan(100)
                .anyMatch(statement -> statement.contains("message_log"))
                .anyMatch(statement -> statement.contains("contract_activation"));
        OracleReading.assertReadable(log);
    }
}
