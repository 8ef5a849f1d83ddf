package lt.mokiniai.register.students.writes;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.scope.Fields;
import lt.mokiniai.register.history.Fact;
import lt.mokiniai.register.history.Findings;
import lt.mokiniai.register.history.History;
import lt.mokiniai.register.history.Term;
import lt.mokiniai.register.students.facts.PersonCitizenship;
import lt.mokiniai.register.students.facts.PersonGuardian;
import lt.mokiniai.register.students.facts.PersonName;
import lt.mokiniai.register.students.facts.PersonOrigin;
import lt.mokiniai.register.students.facts.PersonResidence;
import lt.mokiniai.register.students.facts.PersonSpecialNeeds;
import lt.mokiniai.register.students.writes.FactLine.OwnOfToday;
import lt.mokiniai.register.writing.ToldValues;
import lt.mokiniai.wsdl.students.GuardianTold;
import lt.mokiniai.wsdl.students.OriginTold;
import lt.mokiniai.wsdl.students.ResidenceTold;
import lt.mokiniai.wsdl.students.SpecialNeedsTold;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a message tells of a student beside identity: values are looked at first, and what they say is then told to a history. */
@Component
class StudentGroups {

    private static final int LONGEST_HOUSE = 40;
    private static final int LONGEST_EMAIL = 254;

    private final ToldValues values;
    private final ToldIdentities identities;

    StudentGroups(ToldValues values, ToldIdentities identities) {
        this.values = values;
        this.identities = identities;
    }

    /** What is told, each group where it is. */
    record Told(
            @Nullable OriginTold origin,
            @Nullable ResidenceTold residence,
            List<GuardianTold> guardians,
            @Nullable SpecialNeedsTold specialNeeds) {

        /** Gives each day on which something begins to hold, by the path of its element. */
        void forEachDay(BiConsumer<LocalDate, String> use) {
            if (origin != null) {
                use.accept(origin.getFrom(), "origin/from");
            }
            if (residence != null) {
                use.accept(residence.getFrom(), "residence/from");
            }
            guardians.forEach(guardian -> use.accept(guardian.getFrom(), "guardian/from"));
            if (specialNeeds != null) {
                use.accept(specialNeeds.getFrom(), "specialNeeds/from");
            }
        }
    }

    /**
     * How it is told.
     *
     * @param isCorrection whether it corrects what is believed
     * @param settable what the message may set, by path
     * @param cleared the paths of what there is none of any more
     * @param own what the same institution recorded on the same day, which it may tell otherwise without a reason
     */
    record Manner(boolean isCorrection, Fields settable, Set<String> cleared, OwnOfToday own) {

        /** Demands a reason where a fact is given up that was recorded before, or by another institution. */
        boolean mayGiveUp(History history, Fact fact, String field) {
            return history.requires(isCorrection || own.includes(history, fact), field, ExchangeError.REASON_MISSING);
        }

        private Set<String> clearedIn(String group) {
            Set<String> names = new HashSet<>();
            cleared.stream()
                    .filter(path -> path.startsWith(group))
                    .forEach(path -> names.add(path.substring(group.length())));
            return names;
        }
    }

    /**
     * Looks at the values.
     *
     * @return what tells them to the history of a student; it may break rules that the history shows
     */
    Consumer<History> looked(Findings findings, Told told, Manner manner) {
        told.forEachDay((day, path) -> values.day(findings, day, path));
        Set<Integer> places = new HashSet<>();
        requireWhole(findings, told);
        told.guardians()
                .forEach(guardian ->
                        findings.requires(places.add(guardian.getPlace()), "guardian/place", ExchangeError.TOLD_TWICE));
        look(findings, told.origin());
        look(findings, told.residence());
        told.guardians().forEach(guardian -> look(findings, guardian));
        look(findings, told.specialNeeds());
        return history -> {
            tell(history, told.origin(), manner);
            tell(history, told.residence(), manner);
            told.guardians().forEach(guardian -> tell(history, guardian, manner));
            tell(history, told.specialNeeds(), manner);
        };
    }

