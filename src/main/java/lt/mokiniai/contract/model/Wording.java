package lt.mokiniai.contract.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import lt.mokiniai.contract.model.Contract.Kind;
import lt.mokiniai.contract.model.Grant.Reach;
import lt.mokiniai.kernel.Population;
import lt.mokiniai.kernel.Quota;
import lt.mokiniai.kernel.Range;
import lt.mokiniai.kernel.Text;

/**
 * The kind of a contract and the bounds of a grant in words, for whoever reads no XML (docs/contracts.md, 'Reading the
 * example'). Each text can follow a colon. Values of code lists stand as codes, beside the name of their list; students that
 * a contract names are counted.
 */
public final class Wording {

    private Wording() {}

    /** Says what a contract of a kind is. */
    public static Text kind(Kind kind) {
        return switch (kind) {
            case PROVISION ->
                new Text(
                        "duomenų teikimo sutartis: daugkartinis teikimas gavėjui",
                        "data provision contract: repeated reading by a recipient");
            case REQUEST ->
                new Text(
                        "vienkartinis prašymas: vienas teikimas apie išvardytus mokinius",
                        "single request: one delivery about the named pupils");
            case PROCESSING ->
                new Text(
                        "leidimas tvarkyti duomenis: švietimo teikėjas rašo savo mokinių duomenis",
                        "leave to process data: an education provider writes the data of its own pupils");
            case SUPPLY ->
                new Text(
                        "duomenų gavimas: kitas registras teikia duomenis šiam registrui",
                        "supply: another register feeds this one");
        };
    }

    /** Says about which students. */
    public static Text population(Population population) {
        List<Text> criteria = new ArrayList<>();
        anyOf(
                criteria,
                population.municipalities(),
                "deklaruotos gyvenamosios vietos savivaldybė – {} (klasifikatorius MUNICIPALITY)",
                "declared residence in municipality {} (code list MUNICIPALITY)");
        anyOf(criteria, population.institutions(), "mokymosi įstaiga – {}", "enrolled at institution {}");
        anyOf(
                criteria,
                population.founderKinds(),
                "mokymosi įstaigos savininko rūšis – {} (klasifikatorius FOUNDER_KIND)",
                "enrolled at an institution whose founder is of kind {} (code list FOUNDER_KIND)");
        anyOf(
                criteria,
                population.programmeFamilies(),
                "programų grupė – {} (klasifikatorius PROGRAMME_FAMILY)",
                "enrolled in a programme of the family {} (code list PROGRAMME_FAMILY)");
        population
                .levels()
                .ifPresent(levels -> criteria.add(new Text(
                        "klasė – " + range(levels, "nuo ", " iki "), "class level " + range(levels, "", " to "))));
        population
                .ages()
                .ifPresent(ages -> criteria.add(new Text(
                        "amžius tą dieną, apie kurią klausiama (metais) – " + range(ages, "nuo ", " iki "),
                        "age on the day asked about " + range(ages, "", " to "))));
        population
                .enrolled()
                .ifPresent(enrolled -> criteria.add(
                        enrolled
                                ? new Text("mokosi tą dieną, apie kurią klausiama", "enrolled on the day asked about")
                                : new Text(
                                        "niekur nesimoko tą dieną, apie kurią klausiama",
                                        "not enrolled on the day asked about")));
        anyOf(criteria, population.citizenships(), "pilietybė – {} (ISO 3166-1)", "citizenship {} (ISO 3166-1)");
        if (!population.students().isEmpty()) {
            int named = population.students().size();
            criteria.add(new Text(
                    "išvardytas sutartyje (iš viso " + named + ")", "named in the contract (" + named + " in all)"));
        }
        return switch (criteria.size()) {
            case 0 -> new Text("visi registro mokiniai", "every pupil of the register");
            case 1 -> joined("mokiniai, kuriems tinka sąlyga: ", "pupils of whom this holds: ", criteria);
            default ->
                joined("mokiniai, kuriems tinka visos šios sąlygos: ", "pupils of whom all this holds: ", criteria);
        };
    }

