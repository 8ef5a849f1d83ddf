package lt.mokiniai.tools.demo.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import lt.mokiniai.kernel.InstitutionCode;
import lt.mokiniai.kernel.LegalEntityCode;
import lt.mokiniai.tools.demo.DemoCast;
import lt.mokiniai.tools.demo.register.cohorts.Cohorts;
import lt.mokiniai.tools.demo.register.cohorts.Municipalities;
import lt.mokiniai.tools.demo.register.cohorts.Municipalities.Municipality;
import org.jspecify.annotations.Nullable;

/**
 * The institutions of the demo register. Every {@value Municipalities#AREAS} areas have a block of
 * institutions of their own in all 60 municipalities, so a student's school is the same however many students there are.
 * Three areas of a municipality share their institutions, and have classes with the letters A, B and C there.
 */
final class Schools {

    private static final int LETTERS = 3;
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

    private static final List<String> HEADS = List.of(
            "Romas Pavyzdenis",
            "Birutė Pavyzdienė",
            "Vytas Pavyzdūnas",
            "Ramunė Pavyzdaitienė",
            "Juozas Pavyzdaitis",
            "Nijolė Pavyzdinskienė",
            "Antanas Pavyzdinskas");

    private final Municipalities municipalities = new Municipalities();
    private final List<Area> areas = new ArrayList<>();
    private int next;

    /** Reads the lists and gives the rows of every institution that so many students need. */
    Schools(int students, ReferenceRows rows) {
        for (Kind kind : Kind.values()) {
            castSchool(kind, rows);
        }
        for (int block = 0; block <= (students - 1) / (Cohorts.STUDENTS * Municipalities.AREAS); block++) {
            next = 100 + block * CODES_OF_A_BLOCK;
            found(block, rows);
        }
        deregistered(rows);
    }

    /** An institution that students can be enrolled in. */
    record School(InstitutionCode code, String municipality, String head) {}

    /**
     * Where some students live: their schools, and the letter of their classes there.
     *
     * @param number counted from 0 in the whole register
     * @param ofCounty the number among the areas of the county, which share a vocational school
     */
    record Area(int number, Municipality municipality, char letter, int ofCounty, Map<Kind, School> schools) {

