package lt.mokiniai.register.students.writes;

import java.time.LocalDate;
import java.util.Optional;
import lt.mokiniai.kernel.PersonalCode;
import lt.mokiniai.register.history.NameKeys;
import lt.mokiniai.register.students.facts.PersonName;
import org.jspecify.annotations.Nullable;

/** Who a message says that a person is. It does not print itself. */
record ToldPerson(
        @Nullable PersonalCode code,
        @Nullable String foreignerId,
        PersonName name,
        LocalDate birthDate,
        @Nullable String sex) {

    String nameKey() {
        return NameKeys.key(name.givenNames(), name.familyName());
    }

    /** By what the person is found: a code or an identifier; nobody is found by names alone. */
    Optional<String> identification() {
        return code != null ? Optional.of(code.value()) : Optional.ofNullable(foreignerId);
    }

    @Override
    public String toString() {
        return "ToldPerson[hidden]";
    }
}
