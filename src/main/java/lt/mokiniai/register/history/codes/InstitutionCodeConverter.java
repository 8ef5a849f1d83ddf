package lt.mokiniai.register.history.codes;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import lt.mokiniai.kernel.InstitutionCode;
import org.jspecify.annotations.Nullable;

/** Keeps institution codes as their text, which tells the kind. */
@Converter(autoApply = true)
class InstitutionCodeConverter implements AttributeConverter<InstitutionCode, String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable InstitutionCode code) {
        return code == null ? null : code.value();
    }

    @Override
    public @Nullable InstitutionCode convertToEntityAttribute(@Nullable String text) {
        return text == null ? null : InstitutionCode.of(text);
    }
}
