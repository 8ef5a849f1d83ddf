package lt.mokiniai.register.enrolments.rules;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import lt.mokiniai.kernel.InstitutionCode.Kind;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.scope.Fields;
import lt.mokiniai.register.enrolments.facts.ContractReference;
import lt.mokiniai.register.enrolments.facts.SchoolClass;
import lt.mokiniai.register.enrolments.facts.StageChange;
import lt.mokiniai.register.enrolments.facts.StageContent;
import lt.mokiniai.register.enrolments.facts.StageItem;
import lt.mokiniai.register.history.Findings;
import lt.mokiniai.register.history.History;
import lt.mokiniai.register.reference.CodeLists;
import lt.mokiniai.register.writing.Change;
import lt.mokiniai.register.writing.ToldValues;
import lt.mokiniai.wsdl.types.CameFrom;
import lt.mokiniai.wsdl.types.LearningContract;
import lt.mokiniai.wsdl.types.LeftTo;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the values of requests that write enrolments: each wrong one is told to the history, by its path. */
@Component
public class RequestedValues {

    private static final int LONGEST_UNIT = 200;
    private static final int LONGEST_NAME = 100;
    private static final int LETTERS_OF_A_COUNTRY = 2;

    private final ToldValues values;

    /** @param values looks at values of whatever record */
    public RequestedValues(ToldValues values) {
        this.values = values;
    }

    /** Looks at a code, of a list as it is on a day. */
    public void code(Findings findings, String list, @Nullable String code, LocalDate day, String field) {
        values.code(findings, list, code, day, field);
    }

    /** What is told of today or of a short while ago is likelier than what is told of long ago. */
    public void expectsRecent(Change change, @Nullable LocalDate day, String field) {
        if (day != null) {
            values.expectsRecent(change, day, field);
        }
    }

    /** Looks at a day on which something begins or ends: it is not far ahead. */
    public void day(Findings findings, @Nullable LocalDate day, String field) {
        values.day(findings, day, field);
    }

    /** Gives the part of an institution. */
    public @Nullable String unit(Findings findings, @Nullable String told, String field) {
        return values.text(findings, told, LONGEST_UNIT, field);
    }

    /**
     * Gives how a student learns from a day on.
     *
     * @param path of the element, with a slash at its end
     */
    public StageContent stage(
            Findings findings, lt.mokiniai.wsdl.enrolments.StageContent told, LocalDate day, String path) {
        code(findings, "LEARNING_FORM", told.getForm(), day, path + "form");
        code(findings, "LEARNING_WAY", told.getWay(), day, path + "way");
        code(findings, "EDUCATION_TYPE", told.getEducationType(), day, path + "educationType");
        code(findings, "LANGUAGE", told.getLanguage(), day, path + "language");
        code(findings, "CLASS_TYPE", told.getClassType(), day, path + "classType");
        code(findings, "CLASS_PURPOSE", told.getClassPurpose(), day, path + "classPurpose");
        code(findings, "CLASS_STAGE", told.getClassStage(), day, path + "classStage");
        code(findings, "GYMNASIUM_LABEL", told.getGymnasiumLabel(), day, path + "gymnasiumLabel");
        code(findings, "FUNDING", told.getFunding(), day, path + "funding");
        values.text(findings, told.getClassName(), LONGEST_NAME, path + "className");
        return new StageContent(
                told.getForm(),
                told.getWay(),
                told.getEducationType(),
                told.getLanguage(),
                schoolClass(told),
                told.getFunding());
    }

    /**
     * Gives the change that a request tells of how a student learns. A class is told as a whole, as far as the scope may set
     * it: of what it may not set nothing is told, and it stays as it was.
     *
     * @param cleared what it says that there is none of
     * @param path of the element, with a slash at its end
     * @param settable what the scope may set of a stage
     */
    public static StageChange change(
            History history, StageContent told, Cleared cleared, String path, Fields settable) {
        Set<StageItem> none = cleared.ofStage(path);
        none.stream()
                .filter(told::tells)
                .forEach(item -> history.requires(false, path + Cleared.element(item), ExchangeError.TOLD_AND_CLEARED));
        return StageChange.to(told)
                .only(item -> !SchoolClass.ITEMS.contains(item) || settable.allows(Cleared.element(item)))
                .clearing(none);
    }

    /** Gives the class; none where nothing of one is told. */
    private static @Nullable SchoolClass schoolClass(lt.mokiniai.wsdl.enrolments.StageContent told) {
        boolean isTold = Stream.of(
                        told.getClassType(),
                        told.getClassPurpose(),
                        told.getClassStage(),
                        told.getClassLevel(),
                        told.getGymnasiumLabel(),
                        told.getClassName())
                .anyMatch(Objects::nonNull);
        return isTold
                ? new SchoolClass(
                        told.getClassType(),
                        told.getClassPurpose(),
                        told.getClassStage(),
                        told.getClassLevel(),
                        told.getGymnasiumLabel(),
                        told.getClassName())
                : null;
    }

    /**
     * Gives where a student came from, as it is kept: the code of an institution, or of a country.
     *
     * @param path of the element
     */
    public @Nullable String cameFrom(Findings findings, @Nullable CameFrom told, String path) {
        return told == null ? null : place(findings, told.getKind(), told.getCode(), told.getCountry(), path);
    }

    /**
     * Gives where a student went, as it is kept: the code of an institution, or of a country.
     *
     * @param path of the element
     */
    public @Nullable String leftTo(Findings findings, @Nullable LeftTo told, String path) {
        return told == null ? null : place(findings, told.getKind(), told.getCode(), told.getCountry(), path);
    }

    /**
     * Looks at where a student came from or went, as it is kept.
     *
     * @param kept the code of an institution, or of a country
     * @param path of the element
     */
    public void place(Findings findings, @Nullable String kept, String path) {
        if (kept != null) {
            boolean isCountry = kept.length() == LETTERS_OF_A_COUNTRY;
            String kind = Stream.of(Kind.values())
                    .filter(each -> each.isCode(kept))
                    .map(Kind::name)
                    .findFirst()
                    .orElse(null);
            place(findings, kind, kept, isCountry ? kept : null, path);
        }
    }

    private @Nullable String place(
            Findings findings, @Nullable String kind, @Nullable String code, @Nullable String country, String path) {
        if (country != null) {
            values.country(findings, country, path + "/country");
            return country;
        }
        try {
            return CodeLists.institution(String.valueOf(kind), String.valueOf(code), path)
                    .value();
        } catch (ExchangeException wrong) {
            findings.breaks(wrong.problem());
            return null;
        }
    }

    /**
     * Gives the learning contract, which is told as a whole, as far as the scope may set it.
     *
     * @param before the one that is believed, of which stays what the scope may not set
     * @param path of the element
     * @param settable what the scope may set of it
     */
    public @Nullable ContractReference contract(
            Findings findings,
            @Nullable LearningContract told,
            @Nullable ContractReference before,
            String path,
            Fields settable) {
        if (told == null) {
            return null;
        }
        String number = values.text(findings, told.getNumber(), LONGEST_NAME, path + "/number");
        return new ContractReference(
                before == null || settable.allows("number") ? number : before.contractNumber(),
                before == null || settable.allows("date") ? told.getDate() : before.contractDate());
    }
}
