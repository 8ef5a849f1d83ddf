package lt.mokiniai.register.writing;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import lt.mokiniai.kernel.VisibleText;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.Problem;
import lt.mokiniai.kernel.texts.Text;
import lt.mokiniai.register.history.Findings;
import lt.mokiniai.register.history.NameKeys;
import lt.mokiniai.register.reference.Codes;
import lt.mokiniai.register.times.ReadTimes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks at values of requests that write, of whatever record: each wrong one is told by its path. */
@Component
public class ToldValues {

    /** The codes of two letters of ISO 3166-1, as the JDK knows them. */
    private static final Set<String> COUNTRIES = Set.copyOf(Arrays.asList(Locale.getISOCountries()));

    /** What is told of longer ago is looked at again. */
    private static final int RECENT_DAYS = 92;

    /** A school may tell of the year to come, and of no more. */
    private static final int MOST_MONTHS_AHEAD = 15;

    private final Codes codes;
    private final ReadTimes times;

    /** @param codes which codes the lists have */
    public ToldValues(Codes codes, ReadTimes times) {
        this.codes = codes;
        this.times = times;
    }

    /** Today, in Vilnius. */
    public LocalDate today() {
        return times.today();
    }

    /** Looks at a code, of a list as it is on a day. */
    public void code(Findings findings, String list, @Nullable String code, LocalDate day, String field) {
        requireKnown(findings, code == null || codes.has(list, code, day), list, field);
    }

    /**
     * Tells of a code that its list does not have.
     *
     * @return whether it has it
     */
    public static boolean requireKnown(Findings findings, boolean isKnown, String list, String field) {
        if (!isKnown) {
            findings.breaks(Problem.at(field, ExchangeError.UNKNOWN_CODE).naming(Text.same(list)));
        }
        return isKnown;
    }

    /** Looks at the code of a country. */
    public void country(Findings findings, @Nullable String code, String field) {
        requireKnown(findings, code == null || COUNTRIES.contains(code), "ISO 3166-1", field);
    }

    /** Looks at a day on which something begins or ends: it is not far ahead. */
    public void day(Findings findings, @Nullable LocalDate day, String field) {
        findings.requires(
                day == null || !day.isAfter(times.today().plusMonths(MOST_MONTHS_AHEAD)),
                field,
                ExchangeError.TOO_FAR_AHEAD);
    }

    /** What is told of today or of a short while ago is likelier than what is told of long ago. */
    public void expectsRecent(Change change, LocalDate day, String field) {
        change.expects(!day.isBefore(times.today().minusDays(RECENT_DAYS)), field, ExchangeError.LONG_AGO);
    }

    /**
     * Looks at a text: it is in one line, without spaces at its ends, and kept in so many characters, with its letters composed.
     *
     * @return the text as it is kept; nothing where none is told, or where it is not in one line
     */
    public @Nullable String text(Findings findings, @Nullable String told, int most, String field) {
        boolean isOneLine = told == null || VisibleText.isOneLine(told);
        if (told == null || !findings.requires(isOneLine, field, ExchangeError.TEXT_NOT_IN_ONE_LINE)) {
            return null;
        }
        String composed = NameKeys.composed(told);
        if (composed.length() > most) {
            findings.breaks(Problem.at(field, ExchangeError.TEXT_TOO_LONG).naming(Text.same(String.valueOf(most))));
        }
        return composed;
    }
}
