package lt.mokiniai.register.writing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.Problem;
import lt.mokiniai.register.history.Findings;
import lt.mokiniai.register.history.History;
import lt.mokiniai.wsdl.types.Warning;

/** What a unit of work finds out: rules go to the history, warnings are refused unless they are overruled. */
public final class Change {

    private static final Set<String> WARNINGS = Stream.of(ExchangeError.values())
            .filter(ExchangeError::isWarning)
            .map(ExchangeError::code)
            .collect(Collectors.toUnmodifiableSet());

    private final History history;
    private final Set<String> overruled;
    private final List<Warning> warnings = new ArrayList<>();

    /** @param overruled the codes of the warnings that the sender overrules */
    public Change(History history, List<String> overruled) {
        this.history = history;
        this.overruled = new HashSet<>(overruled);
        requireWarnings(history, overruled);
    }

    /** Looks whether what a message overrules are warnings. */
    public static void requireWarnings(Findings findings, Collection<String> overruled) {
        findings.requires(WARNINGS.containsAll(overruled), "overrule", ExchangeError.NO_WARNING);
    }

    /** Of the person whose record is written. */
    public History history() {
        return history;
    }

    /** Tells of what is unlikely, unless a condition holds: it is refused, until the message says that it was seen. */
    public void expects(boolean condition, String field, ExchangeError warning) {
        if (condition) {
            return;
        }
        if (!overruled.contains(warning.code())) {
            history.breaks(Problem.at(field, warning));
            return;
        }
        history.overrules(warning);
        Warning told = new Warning();
        told.setCode(warning.code());
        told.setField(field);
        told.setLt(warning.message().lt());
        told.setEn(warning.message().en());
        warnings.add(told);
    }

    /** The warnings that were overruled up to now. */
    public List<Warning> warnings() {
        return List.copyOf(warnings);
    }
}
