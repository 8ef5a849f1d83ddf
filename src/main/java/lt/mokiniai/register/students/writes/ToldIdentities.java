package lt.mokiniai.register.students.writes;

import java.lang.Character.UnicodeScript;
import java.time.LocalDate;
import java.util.Optional;
import lt.mokiniai.kernel.PersonalCode;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.register.history.Findings;
import lt.mokiniai.register.students.facts.PersonName;
import lt.mokiniai.register.times.ReadTimes;
import lt.mokiniai.register.writing.ToldValues;
import lt.mokiniai.wsdl.students.RegisterStudent;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Looks at what a message tells of who a person is: each wrong value is told by its path. */
@Component
@EnableConfigurationProperties(StudentProperties.class)
public class ToldIdentities {

    /** A name that is longer stands on no document. */
    private static final int LONGEST_NAME = 100;

    /** What stands in a name beside letters and their marks. */
    private static final String BETWEEN_LETTERS = " -'’.()\u00A0";

    private final ToldValues values;
    private final ReadTimes times;
    private final StudentProperties properties;

    ToldIdentities(ToldValues values, ReadTimes times, StudentProperties properties) {
        this.values = values;
        this.times = times;
        this.properties = properties;
    }

    /** Gives the same rules, which look at codes otherwise. */
    public ToldIdentities with(ToldValues others) {
        return new ToldIdentities(others, times, properties);
    }

    /** Looks at who a student is said to be, and gives the sex: where none is told, that of the code. */
    public Optional<String> sex(Findings findings, RegisterStudent.Identity told) {
        return person(findings, told).flatMap(person -> Optional.ofNullable(person.sex()));
    }

    /** Gives who a student is; nothing where a value is wrong. */
    Optional<ToldPerson> person(Findings findings, RegisterStudent.Identity told) {
        String given = name(findings, told.getGivenNames(), "identity/givenNames");
        String family = name(findings, told.getFamilyName(), "identity/familyName");
        LocalDate born = told.getBirthDate();
        values.code(findings, "SEX", told.getSex(), times.today(), "identity/sex");
        findings.requires(!born.isAfter(times.today()), "identity/birthDate", ExchangeError.BORN_AHEAD);
        Optional<PersonalCode> code = code(findings, told.getPersonalCode(), "identity/personalCode");
        code.ifPresent(valid -> {
            requireAgreement(findings, valid, born, "identity/birthDate");
            requireSex(findings, valid, told.getSex(), "identity/sex");
        });
        return given == null || family == null || (code.isEmpty() && told.getPersonalCode() != null)
                ? Optional.empty()
                : Optional.of(new ToldPerson(
                        code.orElse(null),
                        told.getForeignerId(),
                        new PersonName(given, family),
                        born,
                        told.getSex() == null ? code.flatMap(PersonalCode::sex).orElse(null) : told.getSex()));
    }

    /** Gives a personal code; nothing where none is told, or where it is wrong. */
    public Optional<PersonalCode> code(Findings findings, @Nullable String told, String field) {
        return told != null && findings.requires(PersonalCode.isValid(told), field, ExchangeError.PERSONAL_CODE)
                ? Optional.of(new PersonalCode(told))
                : Optional.empty();
    }

    /** The birth date is that of the code; of a code that is invented, where such may be, its month and day alone. */
    void requireAgreement(Findings findings, PersonalCode code, LocalDate born, String field) {
        findings.requires(
                code.isOfBirthOn(born) || (properties.inventedCodes() && code.isInventedFor(born)),
                field,
                ExchangeError.BIRTH_DATE_OF_CODE);
    }

    /** The sex is that of the code. */
    void requireSex(Findings findings, PersonalCode code, @Nullable String sex, String field) {
        findings.requires(sex == null || code.sex().map(sex::equals).orElse(true), field, ExchangeError.SEX_OF_CODE);
    }

    /**
     * Gives a name with its letters composed; nothing where none is told, or where it is wrong. It is written in Latin letters,
     * as in documents of identity (ICAO Doc 9303): a letter of another alphabet that looks like one of them would make another
     * name of it, that nobody finds.
     */
    public @Nullable String name(Findings findings, @Nullable String told, String field) {
        String composed = values.text(findings, told, LONGEST_NAME, field);
        boolean isName = composed == null
                || (composed.codePoints().anyMatch(Character::isLetter)
                        && composed.codePoints().allMatch(ToldIdentities::mayBeInAName));
        return findings.requires(isName, field, ExchangeError.LETTERS_OF_NAME) ? composed : null;
    }

    private static boolean mayBeInAName(int character) {
        return switch (UnicodeScript.of(character)) {
            case LATIN -> Character.isLetter(character);
            case INHERITED -> Character.getType(character) == Character.NON_SPACING_MARK;
            default -> BETWEEN_LETTERS.indexOf(character) >= 0;
        };
    }
}
