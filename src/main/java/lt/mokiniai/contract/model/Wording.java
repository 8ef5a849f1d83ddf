package lt.mokiniai.contract.model;

import static lt.mokiniai.kernel.texts.Messages.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import lt.mokiniai.contract.model.Contract.Kind;
import lt.mokiniai.contract.model.Grant.Delivery;
import lt.mokiniai.contract.model.Grant.Reach;
import lt.mokiniai.contract.schema.PublishedOperation.WayOfDelivery;
import lt.mokiniai.kernel.InstitutionCode;
import lt.mokiniai.kernel.Quota;
import lt.mokiniai.kernel.scope.Population;
import lt.mokiniai.kernel.scope.Range;
import lt.mokiniai.kernel.texts.Text;

/**
 * The kind of a contract and the bounds of a grant in words, for whoever reads no XML (docs/contracts.md, 'Reading the
 * example'). Each text can follow a colon. Values of code lists stand beside the name of their list, as codes or as a
 * {@link Naming} names them; students that
 * a contract names are counted.
 */
public final class Wording {

    /** Says what a value of a code list is: a code with its meaning. */
    @FunctionalInterface
    public interface Naming {

        /** Gives the words for a value. */
        Text of(String list, String code);
    }

    private static final Naming CODES = (list, code) -> Text.same(code);

    private Wording() {}

    /** Says what a contract of a kind is. */
    public static Text kind(Kind kind) {
        return switch (kind) {
            case PROVISION -> text("kind.provision");
            case REQUEST -> text("kind.request");
            case PROCESSING -> text("kind.processing");
            case SUPPLY -> text("kind.supply");
            case DECISION -> text("kind.decision");
        };
    }

    /** Names an item of which a supplier is the source, and for which students. */
    public static Text source(Contract.Source source) {
        return switch (source.of()) {
            case WITH_CODE -> text("words.source-with-code", source.path());
            case WITHOUT_CODE -> text("words.source-without-code", source.path());
            case ALL -> Text.same(source.path());
        };
    }

    /** Says about which students, by codes alone. */
    public static Text population(Population population) {
        return population(population, CODES);
    }

    /** Says about which students. */
    public static Text population(Population population, Naming naming) {
        List<Text> criteria = new ArrayList<>();
        anyOf(criteria, "population.municipality", named(population.municipalities(), "MUNICIPALITY", naming));
        anyOf(
                criteria,
                "population.institution",
                institutions(population.study().institutions(), naming));
        anyOf(
                criteria,
                "population.school-municipality",
                named(population.study().schoolMunicipalities(), "MUNICIPALITY", naming));
        anyOf(criteria, "population.founder-kind", named(population.study().founderKinds(), "FOUNDER_KIND", naming));
        anyOf(
                criteria,
                "population.founder-municipality",
                named(population.study().founderMunicipalities(), "MUNICIPALITY", naming));
        anyOf(
                criteria,
                "population.programme-family",
                named(population.study().programmeFamilies(), "PROGRAMME_FAMILY", naming));
        population.study().levels().ifPresent(levels -> criteria.add(text("population.level", range(levels))));
        population.ages().ifPresent(ages -> criteria.add(text("population.age", range(ages))));
        population
                .enrolled()
                .ifPresent(enrolled ->
                        criteria.add(enrolled ? text("population.enrolled") : text("population.not-enrolled")));
        anyOf(criteria, "population.citizenship", named(population.citizenships(), "ISO 3166-1", naming));
        if (!population.students().isEmpty()) {
            criteria.add(text("population.named", population.students().size()));
        }
        return switch (criteria.size()) {
            case 0 -> text("population.everyone");
            case 1 -> text("population.of-one", joined(criteria));
            default -> text("population.of-all", joined(criteria));
        };
    }

    /** Says how far back. */
    public static Text depth(Reach reach) {
        Optional<Text> since = reach.since().map(day -> text("depth.since", day));
        return since.or(() -> reach.years().map(years -> years == 1 ? text("depth.year") : text("depth.years", years)))
                .orElseGet(() -> text("depth.current"));
    }

