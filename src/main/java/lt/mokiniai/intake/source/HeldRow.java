package lt.mokiniai.intake.source;

import java.util.Optional;

/**
 * A row that the register holds of a source.
 *
 * @param key as {@link RecordReader#key} of a record gives it
 * @param institution the code of the institution that it has to do with
 */
public record HeldRow(String key, Optional<String> institution) {}