    /** Looks at what is told of whom nothing is recorded: there is nothing to end, and a guardian has names and a relation. */
    static void requireNew(Findings findings, Told told) {
        ResidenceTold residence = told.residence();
        requireSome(findings, residence == null ? null : residence.isNone(), "residence/from");
        told.guardians().forEach(guardian -> {
            requireSome(findings, guardian.isNone(), "guardian/from");
            findings.requires(
                    Boolean.TRUE.equals(guardian.isNone()) || isWhole(guardian), "guardian", ExchangeError.INCOMPLETE);
        });
        SpecialNeedsTold needs = told.specialNeeds();
        requireSome(findings, needs == null ? null : needs.isNone(), "specialNeeds/from");
    }

    private static void requireSome(Findings findings, @Nullable Boolean isNone, String field) {
        findings.requires(!Boolean.TRUE.equals(isNone), field, ExchangeError.NO_SUCH_PART);
    }

    private static boolean isWhole(GuardianTold told) {
        return told.getGivenNames() != null && told.getFamilyName() != null && told.getRelation() != null;
    }

    private static void requireWhole(Findings findings, Told told) {
        ResidenceTold residence = told.residence();
        findings.requires(
                residence == null || Boolean.TRUE.equals(residence.isNone()) || residence.getMunicipality() != null,
                "residence/municipality",
                ExchangeError.INCOMPLETE);
        SpecialNeedsTold needs = told.specialNeeds();
        findings.requires(
                needs == null || Boolean.TRUE.equals(needs.isNone()) || needs.getGroup() != null,
                "specialNeeds/group",
                ExchangeError.INCOMPLETE);
    }

    private void look(Findings findings, @Nullable OriginTold told) {
        if (told != null) {
            told.getCitizenship().forEach(country -> values.country(findings, country, "origin/citizenship"));
            values.country(findings, told.getCountry(), "origin/country");
            values.code(findings, "LANGUAGE", told.getMotherTongue(), told.getFrom(), "origin/motherTongue");
        }
    }

    private void look(Findings findings, @Nullable ResidenceTold told) {
        if (told != null) {
            values.code(findings, "MUNICIPALITY", told.getMunicipality(), told.getFrom(), "residence/municipality");
            values.text(findings, told.getHouse(), LONGEST_HOUSE, "residence/house");
        }
    }

    private void look(Findings findings, GuardianTold told) {
        identities.code(findings, told.getPersonalCode(), "guardian/personalCode");
        identities.name(findings, told.getGivenNames(), "guardian/givenNames");
        identities.name(findings, told.getFamilyName(), "guardian/familyName");
        values.code(findings, "RELATION", told.getRelation(), told.getFrom(), "guardian/relation");
        values.text(findings, told.getEmail(), LONGEST_EMAIL, "guardian/email");
    }

    private void look(Findings findings, @Nullable SpecialNeedsTold told) {
        if (told != null) {
            values.code(findings, "NEED_GROUP", told.getGroup(), told.getFrom(), "specialNeeds/group");
            values.code(findings, "NEED_LEVEL", told.getLevel(), told.getFrom(), "specialNeeds/level");
        }
    }

    private void tell(History history, @Nullable OriginTold told, Manner manner) {
        if (told == null) {
            return;
        }
        LocalDate from = told.getFrom();
        Set<String> cleared = manner.clearedIn("origin/");
        if (!told.getCitizenship().isEmpty() || cleared.contains("citizenship")) {
            tellCitizenships(history, Set.copyOf(told.getCitizenship()), from, manner);
        }
        FactLine<PersonOrigin> line = FactLine.of(history, PersonOrigin.class, any -> true, manner, "origin");
        Optional<PersonOrigin> before = line.on(from);
        boolean isTold = told.getCountry() != null || told.getMotherTongue() != null;
        if (isTold || (before.isPresent() && (cleared.contains("country") || cleared.contains("motherTongue")))) {
            PersonOrigin origin = before.orElseGet(() -> new PersonOrigin(history.person(), null, null))
                    .told(told.getCountry(), told.getMotherTongue(), cleared);
            if (origin.isEmpty()) {
                line.end(from);
            } else {
                line.tell(from, origin);
            }
        }
    }

