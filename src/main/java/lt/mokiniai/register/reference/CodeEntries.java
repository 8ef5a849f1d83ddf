package lt.mokiniai.register.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The codes of some lists, read together for whoever looks at many of them. */
public final class CodeEntries implements Codes {

    /**
     * An entry of a list.
     *
     * @param from the first day on which the list has it
     * @param to the last day; nothing while none is known
     */
    record Entry(
            String list,
            String code,
            LocalDate from,
            @Nullable LocalDate to) {

        private boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }

    /** What names an entry. */
    record Name(String list, String code) {}

    private final Map<Name, List<Entry>> entries;

    CodeEntries(Map<Name, List<Entry>> entries) {
        this.entries = entries;
    }

    @Override
    public boolean has(String list, String code, LocalDate day) {
        return entries.getOrDefault(new Name(list, code), List.of()).stream().anyMatch(entry -> entry.holdsOn(day));
    }
}
