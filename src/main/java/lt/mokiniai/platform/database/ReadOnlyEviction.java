package lt.mokiniai.platform.database;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/**
 * Gives up a connection whose server takes no changes: after a switch to another server, or back, it would fail for as long
 * as the pool keeps it. What else ends a connection the pool decides by itself.
 */
final class ReadOnlyEviction implements SQLExceptionOverride {

    @java.lang.Override
    public Override adjudicate(SQLException failure) {
        boolean isReadOnly = DatabaseFailure.told(String.valueOf(failure.getSQLState()), failure.getErrorCode())
                .filter(DatabaseFailure.READ_ONLY::equals)
                .isPresent();
        return isReadOnly ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
    }
}
