package lt.mokiniai.register.enrolments.rules;

import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.faults.Problem;
import lt.mokiniai.kernel.texts.Text;
import lt.mokiniai.register.enrolments.facts.ContractReference;
import lt.mokiniai.register.enrolments.facts.SchoolClass;
import lt.mokiniai.register.enrolments.facts.StageContent;
import lt.mokiniai.register.history.History;
import lt.mokiniai.register.history.NameKeys;
import lt.mokiniai.register.reference.CodeLists;
import lt.mokiniai.register.times.ReadTimes;
import lt.mokiniai.wsdl.types.CameFrom;
import lt.mokiniai.wsdl.types.LearningContract;
import lt.mokiniai.wsdl.types.LeftTo;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the values of requests that write: each wrong one is told to the history, by its path. */
@Component
public class RequestedValues {

    /** A school may tell of the year to come, and of no more. */
    private static final int MOST_MONTHS_AHEAD = 15;

    private static final int LONGEST_UNIT = 200;
    private static final int LONGEST_NAME = 100;

    private final CodeLists codes;
    private final ReadTimes times;

    RequestedValues(CodeLists codes, ReadTimes times) {
        this.codes = codes;
        this.times = times;
    }

    /** Looks at a code, of a list as it is on a day. */
    public void code(History history, String list, @Nullable String code, LocalDate day, String field) {
        if (code != null && !codes.has(list, code, day)) {
            history.breaks(Problem.at(field, ExchangeError.UNKNOWN_CODE).naming(Text.same(list)));
        }
    }

    /** Looks at a day on which something begins or ends: it is not far ahead. */
    public void day(History history, @Nullable LocalDate day, String field) {
        history.requires(
                day == null || !day.isAfter(times.today().plusMonths(MOST_MONTHS_AHEAD)),
                field,
                ExchangeError.TOO_FAR_AHEAD);
    }

    /** Looks at a text: it is kept in so many characters, with its letters composed. */
    private static @Nullable String text(History history, @Nullable String told, int most, String field) {
        String composed = told == null ? null : NameKeys.composed(told);
        if (composed != null && composed.length() > most) {
            history.breaks(Problem.at(field, ExchangeError.TEXT_TOO_LONG).naming(Text.same(String.valueOf(most))));
        }
        return composed;
    }

    /** Gives the part of an institution. */
    public @Nullable String unit(History history, @Nullable String told, String field) {
        return text(history, told, LONGEST_UNIT, field);
    }

    /**
     * Gives how a student learns from a day on.
     *
     * @param path of the element, with a slash at its end
     */
    public StageContent stage(
            History history, lt.mokiniai.wsdl.enrolments.StageContent told, LocalDate day, String path) {
        code(history, "LEARNING_FORM", told.getForm(), day, path + "form");
        code(history, "LEARNING_WAY", told.getWay(), day, path + "way");
        code(history, "EDUCATION_TYPE", told.getEducationType(), day, path + "educationType");
        code(history, "LANGUAGE", told.getLanguage(), day, path + "language");
        code(history, "CLASS_TYPE", told.getClassType(), day, path + "classType");
        code(history, "CLASS_PURPOSE", told.getClassPurpose(), day, path + "classPurpose");
        code(history, "CLASS_STAGE", told.getClassStage(), day, path + "classStage");
        code(history, "GYMNASIUM_LABEL", told.getGymnasiumLabel(), day, path + "gymnasiumLabel");
        code(history, "FUNDING", told.getFunding(), day, path + "funding");
        text(history, told.getClassName(), LONGEST_NAME, path + "className");
        return new StageContent(
                told.getForm(),
                told.getWay(),
                told.getEducationType(),
                told.getLanguage(),
                schoolClass(told),
                told.getFunding());
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
    public @Nullable String cameFrom(History history, @Nullable CameFrom told, String path) {
        return told == null ? null : place(history, told.getKind(), told.getCode(), told.getCountry(), path);
    }

    /**
     * Gives where a student went, as it is kept: the code of an institution, or of a country.
     *
     * @param path of the element
     */
    public @Nullable String leftTo(History history, @Nullable LeftTo told, String path) {
        return told == null ? null : place(history, told.getKind(), told.getCode(), told.getCountry(), path);
    }

    private static @Nullable String place(
            History history, @Nullable String kind, @Nullable String code, @Nullable String country, String path) {
        if (country != null) {
            return country;
        }
        try {
            return CodeLists.institution(String.valueOf(kind), String.valueOf(code), path)
                    .value();
        } catch (ExchangeException wrong) {
            history.breaks(wrong.problem());
            return null;
        }
    }

    /**
     * Gives the learning contract.
     *
     * @param path of the element
     */
    public @Nullable ContractReference contract(History history, @Nullable LearningContract told, String path) {
        return told == null
                ? null
                : new ContractReference(
                        text(history, told.getNumber(), LONGEST_NAME, path + "/number"), told.getDate());
    }
}