    private static void tellCitizenships(History history, Set<String> told, LocalDate from, Manner manner) {
        List<PersonCitizenship> ended = history.believed(PersonCitizenship.class, history.person()).stream()
                .filter(each -> each.term().includes(from) && !told.contains(each.country()))
                .toList();
        ended.forEach(each -> citizenship(history, each.country(), manner).end(from));
        // What a correction tells is right of the days of what was wrong; where nothing was, it is one more.
        Optional<Term> wrong = manner.isCorrection()
                ? ended.stream().map(PersonCitizenship::term).reduce(Term::spanning)
                : Optional.empty();
        Manner added = new Manner(false, manner.settable(), manner.cleared(), manner.own());
        told.forEach(country -> citizenship(history, country, added)
                .tell(from, wrong.orElse(Term.since(from)), new PersonCitizenship(history.person(), country)));
    }

    private static FactLine<PersonCitizenship> citizenship(History history, String country, Manner manner) {
        return FactLine.of(
                history, PersonCitizenship.class, each -> each.country().equals(country), manner, "origin");
    }

    private void tell(History history, @Nullable ResidenceTold told, Manner manner) {
        if (told == null) {
            return;
        }
        FactLine<PersonResidence> line = FactLine.of(history, PersonResidence.class, any -> true, manner, "residence");
        if (Boolean.TRUE.equals(told.isNone())) {
            line.end(told.getFrom());
            return;
        }
        PersonResidence residence = new PersonResidence(
                history.person(),
                told.getMunicipality(),
                told.getEldership(),
                told.getLocality(),
                told.getStreet(),
                values.text(history, told.getHouse(), LONGEST_HOUSE, "residence/house"));
        line.tell(
                told.getFrom(),
                residence.within(
                        manner.settable().within("residence"),
                        line.on(told.getFrom()).orElse(null)));
    }

    private void tell(History history, GuardianTold told, Manner manner) {
        FactLine<PersonGuardian> line =
                FactLine.of(history, PersonGuardian.class, each -> each.place() == told.getPlace(), manner, "guardian");
        if (Boolean.TRUE.equals(told.isNone())) {
            line.end(told.getFrom());
            return;
        }
        Optional<PersonGuardian> before = line.on(told.getFrom());
        if (history.requires(before.isPresent() || isWhole(told), "guardian", ExchangeError.INCOMPLETE)) {
            // What is wrong with a value was told when it was looked at.
            line.tell(
                    told.getFrom(),
                    before.orElseGet(() -> begun(history, told))
                            .told(
                                    identities
                                            .code(history, told.getPersonalCode(), "guardian/personalCode")
                                            .orElse(null),
                                    told.getGivenNames(),
                                    told.getFamilyName(),
                                    told.getRelation(),
                                    told.getPhone(),
                                    told.getEmail(),
                                    manner.clearedIn("guardian/")));
        }
    }

    private static PersonGuardian begun(History history, GuardianTold told) {
        PersonName name = new PersonName(told.getGivenNames(), told.getFamilyName());
        return new PersonGuardian(history.person(), told.getPlace(), null, name, told.getRelation(), null, null);
    }

    private static void tell(History history, @Nullable SpecialNeedsTold told, Manner manner) {
        if (told == null) {
            return;
        }
        FactLine<PersonSpecialNeeds> line =
                FactLine.of(history, PersonSpecialNeeds.class, any -> true, manner, "specialNeeds");
        if (Boolean.TRUE.equals(told.isNone())) {
            line.end(told.getFrom());
            return;
        }
        PersonSpecialNeeds needs = new PersonSpecialNeeds(history.person(), told.getGroup(), told.getLevel());
        line.tell(
                told.getFrom(),
                needs.within(
                        manner.settable().within("specialNeeds"),
                        line.on(told.getFrom()).orElse(null)));
    }
}
