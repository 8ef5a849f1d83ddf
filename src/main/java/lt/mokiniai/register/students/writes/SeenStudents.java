package lt.mokiniai.register.students.writes;

import static lt.mokiniai.register.sql.Column.day;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import lt.mokiniai.kernel.OperationId;
import lt.mokiniai.kernel.scope.Depth;
import lt.mokiniai.kernel.scope.Reading;
import lt.mokiniai.kernel.scope.Scope;
import lt.mokiniai.register.sql.Column;
import lt.mokiniai.register.sql.Conditions;
import lt.mokiniai.register.sql.Select;
import lt.mokiniai.register.students.FoundPerson;
import lt.mokiniai.register.students.Handling;
import lt.mokiniai.register.students.StudentReader;
import lt.mokiniai.register.times.AsOf;
import lt.mokiniai.register.times.ReadTimes;
import lt.mokiniai.register.writing.Told;
import lt.mokiniai.wsdl.types.Student;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What whoever writes a student sees of them as known at two times: on the days on which it may differ, as far back as they may
 * see, and by what they read.
 */
@Component
class SeenStudents {

    /** Who reads students by it is told what changed in what it reads. */
    private static final OperationId READ = OperationId.parse("students/v1/getStudent");

    private static final List<String> FACTS = List.of(
            "person_identity",
            "person_origin",
            "person_citizenship",
            "person_residence",
            "person_guardian",
            "person_special_needs",
            "person_restriction");

    private static final Column<LocalDate> FROM = day("f.valid_from");
    private static final Column<LocalDate> TO = day("f.valid_to");

    private final JdbcClient jdbc;
    private final ReadTimes times;
    private final StudentReader reader;
    private final Handling handling;

    SeenStudents(JdbcClient jdbc, ReadTimes times, StudentReader reader, Handling handling) {
        this.handling = handling;
        this.jdbc = jdbc;
        this.times = times;
        this.reader = reader;
    }

    /** Gives what is seen of a student as known at a time. */
    Told told(FoundPerson student, Instant knownAt, Scope scope) {
        Reading reading = scope.writing().shownBy().apply(READ);
        FoundPerson read = new FoundPerson(
                student.id(), student.registerId(), handling.withholds(student.id(), reading.restrictions()));
        Told told = new Told();
        for (LocalDate day : days(student.id(), reading.depth())) {
            Map<Long, Student> all = reader.read(
                    List.of(read.disclosedIn(scope)), new AsOf(day, knownAt), reading.within("student"), scope);
            Student seen = all.getOrDefault(student.id(), new Student());
            // It says when the student was seen.
            seen.setVersion(null);
            told.and(seen, day + " ");
        }
        return told;
    }

    /** Gives the days on which what is told may begin to differ, by all facts that were ever recorded. */
    private List<LocalDate> days(long person, Depth depth) {
        LocalDate today = times.today();
        TreeSet<LocalDate> days = new TreeSet<>(List.of(today));
        depth.earliest().ifPresent(earliest -> {
            Conditions ofPerson = new Conditions().and("f.person_id = :person", "person", person);
            FACTS.forEach(table -> Select.of(FROM, TO)
                    .from(table + " f")
                    .where(ofPerson)
                    .forEach(jdbc, row -> {
                        days.add(row.get(FROM));
                        row.find(TO).ifPresent(last -> days.add(last.plusDays(1)));
                    }));
            if (days.removeIf(day -> day.isBefore(earliest))) {
                days.add(earliest);
            }
        });
        return List.copyOf(days);
    }
}
