package lt.mokiniai.register.rules;

import static lt.mokiniai.register.bench.Asking.by;
import static lt.mokiniai.register.bench.EnrolmentBuilder.at;
import static lt.mokiniai.register.bench.PersonBuilder.aPerson;
import static lt.mokiniai.register.bench.Reference.BASIC;
import static lt.mokiniai.register.bench.Reference.KAUNAS;
import static lt.mokiniai.register.bench.Reference.MUSIC;
import static lt.mokiniai.register.bench.Reference.MUSIC_SCHOOL;
import static lt.mokiniai.register.bench.Reference.MUSIC_UNIT;
import static lt.mokiniai.register.bench.Reference.PRIVATE_SCHOOL;
import static lt.mokiniai.register.bench.Reference.SCHOOL;
import static lt.mokiniai.register.bench.Reference.SECONDARY;
import static lt.mokiniai.register.bench.Reference.TEACHER;
import static lt.mokiniai.register.bench.Reference.VILNIUS;
import static lt.mokiniai.register.bench.Reference.VILNIUS_SCHOOL;
import static lt.mokiniai.register.bench.ScopeBuilder.everything;
import static lt.mokiniai.register.bench.SettableClock.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import lt.mokiniai.kernel.InstitutionCode;
import lt.mokiniai.kernel.scope.Population;
import lt.mokiniai.register.bench.Bench;
import lt.mokiniai.register.bench.PersonBuilder;
import lt.mokiniai.register.bench.ScopeBuilder;
import lt.mokiniai.register.bench.StoredStudent;
import lt.mokiniai.wsdl.types.Outcome;
import org.junit.jupiter.api.Test;

/** For any students and any contract, the four ways to a student reach the same ones: those of the plain definition. */
public interface AgreementRules {

    Bench bench();

    int REGISTERS = 4;
    int CONTRACTS = 25;
    int STUDENTS = 40;
    String CLASS = "8A";

    @Test
    default void findResolveGetAndRosterReachExactlyThoseOfTheDefinition() {
        for (int register = 0; register < REGISTERS; register++) {
            Random random = new Random(register);
            bench().clear();
            Map<StoredStudent, Model> models = new LinkedHashMap<>();
            for (int i = 0; i < STUDENTS; i++) {
                Model model = Model.any(random);
                models.put(bench().has(model.person()), model);
            }
            for (int contract = 0; contract < CONTRACTS; contract++) {
                ScopeBuilder scope = anyScope(random);
                if (random.nextInt(5) == 0) {
                    scope.naming(models.keySet().stream()
                            .map(StoredStudent::registerId)
                            .filter(id -> random.nextBoolean())
                            .toList());
                }
                Set<String> expected = new TreeSet<>();
                models.forEach((student, model) -> {
                    boolean isNamed = allows(scope.population().students(), student.registerId());
                    if (isNamed && model.isWithin(scope.population(), scope.restrictions())) {
                        expected.add(student.registerId());
                    }
                });
                String where = "register %d, contract %d".formatted(register, contract);
                check(List.copyOf(models.keySet()), scope, expected, where);
                Set<String> inClass = new TreeSet<>();
                models.forEach((student, model) -> {
                    if (expected.contains(student.registerId())
                            && model.standsInARosterOf(SCHOOL, scope.restrictions())) {
                        inClass.add(student.registerId());
                    }
                });
                bench().within(scope);
                bench().roster(SCHOOL, CLASS);
                assertThat(bench().toldAbout()).as("roster, %s", where).isEqualTo(inClass);
            }
        }
    }

    private void check(List<StoredStudent> students, ScopeBuilder scope, Set<String> expected, String where) {
        bench().within(scope);
        assertThat(bench().found(criteria -> {})).as("find, %s", where).containsExactlyInAnyOrderElementsOf(expected);
        bench().within(scope);
        Set<String> resolved = new TreeSet<>();
        var results = bench().resolve(
                        students.stream().map(student -> by(student)).toList())
                .getResult();
        for (int i = 0; i < students.size(); i++) {
            if (results.get(i).getOutcome() == Outcome.FOUND) {
                resolved.add(students.get(i).registerId());
            }
        }
        assertThat(resolved).as("resolve, %s", where).isEqualTo(expected);
        assertThat(bench().toldAbout()).as("told about, %s", where).isEqualTo(expected);
        for (StoredStudent student : List.of(students.get(0), students.get(students.size() - 1))) {
            assertThat(bench().student(by(student)).getOutcome() == Outcome.FOUND)
                    .as("get, %s", where)
                    .isEqualTo(expected.contains(student.registerId()));
        }
    }