        School school(Kind kind) {
            return Objects.requireNonNull(schools.get(kind));
        }
    }

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
        return municipalities.any(chance);
    }

    /** Gives an area by its number. */
    Area area(long number) {
        return areas.get((int) number);
    }

    /** Gives the area from which some moved to another: one of the same municipality, where there is one before it. */
    Area formerly(Area area) {
        for (int number = area.number - 1; number >= 0 && number > area.number - Municipalities.AREAS; number--) {
            if (areas.get(number).municipality.equals(area.municipality)) {
                return areas.get(number);
            }
        }
        return areas.get(area.number < Cohorts.AREAS ? (area.number + 1) % Cohorts.AREAS : area.number - Cohorts.AREAS);
    }

    /** Gives the demo school of a kind, which is in Kaunas city; the gymnasium is {@link DemoCast#SCHOOL}. */
    static School demo(Kind kind) {
        return new School(code(kind, kind.number), DemoCast.KAUNAS_CITY, "Aldona Pavyzdytė");
    }

    /** Gives the progymnasium in Vilnius city that belongs to the cast. */
    static School vilnius() {
        return new School(code(Kind.PROGYMNASIUM, 20), DemoCast.VILNIUS_CITY, "Algis Pavyzdys");
    }

    private void castSchool(Kind kind, ReferenceRows rows) {
        School school = demo(kind);
        write(rows, kind, school, name(kind, school, "Kauno " + kind.demo()), "Kauno", "20", null);
        if (kind == Kind.PROGYMNASIUM) {
            write(rows, kind, vilnius(), "Vilniaus " + kind.demo(), "Vilniaus", "20", null);
        }
    }

    /** Founds the institutions of a block of areas: those of whole counties first, and a site for every three areas. */
    private void found(int block, ReferenceRows rows) {
        Map<String, School> vocational = new HashMap<>();
        for (Municipality municipality : municipalities.areas()) {
            if (municipality.isCountyCentre()) {
                vocational.computeIfAbsent(
                        municipality.county(),
                        county -> found(new Site(Kind.VOCATIONAL, municipality, block, 0), "10", rows));
            }
        }
        Map<String, Integer> ofMunicipality = new HashMap<>();
        Map<String, Integer> ofCounty = new HashMap<>();
        Map<String, Map<Kind, School>> sites = new HashMap<>();
        for (Municipality municipality : municipalities.areas()) {
            int ordinal = ofMunicipality.merge(municipality.code(), 1, Integer::sum) - 1;
            if (ordinal % LETTERS == 0) {
                Map<Kind, School> schools = new EnumMap<>(Kind.class);
                schools.put(Kind.VOCATIONAL, Objects.requireNonNull(vocational.get(municipality.county())));
                found(municipality, block, ordinal / LETTERS, schools, sites.get(municipality.code()), rows);
                sites.put(municipality.code(), schools);
            }
            areas.add(new Area(
                    areas.size(),
                    municipality,
                    (char) ('A' + ordinal % LETTERS),
                    ofCounty.merge(municipality.county(), 1, Integer::sum) - 1,
                    Objects.requireNonNull(sites.get(municipality.code()))));
        }
    }

    /** Founds the institutions of a site; the second gymnasium of a city is a private one, its music school has a branch. */
    private void found(
            Municipality municipality,
            int block,
            int number,
            Map<Kind, School> schools,
            @Nullable Map<Kind, School> last,
            ReferenceRows rows) {
        for (Kind kind : List.of(Kind.PRESCHOOL, Kind.PROGYMNASIUM, Kind.GYMNASIUM, Kind.NONFORMAL)) {
            String founder = kind == Kind.GYMNASIUM && number == 1 ? "30" : "20";
            schools.put(kind, found(new Site(kind, municipality, block, number), founder, rows));
        }
        if (municipality.isCountyCentre()) {
            schools.put(Kind.FREE_TEACHER, found(new Site(Kind.FREE_TEACHER, municipality, block, number), "30", rows));
        }
        if (last == null || number % 2 == 0) {
            schools.put(
                    Kind.SUPPLEMENTARY, found(new Site(Kind.SUPPLEMENTARY, municipality, block, number), "20", rows));
            return;
        }
        School parent = Objects.requireNonNull(last.get(Kind.SUPPLEMENTARY));
        InstitutionCode code = new InstitutionCode(InstitutionCode.Kind.UNIT, parent.code() + "-1");
        School branch = new School(code, municipality.code(), head(next));
        write(
                rows,
                Kind.SUPPLEMENTARY,
                branch,
                new Site(Kind.SUPPLEMENTARY, municipality, block, number - 1).name("muzikos mokyklos skyrius"),
                municipality.genitive(),
                "20",
                parent.code());
        schools.put(Kind.SUPPLEMENTARY, branch);
    }

    /** Which of the institutions of a kind in a municipality. */
    private record Site(Kind kind, Municipality municipality, int block, int number) {

        String name(String noun) {
            String called = NAMES.get((block * 7 + number + kind.number * 5) % NAMES.size());
            return "%s „%s“ %s".formatted(municipality.genitive(), called, noun);
        }
    }

    private School found(Site site, String founder, ReferenceRows rows) {
        School school = new School(code(site.kind, next++), site.municipality.code(), head(next));
        String name = name(site.kind, school, site.name(site.kind.noun));
        write(rows, site.kind, school, name, site.municipality.genitive(), founder, null);
        return school;
    }

    /** Gives the name of an institution; who teaches on their own bears a name of their own. */
    private static String name(Kind kind, School school, String called) {
        return kind == Kind.FREE_TEACHER ? school.head : called;
    }

    /** A code that is no longer in use: an old one, of a school that was joined to the demo school. */
    private void deregistered(ReferenceRows rows) {
        rows.institution(
                "1910030",
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
            @Nullable InstitutionCode parent) {
        rows.institution(
                school.code.value(),
                school.code.kind().name(),
                name,
                kind.name(),
                founder,
                founder.equals("20") ? school.municipality : null,
                parent == null ? null : parent.value(),
                school.municipality,
                county(school.municipality),
                place + " sav., Pavyzdžio g. " + (1 + school.code.value().charAt(7) - '0'),
                LONG_AGO,
                null);
        rows.head(school.code.value(), school.head, LONG_AGO);
    }

    private String county(String municipality) {
        return municipalities.of(municipality).county();
    }

    private static String head(int number) {
        return HEADS.get(number % HEADS.size());
    }

    /** Gives a code of an institution of its own, of the kind that it has. */
    private static InstitutionCode code(Kind kind, int number) {
        return InstitutionCode.of(
                kind == Kind.FREE_TEACHER
                        ? "LM%06d".formatted(number)
                        : LegalEntityCode.completing("191%05d".formatted(number))
                                .value());
    }
}
