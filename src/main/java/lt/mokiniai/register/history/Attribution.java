package lt.mokiniai.register.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Attributes what is believed of one person to another: it is given up, and asserted of the other with the same content and on
 * the same days. Both histories are changed in one unit of work, so it is so at one time.
 */
public final class Attribution {

    private final History from;
    private final History to;
    private final IdentityHashMap<PersonRecord, PersonRecord> counterparts = new IdentityHashMap<>();

    public Attribution(History from, History to) {
        this.from = from;
        this.to = to;
    }

    /** Moves records with all that is believed of them, and those that refer to them; gives all that were moved. */
    public Set<PersonRecord> move(Collection<? extends PersonRecord> records) {
        Set<PersonRecord> moved = withThoseThatReferTo(records);
        for (PersonRecord record : moved) {
            PersonRecord counterpart = counterpart(record);
            for (Class<? extends Fact> kind : from.kindsOf(record)) {
                from.believed(kind, record).forEach(fact -> move(fact, counterpart));
            }
        }
        return moved;
    }

    /** Moves what is the same as records of the other person, as {@link #move(Collection)} does. */
    public Set<PersonRecord> moveBack(Collection<? extends PersonRecord> records) {
        return move(from.records().stream()
                .filter(each -> records.stream().anyMatch(each::isSameAs))
                .toList());
    }

    /** Moves a fact: it is about something of the other person. */
    public void move(Fact fact, Recorded owner) {
        from.strikes(fact);
        copy(fact, owner, fact.term());
    }

    /** Asserts what a fact says of something of the other person, on some days. */
    public void copy(Fact fact, Recorded owner, Term term) {
        Fact copy = fact.again();
        copy.about(owner);
        to.asserts(copy, term);
    }

    private Set<PersonRecord> withThoseThatReferTo(Collection<? extends PersonRecord> records) {
        Set<PersonRecord> all = new LinkedHashSet<>(records);
        List<PersonRecord> others = new ArrayList<>(from.records());
        others.removeAll(all);
        for (boolean isMore = true; isMore; ) {
            Set<PersonRecord> known = new HashSet<>(all);
            isMore = others.removeIf(each -> each.references().stream().anyMatch(known::contains) && all.add(each));
        }
        return all;
    }

    /** Gives the record of the other person that is the same as one of the first, which may be new. */
    private PersonRecord counterpart(PersonRecord record) {
        PersonRecord known = counterparts.get(record);
        if (known != null) {
            return known;
        }
        Optional<PersonRecord> recorded =
                to.records().stream().filter(each -> each.isSameAs(record)).findFirst();
        PersonRecord counterpart = recorded.orElseGet(() -> to.adds(record.of(to.person())));
        // Before what it refers to is looked up: that may refer back.
        counterparts.put(record, counterpart);
        if (recorded.isEmpty()) {
            counterpart.refersAs(record, this::counterpart);
        }
        return counterpart;
    }
}
