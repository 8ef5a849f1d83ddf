package lt.mokiniai.intake.source;

/**
 * A register that feeds this one. Each is a bean of a package of its own, and nothing else knows of it: whoever receives,
 * applies, compares or shows deliveries takes all beans of this type.
 *
 * @param <R> its record, as the schema of its operation generates it: messages, XML files and CSV files end in it
 */
public interface SourceRegister<R> {

    /** What it is called, and how its records are written. */
    SourceDescription<R> description();

    /** Reads its records from files, and tells one from another. */
    RecordReader<R> reader();

    /** Records what its records tell. */
    RecordMapper<R> mapper();
}
