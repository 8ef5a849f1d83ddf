package lt.mokiniai.intake.source;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * Records what the records of a source register tell, with its history: what was known stays known as it was.
 *
 * @param <R> the record
 */
public interface RecordMapper<R> {

    /**
     * Looks whether a record fits what the register holds at this moment. Nothing is written. It is asked when a record is
     * received, where what comes before it may be missing yet ({@link RecordFindings#isEarly}), and again in the transaction in
     * which it is applied.
     */
    void check(R told, RecordFindings findings);

    /**
     * Records what a record tells that fits, in the transaction of whoever calls. The same record again changes nothing.
     *
     * @return whether anything changed
     */
    boolean apply(R told, Recording recording);

    /**
     * Tells which row of the register, in force until now, a record would end; nothing where it ends none. It is asked before
     * anything of a full delivery is applied.
     */
    Optional<HeldRow> ends(R told);

    /** Gives the rows in force that the register holds of this source, one after the other. */
    void held(Consumer<HeldRow> each);
}
