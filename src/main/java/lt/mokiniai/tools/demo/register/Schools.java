package lt.mokiniai.tools.demo.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import lt.mokiniai.kernel.InstitutionCode;
import lt.mokiniai.tools.demo.DemoCast;
import lt.mokiniai.tools.demo.register.lists.DemoList;
import org.jspecify.annotations.Nullable;

/**
 * The institutions and programmes of the demo register. Every {@value #BLOCK} students have a block of institutions of
 * their own in all 60 municipalities, so a student's school is the same however many students there are.
 */
final class Schools {

    private static final int BLOCK = 40_000;
    private static final int CODES_OF_A_BLOCK = 600;
    private static final LocalDate LONG_AGO = LocalDate.of(2000, 9, 1);

    // No school of the country is called so.
    private static final List<String> NAMES = List.of(
            "Kometos",
            "Galaktikos",
            "Orbitos",
            "Saturno",
            "Merkurijaus",
            "Urano",
            "Neptūno",
            "Asteroido",
            "Ūko",
            "Palydovo",
            "Zodiako",
            "Meteoro",
            "Planetos",
            "Teleskopo",
            "Pulsaro",
            "Kvazaro",
            "Zenito",
            "Ekliptikos");

    private final List<Municipality> municipalities;
    private final int totalWeight;
    private final Programmes programmes;
    private final Map<String, List<School>> schools = new HashMap<>();
    private int next;

    /** Reads the lists and gives the rows of every institution and programme that so many students need. */
    Schools(int students, ReferenceRows rows) {
        municipalities = DemoList.lines("municipalities.csv").stream()
                .map(Municipality::of)
                .toList();
        totalWeight = municipalities.stream().mapToInt(Municipality::weight).sum();
        programmes = new Programmes(rows);
        for (Kind kind : Kind.values()) {
            castSchool(kind, rows);
        }
        for (int block = 0; block <= (students - 1) / BLOCK; block++) {
            next = 100 + block * CODES_OF_A_BLOCK;
            for (Municipality municipality : municipalities) {
                found(municipality, block, rows);
            }
        }
        deregistered(rows);
    }

    /** A municipality of {@code municipalities.csv}. */
    record Municipality(String code, String genitive, String countyCentre, String county, int weight) {

        static Municipality of(String[] fields) {
            return new Municipality(fields[0], fields[1], fields[2], fields[3], Integer.parseInt(fields[4]));
        }
    }

    /** An institution that students can be enrolled in. */
    record School(String code, String municipality, String head) {}

    /** What an institution teaches; its type is a value of code list INSTITUTION_TYPE. */
    enum Kind {
        PRESCHOOL(10, "lopšelis-darželis"),
        PROGYMNASIUM(11, "progimnazija"),
        GYMNASIUM(1, "gimnazija"),
        SUPPLEMENTARY(13, "muzikos mokykla"),
        VOCATIONAL(14, "profesinio mokymo centras"),
        NONFORMAL(15, "vaikų laisvalaikio centras"),
        FREE_TEACHER(16, "laisvasis mokytojas");

        /** The number of the demo school of the kind; 1 is the gymnasium that the cast attends. */
        private final int number;

        private final String noun;

        Kind(int number, String noun) {
            this.number = number;
            this.noun = noun;
        }

        /** Gives the words of a name, which agree in gender. */
        private String demo() {
            return (noun.endsWith("a") ? "demonstracinė " : "demonstracinis ") + noun;
        }
    }

    /** Gives a municipality by chance, the large ones more often. */
    Municipality municipality(RandomGenerator chance) {
        int left = chance.nextInt(totalWeight);
        for (Municipality municipality : municipalities) {
            left -= municipality.weight;
            if (left < 0) {
                return municipality;
            }
        }
        throw new IllegalStateException("the weights do not add up");
    }

    /** Gives a school of a kind in the student's block and municipality, or else in the centre of its county. */
    School school(Kind kind, Municipality municipality, long student, RandomGenerator chance) {
        long block = student / BLOCK;
        List<School> there = schools.get(key(kind, municipality.code, block));
        List<School> choice = there == null
                ? Objects.requireNonNull(schools.get(key(kind, municipality.countyCentre, block)))
                : there;
        return choice.get(chance.nextInt(choice.size()));
    }

    /** Gives a programme of a family that was registered on a day and is today. */
    String programme(String family, LocalDate day, RandomGenerator chance) {
        return programmes.any(family, day, chance);
    }

    /** Gives the demo school of a kind, which is in Kaunas city; the gymnasium is {@link DemoCast#SCHOOL}. */
    static School demo(Kind kind) {
        return new School(code(kind.number), DemoCast.KAUNAS_CITY, "Aldona Pavyzdytė");
    }

