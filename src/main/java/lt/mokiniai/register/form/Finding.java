package lt.mokiniai.register.form;

import lt.mokiniai.kernel.texts.Text;
import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong with a record, or with a file. It holds no value of a record.
 *
 * @param place where the record stands; of a file as a whole its first line
 * @param code {@code MR-Lxxx} of the form and of what is loaded, {@code MR-5xx} of a rule of the register
 * @param field the column; nothing where it is the record as a whole
 * @param text what is wrong
 * @param isWarning whether the record is loaded all the same
 */
public record Finding(
        RecordPlace place, String code, @Nullable String field, Text text, boolean isWarning) {}
