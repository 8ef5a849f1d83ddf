package lt.mokiniai.register.history.codes;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import lt.mokiniai.kernel.PersonalCode;
import org.jspecify.annotations.Nullable;

/** Keeps personal codes as their digits. */
@Converter(autoApply = true)
class PersonalCodeConverter implements AttributeConverter<PersonalCode, String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable PersonalCode code) {
        return code == null ? null : code.value();
    }

    @Override
    public @Nullable PersonalCode convertToEntityAttribute(@Nullable String digits) {
        return digits == null ? null : new PersonalCode(digits);
    }
}
