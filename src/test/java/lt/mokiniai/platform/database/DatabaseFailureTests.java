package lt.mokiniai.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;

/** What a failure stands for by what an Oracle says of it: its numbers, and the SQLSTATE that its driver gives them. */
class DatabaseFailureTests {

    @ParameterizedTest
    @CsvSource({
        "08006, 17002, CONNECTION", // an error of the network
        "66000, 3113, CONNECTION", // end of the file on the channel
        "08000, 12541, CONNECTION", // no listener
        "72000, 12514, CONNECTION", // the listener does not know the service
        "72000, 1013, TIME", // the statement was ended on request
        "61000, 60, LOCK", // a deadlock
        "61000, 54, LOCK", // busy, and NOWAIT
        "72000, 1653, SPACE", // a table cannot grow
        "64000, 257, SPACE", // the archiver is stuck
        "61000, 4031, RESOURCES", // no shared memory
        "42000, 942, PRIVILEGE", // no such table, or one that may not be seen
        "72000, 1017, LOGIN", // the password
        "72000, 28001, LOGIN", // the password has expired
        "72000, 16000, READ_ONLY", // a standby
        "72000, 1578, FILES" // a block is corrupt
    })
    void anErrorOfOracleIsKnownByItsNumber(String state, int number, DatabaseFailure failure) {
        assertThat(Diagnosis.of(new SQLException("ORA", state, number)).map(Diagnosis::failure))
                .contains(failure);
    }

    /** A constraint that is broken, a value that is too long: mistakes of ours. */
    @Test
    void whatIsWrongWithARowOrAStatementIsNoFailureOfTheDatabase() {
        for (int number : new int[] {1, 904, 1400, 2290, 2291, 12899}) {
            assertThat(Diagnosis.of(new SQLException("ORA", "23000", number)))
                    .as("ORA-%05d", number)
                    .isEmpty();
        }
    }

    /** Two nodes that write one row count on it. */
    @Test
    void aBrokenUniqueIndexIsADuplicateKey() {
        SQLException broken = new SQLIntegrityConstraintViolationException("ORA", "23000", 1);

        assertThat(new SQLExceptionSubclassTranslator().translate("insert", null, broken))
                .isInstanceOf(DuplicateKeyException.class);
    }
}