    /** Gives the progymnasium in Vilnius city that belongs to the cast. */
    static School vilnius() {
        return new School(code(20), DemoCast.VILNIUS_CITY, "Algis Pavyzdys");
    }

    private void castSchool(Kind kind, ReferenceRows rows) {
        School school = demo(kind);
        write(rows, kind, school, name(kind, school, "Kauno " + kind.demo()), "Kauno", "20", null);
        if (kind == Kind.PROGYMNASIUM) {
            write(rows, kind, vilnius(), "Vilniaus " + kind.demo(), "Vilniaus", "20", null);
        }
    }

    /** Founds a municipality's institutions of one block: more of them where more students live. */
    private void found(Municipality municipality, int block, ReferenceRows rows) {
        int size = 1 + municipality.weight / 25;
        for (Kind kind : List.of(Kind.PRESCHOOL, Kind.PROGYMNASIUM, Kind.GYMNASIUM)) {
            for (int i = 0; i < size; i++) {
                // The last gymnasium of a city is a private one.
                found(
                        kind,
                        municipality,
                        block,
                        i,
                        kind == Kind.GYMNASIUM && i > 1 && i == size - 1 ? "30" : "20",
                        rows);
            }
        }
        String music = found(Kind.SUPPLEMENTARY, municipality, block, 0, "20", rows);
        found(Kind.NONFORMAL, municipality, block, 0, "20", rows);
        if (municipality.code.equals(municipality.countyCentre)) {
            found(Kind.VOCATIONAL, municipality, block, 0, "10", rows);
            found(Kind.FREE_TEACHER, municipality, block, 0, "30", rows);
            School branch = new School(code(next++), municipality.code, head(next));
            write(
                    rows,
                    Kind.SUPPLEMENTARY,
                    branch,
                    municipality.genitive + " muzikos mokyklos skyrius",
                    municipality.genitive,
                    "20",
                    music);
            offer(Kind.SUPPLEMENTARY, block, branch);
        }
    }

    private String found(
            Kind kind, Municipality municipality, int block, int number, String founder, ReferenceRows rows) {
        School school = new School(code(next++), municipality.code, head(next));
        String called = NAMES.get((block * 7 + number + kind.number * 5) % NAMES.size());
        String name = name(kind, school, "%s „%s“ %s".formatted(municipality.genitive, called, kind.noun));
        write(rows, kind, school, name, municipality.genitive, founder, null);
        offer(kind, block, school);
        return school.code;
    }

    /** Gives the name of an institution; who teaches on their own bears a name of their own. */
    private static String name(Kind kind, School school, String called) {
        return kind == Kind.FREE_TEACHER ? school.head : called;
    }

    private void offer(Kind kind, int block, School school) {
        schools.computeIfAbsent(key(kind, school.municipality, block), key -> new ArrayList<>())
                .add(school);
    }

    /** A code that is no longer in use: an old one, of a school that was joined to the demo school. */
    private void deregistered(ReferenceRows rows) {
        rows.institution(
                code(30),
                "OLD",
                "Kauno demonstracinė pagrindinė mokykla",
                "BASIC_SCHOOL",
                "20",
                DemoCast.KAUNAS_CITY,
                DemoCast.SCHOOL,
                DemoCast.KAUNAS_CITY,
                county(DemoCast.KAUNAS_CITY),
                null,
                LONG_AGO,
                LocalDate.of(2015, 8, 31));
    }

    private void write(
            ReferenceRows rows,
            Kind kind,
            School school,
            String name,
            String place,
            String founder,
            @Nullable String parent) {
        String codeKind = kind == Kind.FREE_TEACHER ? "NATURAL_PERSON" : parent == null ? "LEGAL_ENTITY" : "UNIT";
        rows.institution(
                school.code,
                codeKind,
                name,
                kind.name(),
                founder,
                founder.equals("20") ? school.municipality : null,
                parent,
                school.municipality,
                county(school.municipality),
                place + " sav., Pavyzdžio g. " + (1 + school.code.charAt(7) - '0'),
                LONG_AGO,
                null);
    }

    private String county(String municipality) {
        return municipalities.stream()
                .filter(each -> each.code.equals(municipality))
                .findFirst()
                .orElseThrow()
                .county;
    }

    private static String head(int number) {
        return NAMES.get(number % NAMES.size()).startsWith("K") ? "Birutė Pavyzdienė" : "Romas Pavyzdenis";
    }

    private static String code(int number) {
        return InstitutionCode.completing("191%05d".formatted(number)).value();
    }

    private static String key(Kind kind, String municipality, long block) {
        return kind + "/" + municipality + "/" + block;
    }
}