    /** Says how far back. */
    public static Text depth(Reach reach) {
        Optional<Text> since = reach.since().map(day -> new Text("istorija nuo " + day, "history back to " + day));
        return since.or(() -> reach.years()
                        .map(years -> new Text(
                                "paskutinių " + (years == 1 ? "" : years + " ") + "metų istorija",
                                "history of the last " + (years == 1 ? "year" : years + " years"))))
                .orElse(new Text("tik šios dienos būklė", "the current state alone"));
    }

    /** Says how a grant may be delivered. */
    public static Text delivery(Grant grant) {
        List<Text> ways = new ArrayList<>();
        if (grant.ways().contains("single")) {
            ways.add(new Text("po vieną mokinį", "one pupil at a time"));
        }
        if (grant.ways().contains("batch")) {
            int largest = grant.largestBatch();
            ways.add(new Text(
                    "sąrašu, paieška ar puslapiais (daugiausia mokinių viename pranešime – " + largest + ")",
                    "by list, search or page (at most " + largest + " pupils a message)"));
        }
        if (grant.ways().contains("changes")) {
            ways.add(new Text("pakeitimų srautu", "as a feed of changes"));
        }
        if (grant.ways().contains("extract")) {
            ways.add(new Text("išrašu", "as an extract"));
        }
        return joined("", "", ways);
    }

    /** Says how much may be asked, and what raises an alarm. */
    public static Text quota(Quota quota) {
        List<Text> axes = new ArrayList<>();
        axis(axes, quota.messagesPerMinute(), "pranešimų per minutę – {}", "messages a minute: {}");
        axis(axes, quota.messagesPerDay(), "pranešimų per dieną – {}", "messages a day: {}");
        axis(axes, quota.studentsPerMessage(), "mokinių viename pranešime – {}", "pupils a message: {}");
        axis(
                axes,
                quota.distinctStudentsPerMonth(),
                "skirtingų mokinių per kalendorinį mėnesį – {}",
                "different pupils a calendar month: {}");
        List<Text> said = new ArrayList<>();
        said.add(
                axes.isEmpty()
                        ? new Text("nenustatyta, neribojama", "not bounded")
                        : joined("ne daugiau kaip: ", "at most: ", axes));
        quota.repeatedLooksPerDay()
                .ifPresent(looks -> said.add(new Text(
                        "įspėjimas, kai tas pats mokinys per dieną rodomas dažniau kaip "
                                + counted(looks, "kartą", "kartus", "kartų"),
                        "an alarm when one pupil is shown more often than " + looks + " times a day")));
        return joined("", "", said);
    }

    /**
     * Says a number with its noun in Lithuanian: 1 kartą, 21 kartą; 5 kartus; 10 kartų, 11 kartų.
     *
     * @param one the noun after 1, 21 and 31
     * @param few after 2 to 9 and what ends so
     * @param many after tens and 11 to 19
     */
    public static String counted(int number, String one, String few, String many) {
        int last = number % 10;
        boolean isTeen = number % 100 / 10 == 1;
        return number + " " + (isTeen || last == 0 ? many : last == 1 ? one : few);
    }

    private static void axis(List<Text> axes, Optional<Integer> bound, String lt, String en) {
        bound.ifPresent(most -> axes.add(new Text(filled(lt, most), filled(en, most))));
    }

    private static void anyOf(List<Text> criteria, Set<String> codes, String lt, String en) {
        if (!codes.isEmpty()) {
            List<String> sorted = codes.stream().sorted().toList();
            criteria.add(new Text(filled(lt, String.join(" arba ", sorted)), filled(en, String.join(" or ", sorted))));
        }
    }

    private static String filled(String text, Object value) {
        return text.replace("{}", String.valueOf(value));
    }

    private static String range(Range range, String from, String to) {
        return range.from() == range.to() ? String.valueOf(range.from()) : from + range.from() + to + range.to();
    }

    private static Text joined(String lt, String en, Collection<Text> parts) {
        return new Text(lt + join(parts, Text::lt), en + join(parts, Text::en));
    }

    private static String join(Collection<Text> parts, Function<Text, String> language) {
        return parts.stream().map(language).collect(Collectors.joining("; "));
    }
}
