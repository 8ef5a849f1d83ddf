package lt.mokiniai.intake.source;

import java.util.Optional;
import lt.mokiniai.kernel.texts.Text;

/**
 * What does not fit in a record, without any of its values.
 *
 * @param code of a {@link RecordProblem}
 * @param field the path of the field within the record
 * @param message what is wrong
 */
public record RecordFinding(String code, Optional<String> field, Text message) {}
