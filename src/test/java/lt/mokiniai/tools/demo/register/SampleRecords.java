package lt.mokiniai.tools.demo.register;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import lt.mokiniai.register.dump.DumpedLines;
import lt.mokiniai.register.dump.DumpedLines.Line;
import lt.mokiniai.register.form.Column;
import lt.mokiniai.register.form.RecordKind;
import lt.mokiniai.register.form.RecordWriter;
import org.jspecify.annotations.Nullable;

/**
 * Makes of a dump of the demo register what a register that never kept what it knew when would hand over: what is believed now,
 * of students who are not of the cast, without identifiers. Of most of them only the enrolments that go on are there. Whose
 * age is not the usual one of the class is left out: a sample is loaded without a warning.
 */
final class SampleRecords {

    /** What another register does not know, or what is of two students. */
    private static final Set<RecordKind> LEFT_OUT =
            EnumSet.of(RecordKind.WRITE, RecordKind.MERGE, RecordKind.DISTINCT, RecordKind.RESTRICTION);

    private static final Set<RecordKind> OF_ENROLMENTS =
            EnumSet.of(RecordKind.ENROLMENT, RecordKind.STAGE, RecordKind.INTERRUPTION, RecordKind.RESULT);

    /** Of every so manieth student all enrolments are there, and all former residences. */
    private static final int WHOLE = 10;

    private static final String SINCE = "2026-09-01";
    private static final int RESULTS_SINCE = 2024;

    private static final int YOUNGEST = 5;
    private static final int OLDEST = 9;
    private static final int YEAR = 4;

    private final Map<String, List<Line>> students = new TreeMap<>();
    private final DumpedLines dump;
    private final int most;

    /** @param most how many students are taken, the first of them */
    SampleRecords(DumpedLines dump, int most) {
        this.dump = dump;
        this.most = most;
        dump.all().stream()
                .filter(line -> line.kind().isOfStudents())
                // The cast and its classmates.
                .filter(line -> !String.valueOf(line.value("student")).startsWith("DEMO"))
                .forEach(line -> students.computeIfAbsent(
                                String.valueOf(line.value("student")), first -> new ArrayList<>())
                        .add(line));
    }

    void write(RecordWriter writer) {
        List<Line> chosen = new ArrayList<>();
        int number = 0;
        for (List<Line> records : students.values()) {
            if (number < most && isOfUsualAge(records)) {
                chosen.addAll(student(++number, records));
            }
        }
        reference(chosen).forEach(line -> writer.write(line.kind(), line.values()));
        chosen.forEach(line -> writer.write(line.kind(), line.values()));
    }

    private static boolean isOfUsualAge(List<Line> records) {
        int born = records.stream()
                .filter(line -> line.kind() == RecordKind.IDENTITY)
                .mapToInt(line -> year(line.value("birthDate")))
                .max()
                .orElseThrow();
        return records.stream()
                .filter(line -> line.kind() == RecordKind.STAGE && line.value("classLevel") != null)
                .mapToInt(line -> year(line.value("validFrom"))
                        - born
                        - Integer.parseInt(String.valueOf(line.value("classLevel"))))
                .allMatch(age -> YOUNGEST <= age && age <= OLDEST);
    }

    private static int year(@Nullable String day) {
        return Integer.parseInt(String.valueOf(day).substring(0, YEAR));
    }

    private List<Line> student(int number, List<Line> records) {
        boolean isWhole = number % WHOLE == 0;
        Map<String, String> enrolments = new HashMap<>();
        records.stream()
                .filter(line -> line.kind() == RecordKind.ENROLMENT && isBelieved(line))
                .filter(line -> isWhole || isAfter(line.value("validTo"), SINCE))
                .forEach(line -> enrolments.putIfAbsent(
                        String.valueOf(line.value("enrolment")), String.valueOf(enrolments.size() + 1)));
        return records.stream()
                .filter(line -> !LEFT_OUT.contains(line.kind()) && isBelieved(line))
                .filter(line -> !OF_ENROLMENTS.contains(line.kind())
                        || enrolments.containsKey(String.valueOf(line.value("enrolment"))))
                .filter(line -> isWhole || isRecent(line))
                .map(line -> renamed(line, "%04d".formatted(number), enrolments))
                .toList();
    }

    private static boolean isBelieved(Line line) {
        return !has(line.kind(), "believedUntil") || line.value("believedUntil") == null;
    }

    private static boolean isRecent(Line line) {
        return switch (line.kind()) {
            case RESIDENCE, GUARDIAN, SPECIAL_NEEDS -> isAfter(line.value("validTo"), SINCE);
            case RESULT -> Integer.parseInt(String.valueOf(line.value("schoolYear"))) >= RESULTS_SINCE;
            default -> true;
        };
    }

    private static boolean isAfter(@Nullable String day, String other) {
        return day == null || day.compareTo(other) > 0;
    }

    private static Line renamed(Line line, String student, Map<String, String> enrolments) {
        List<@Nullable String> values = new ArrayList<>();
        for (Column column : line.kind().columns()) {
            String value = line.value(column.name());
            values.add(
                    switch (column.name()) {
                        case "student" -> student;
                        case "enrolment" -> enrolments.get(value);
                        case "registerId", "recordedAt" -> null;
                        default -> value;
                    });
        }
        return new Line(line.kind(), values);
    }

    private static boolean has(RecordKind kind, String column) {
        return kind.columns().stream().anyMatch(each -> each.name().equals(column));
    }

    /** The institutions and programmes that the students' records name, and what belongs to them. */
    private List<Line> reference(List<Line> chosen) {
        Set<String> institutions = named(chosen, "institution");
        Set<String> programmes = named(chosen, "programme");
        dump.of(RecordKind.INSTITUTION)
                .filter(line -> institutions.contains(line.value("code")))
                .forEach(line -> {
                    if (line.value("parent") != null) {
                        institutions.add(line.value("parent"));
                    }
                });
        return dump.all().stream()
                .filter(line -> switch (line.kind()) {
                    case INSTITUTION -> institutions.contains(line.value("code"));
                    case PROGRAMME -> programmes.contains(line.value("stateCode"));
                    case MODULE -> programmes.contains(line.value("programme"));
                    case LICENCE ->
                        programmes.contains(line.value("programme"))
                                && institutions.contains(line.value("institution"));
                    default -> false;
                })
                .toList();
    }

    private static Set<String> named(List<Line> chosen, String column) {
        Set<String> named = new HashSet<>();
        chosen.stream()
                .filter(line -> has(line.kind(), column) && line.value(column) != null)
                .forEach(line -> named.add(String.valueOf(line.value(column))));
        return named;
    }
}
