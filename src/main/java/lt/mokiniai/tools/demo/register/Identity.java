package lt.mokiniai.tools.demo.register;

import java.time.LocalDate;
import java.util.Locale;
import lt.mokiniai.tools.demo.DemoCast;
import org.jspecify.annotations.Nullable;

/** How a student is known. */
record Identity(
        @Nullable String code,
        @Nullable String foreignerId,
        String givenNames,
        String familyName,
        LocalDate birthDate,
        boolean male,
        @Nullable LocalDate death) {

    @Nullable
    Object[] columns(long person) {
        String key = nameKey(givenNames) + "|" + nameKey(familyName);
        return new @Nullable Object[] {
            person, code, foreignerId, givenNames, familyName, key, birthDate, male ? "V" : "M", death
        };
    }

    Identity named(String otherName) {
        return new Identity(code, foreignerId, givenNames, otherName, birthDate, male, death);
    }

    Identity coded(String otherCode) {
        return new Identity(otherCode, foreignerId, givenNames, familyName, birthDate, male, death);
    }

    Identity dead(@Nullable LocalDate day) {
        return new Identity(code, foreignerId, givenNames, familyName, birthDate, male, day);
    }

    private static String nameKey(String name) {
        return name.strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT);
    }

    /** One of the cast, by today's names. */
    static Identity of(DemoCast one) {
        return new Identity(
                one.personalCode().orElse(null),
                one.foreignerId().orElse(null),
                one.givenNames(),
                one.familyName(),
                one.birthDate(),
                one.sex().equals("V"),
                null);
    }
}
