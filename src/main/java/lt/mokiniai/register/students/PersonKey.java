package lt.mokiniai.register.students;

import java.time.LocalDate;
import java.util.Objects;
import lt.mokiniai.kernel.Dates;
import lt.mokiniai.kernel.PersonalCode;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.register.history.NameKeys;
import lt.mokiniai.wsdl.types.PersonSelector;
import lt.mokiniai.wsdl.types.PersonSelectorAsSent;
import lt.mokiniai.wsdl.types.PersonWithoutCode;
import org.jspecify.annotations.Nullable;

/** By what a person is looked up; it never prints itself. */
sealed interface PersonKey {

    /** By the register's own identifier. */
    record ByRegisterId(String registerId) implements PersonKey {
        @Override
        public String toString() {
            return "ByRegisterId[hidden]";
        }
    }

    /** By personal code. */
    record ByCode(PersonalCode code) implements PersonKey {}

    /**
     * By what nobody has: digits that are no personal code, or a birth date that a request may not name.
     *
     * @param error why a request about this one person is refused
     * @param path where it stands below the person
     */
    record Invalid(ExchangeError error, String path) implements PersonKey {}

    /** By birth date and the identifier of the Foreigners' register. */
    record ByForeignerId(LocalDate birthDate, String foreignerId) implements PersonKey {
        @Override
        public String toString() {
            return "ByForeignerId[hidden]";
        }
    }

    /** By birth date and names: for a person who has no personal code. */
    record ByNames(LocalDate birthDate, String nameKey) implements PersonKey {
        @Override
        public String toString() {
            return "ByNames[hidden]";
        }
    }

    static PersonKey of(PersonSelector sent) {
        return of(sent.getRegisterId(), sent.getPersonalCode(), sent.getWithoutCode());
    }

    static PersonKey of(PersonSelectorAsSent sent) {
        return of(sent.getRegisterId(), sent.getPersonalCode(), sent.getWithoutCode());
    }

    private static PersonKey of(
            @Nullable String registerId, @Nullable String personalCode, @Nullable PersonWithoutCode withoutCode) {
        if (registerId != null) {
            return new ByRegisterId(registerId);
        }
        if (personalCode != null) {
            return PersonalCode.isValid(personalCode)
                    ? new ByCode(new PersonalCode(personalCode))
                    : new Invalid(ExchangeError.PERSONAL_CODE, "personalCode");
        }
        PersonWithoutCode particulars = Objects.requireNonNull(withoutCode, "the schema lets one of three through");
        if (!Dates.isAskable(particulars.getBirthDate())) {
            return new Invalid(ExchangeError.DATE_OUT_OF_RANGE, "withoutCode/birthDate");
        }
        return particulars.getForeignerId() != null
                ? new ByForeignerId(particulars.getBirthDate(), particulars.getForeignerId())
                : new ByNames(
                        particulars.getBirthDate(),
                        NameKeys.key(particulars.getGivenNames(), particulars.getFamilyName()));
    }
}