    /** Says how answers may be delivered. */
    public static Text delivery(Delivery delivery) {
        List<Text> ways = new ArrayList<>();
        if (delivery.ways().contains(WayOfDelivery.SINGLE)) {
            ways.add(text("delivery.single"));
        }
        if (delivery.ways().contains(WayOfDelivery.BATCH)) {
            ways.add(text("delivery.batch", delivery.largestBatch()));
        }
        if (delivery.ways().contains(WayOfDelivery.CHANGES)) {
            ways.add(text("delivery.changes"));
        }
        if (delivery.ways().contains(WayOfDelivery.EXTRACT)) {
            ways.add(text("delivery.extract"));
        }
        return joined(ways);
    }

    /** Says how much may be asked, and what raises an alarm. */
    public static Text quota(Quota quota) {
        List<Text> axes = new ArrayList<>();
        quota.messagesPerMinute().ifPresent(most -> axes.add(text("quota.messages-a-minute", most)));
        quota.messagesPerDay().ifPresent(most -> axes.add(text("quota.messages-a-day", most)));
        quota.studentsPerMessage().ifPresent(most -> axes.add(text("quota.students-a-message", most)));
        quota.distinctStudentsPerMonth().ifPresent(most -> axes.add(text("quota.students-a-month", most)));
        List<Text> said = new ArrayList<>();
        said.add(axes.isEmpty() ? text("quota.unbounded") : text("quota.at-most", joined(axes)));
        quota.repeatedLooksPerDay()
                .ifPresent(looks -> said.add(text("quota.repeated-looks", counted(looks, text("count.times")))));
        return joined(said);
    }

    /**
     * Says a number with its noun.
     *
     * @param forms of the noun, with {@code |} between them; in Lithuanian after 1, 21 and 31, after 2 to 9 and what ends
     *     so, after tens and 11 to 19; in English after 1 and after others
     */
    public static Text counted(int number, Text forms) {
        int last = number % 10;
        boolean isTeen = number % 100 / 10 == 1;
        String[] lt = forms.lt().split("\\|", 3);
        String[] en = forms.en().split("\\|", 2);
        return new Text(
                number + " " + (isTeen || last == 0 ? lt[2] : last == 1 ? lt[0] : lt[1]),
                number + " " + (number == 1 ? en[0] : en[1]));
    }

    /** Says from where to where. */
    public static Text range(Range range) {
        return range.from() == range.to() ? Text.same(range.from()) : text("words.range", range.from(), range.to());
    }

    /** Names values of which any one will do. */
    public static Text anyOf(Collection<Text> values) {
        Text or = text("words.or");
        return new Text(
                values.stream().map(Text::lt).collect(Collectors.joining(" " + or.lt() + " ")),
                values.stream().map(Text::en).collect(Collectors.joining(" " + or.en() + " ")));
    }

    /** Gives values of a code list in the order of their codes, each with its words. */
    public static List<Text> named(Set<String> codes, String list, Naming naming) {
        return codes.stream().sorted().map(code -> naming.of(list, code)).toList();
    }

    /** Names institutions in the order of their codes, each with its kind. */
    public static List<Text> institutions(Set<InstitutionCode> institutions, Naming naming) {
        return institutions.stream()
                .sorted(Comparator.comparing(InstitutionCode::value))
                .map(institution -> {
                    Text kind = naming.of(
                            "INSTITUTION_CODE_KIND", institution.kind().name());
                    return new Text(institution + " (" + kind.lt() + ")", institution + " (" + kind.en() + ")");
                })
                .toList();
    }

    private static void anyOf(List<Text> criteria, String key, List<Text> values) {
        if (!values.isEmpty()) {
            criteria.add(text(key, anyOf(values)));
        }
    }

    private static Text joined(Collection<Text> parts) {
        return new Text(join(parts, Text::lt), join(parts, Text::en));
    }

    private static String join(Collection<Text> parts, Function<Text, String> language) {
        return parts.stream().map(language).collect(Collectors.joining("; "));
    }
}