    private static ScopeBuilder anyScope(Random random) {
        ScopeBuilder scope =
                everything().showing(Set.of("student/identity/registerId", "result/student/identity/registerId"));
        if (random.nextInt(4) == 0) {
            scope.livingIn(some(random, KAUNAS, VILNIUS));
        }
        if (random.nextInt(4) == 0) {
            scope.studyingAt(some(random, SCHOOL, VILNIUS_SCHOOL, PRIVATE_SCHOOL, MUSIC_SCHOOL, MUSIC_UNIT, TEACHER));
        }
        if (random.nextInt(4) == 0) {
            scope.foundedBy(some(random, "20", "30"));
        }
        if (random.nextInt(6) == 0) {
            scope.studyingIn(some(random, KAUNAS, VILNIUS));
        }
        if (random.nextInt(6) == 0) {
            scope.foundedByMunicipality(some(random, KAUNAS, VILNIUS));
        }
        if (random.nextInt(4) == 0) {
            scope.inFamilies(some(random, "BASIC", "SECONDARY", "SUPPLEMENTARY"));
        }
        if (random.nextInt(4) == 0) {
            int from = random.nextInt(12);
            scope.atLevels(from, from + random.nextInt(13 - from));
        }
        if (random.nextInt(4) == 0) {
            int from = 6 + random.nextInt(10);
            scope.aged(from, from + random.nextInt(5));
        }
        if (random.nextInt(4) == 0) {
            scope.enrolled(random.nextBoolean());
        }
        if (random.nextInt(4) == 0) {
            scope.citizensOf(some(random, "LT", "UA"));
        }
        if (random.nextInt(3) == 0) {
            scope.namingRestrictions(some(random, "ADOPTION", "COURT"));
        }
        return scope;
    }

    private static String[] some(Random random, String... values) {
        List<String> shuffled = new ArrayList<>(List.of(values));
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, 1 + random.nextInt(values.length)).toArray(String[]::new);
    }

    private static <T> T one(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** A study of a student. */
    record Study(String institution, String programme, int level, boolean current) {

        static Study any(Random random) {
            return new Study(
                    one(random, List.of(SCHOOL, VILNIUS_SCHOOL, PRIVATE_SCHOOL, MUSIC_SCHOOL, MUSIC_UNIT, TEACHER)),
                    one(random, List.of(BASIC, SECONDARY, MUSIC)),
                    random.nextInt(13),
                    random.nextInt(4) > 0);
        }

        boolean fits(Population population) {
            String founder = Set.of(PRIVATE_SCHOOL, TEACHER).contains(institution) ? "30" : "20";
            String place = institution.equals(VILNIUS_SCHOOL) ? VILNIUS : KAUNAS;
            String family = programme.equals(BASIC) ? "BASIC" : programme.equals(MUSIC) ? "SUPPLEMENTARY" : "SECONDARY";
            return current
                    && allows(population.study().institutions(), InstitutionCode.of(institution))
                    && allows(population.study().schoolMunicipalities(), place)
                    && allows(population.study().founderKinds(), founder)
                    && allows(population.study().founderMunicipalities(), founder.equals("20") ? place : "")
                    && allows(population.study().programmeFamilies(), family)
                    && population
                            .study()
                            .levels()
                            .map(range -> range.from() <= level && level <= range.to())
                            .orElse(true);
        }
    }

    /** A student as the definition sees one. */
    record Model(String home, LocalDate born, Set<String> citizen, String restriction, List<Study> studies) {

        static Model any(Random random) {
            List<Study> studies = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                studies.add(Study.any(random));
            }
            return new Model(
                    one(random, List.of(KAUNAS, VILNIUS, "")),
                    TODAY.minusYears(6 + random.nextInt(12)).plusDays(random.nextInt(3) - 1L),
                    Set.of(some(random, "LT", "UA")),
                    one(random, List.of("", "", "", "ADOPTION", "COURT")),
                    studies);
        }

        PersonBuilder person() {
            PersonBuilder person = aPerson().bornOn(born);
            if (!home.isEmpty()) {
                person.livingIn(home);
            }
            if (!restriction.isEmpty()) {
                person.restricted(restriction);
            }
            citizen.forEach(person::citizenOf);
            studies.forEach(study -> person.studying(at(study.institution())
                    .className(CLASS)
                    .programme(study.programme())
                    .level(study.level())
                    .to(study.current() ? null : TODAY.minusDays(1))));
            return person;
        }

        /** Whoever stands in a class attends its school; that is hidden under a restriction that is not named. */
        boolean standsInARosterOf(String school, Set<String> named) {
            return (restriction.isEmpty() || named.contains(restriction))
                    && studies.stream()
                            .anyMatch(study ->
                                    study.current() && study.institution().equals(school));
        }

        boolean isWithin(Population population, Set<String> named) {
            boolean hidden = !restriction.isEmpty() && !named.contains(restriction);
            boolean asksHomeOrSchool = !population.municipalities().isEmpty()
                    || !population.study().institutions().isEmpty()
                    || population.study().tellsTheSchool();
            boolean asksStudy = !population.study().isAny();
            int age = Period.between(born, TODAY).getYears();
            return !(hidden && asksHomeOrSchool)
                    && allows(population.municipalities(), home)
                    && (!asksStudy || studies.stream().anyMatch(study -> study.fits(population)))
                    && population
                            .enrolled()
                            .map(wanted -> wanted == studies.stream().anyMatch(Study::current))
                            .orElse(true)
                    && population
                            .ages()
                            .map(range -> range.from() <= age && age <= range.to())
                            .orElse(true)
                    && (population.citizenships().isEmpty()
                            || !Collections.disjoint(population.citizenships(), citizen));
        }
    }

    private static boolean allows(Set<?> criterion, Object value) {
        return criterion.isEmpty() || criterion.contains(value);
    }
}
