package lt.mokiniai.register.enrolments.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lt.mokiniai.register.history.Term;
import org.jspecify.annotations.Nullable;

/** What institutions teach, kept in memory for whoever asks about many. */
public final class KeptOffers implements Offers {

    private record Programme(Term days, String family) {}

    private record Licensed(String institution, String programme) {}

    private final Map<String, Term> institutions = new HashMap<>();
    private final Map<String, Programme> programmes = new HashMap<>();
    private final Map<Licensed, List<Term>> licences = new HashMap<>();

    /** Keeps when an institution is open. */
    public void institution(String code, Term open) {
        institutions.put(code, open);
    }

    /** Keeps when a programme is registered. */
    public void programme(String code, Term registered, String family) {
        programmes.put(code, new Programme(registered, family));
    }

    /** Keeps when an institution has a licence for a programme. */
    public void licence(String institution, String programme, Term days) {
        licences.computeIfAbsent(new Licensed(institution, programme), first -> new ArrayList<>())
                .add(days);
    }

    @Override
    public boolean isKnown(String institution) {
        return institutions.containsKey(institution);
    }

    /** Tells whether a programme is known, by its state code. */
    public boolean isProgramme(String programme) {
        return programmes.containsKey(programme);
    }

    @Override
    public Offer of(String institution, String programme) {
        @Nullable Programme known = programmes.get(programme);
        return new Offer(
                institutions.get(institution),
                known == null ? null : known.days(),
                known == null ? null : known.family(),
                licences.getOrDefault(new Licensed(institution, programme), List.of()));
    }
}
