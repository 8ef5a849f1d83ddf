package lt.mokiniai.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lt.mokiniai.kernel.LegalEntityCode;
import lt.mokiniai.kernel.PersonalCode;
import lt.mokiniai.register.form.Column;
import lt.mokiniai.register.form.CsvWriter;
import lt.mokiniai.register.form.FormRecord;
import lt.mokiniai.register.form.RecordKind;
import lt.mokiniai.register.form.SortedRecords;
import lt.mokiniai.register.form.StudentRecords;
import org.jspecify.annotations.Nullable;

/**
 * Writes files of as many students as one likes: those of the sample again and again, each time with other names, identifiers and
 * numbers of certificates, and after some times in other schools.
 */
final class SampleCopies {

    private static final Path SAMPLE = Path.of("docs/load/sample");

    /** Copies of the sample in the same schools: some hundreds of students in each. */
    private static final int COPIES_IN_A_SCHOOL = 20;

    // Nobody is born in these years yet.
    private static final int FIRST_YEAR = 2091;
    private static final int LAST_YEAR = 2099;
    // Those from 900 on are the demo's own.
    private static final int SERIALS = 899;
    private static final MonthDay LEAP_DAY = MonthDay.of(2, 29);

    /** Apart from any step between students of the sample, and without a common divisor with their number. */
    private static final int STEP = 37;

    private final List<FormRecord> reference;
    private final List<StudentRecords> students = new ArrayList<>();
    private final Map<String, List<FormRecord>> namesakes;
    private final Map<String, Integer> schools = new HashMap<>();
    /** How many personal codes there are of a sex and a day of the year. */
    private final Map<String, Integer> codes = new HashMap<>();

    private int certificates;

    private SampleCopies(SortedRecords sample) {
        reference = sample.reference();
        sample.forEachStudent(students::add);
        namesakes = students.stream()
                .map(student -> student.of(RecordKind.IDENTITY).get(0))
                .collect(Collectors.groupingBy(record -> record.required("sex")));
        reference.stream()
                .filter(record -> record.kind() == RecordKind.INSTITUTION)
                .map(record -> record.required("code"))
                .filter(LegalEntityCode::isValid)
                .forEach(code -> schools.put(code, schools.size()));
    }

    /**
     * Writes CSV files of students.
     *
     * @param folder of the files, which is made
     */
    static void write(Path folder, int students) throws IOException {
        Path work = Files.createTempDirectory(folder.toAbsolutePath().getParent(), "sample");
        try (SortedRecords sample = SortedRecords.of(List.of(SAMPLE), work, record -> {}, finding -> {}, bytes -> {});
                CsvWriter writer = new CsvWriter(folder)) {
            new SampleCopies(sample).write(writer, students);
        }
        Files.delete(work);
    }

    private void write(CsvWriter writer, int count) {
        for (int number = 0; number < count; number++) {
            int copy = number / students.size();
            if (number % (students.size() * COPIES_IN_A_SCHOOL) == 0) {
                writeReference(writer, copy);
            }
            Student student = new Student(number, students.get(number % students.size()), copy);
            student.write(writer);
        }
    }

    private void writeReference(CsvWriter writer, int copy) {
        for (FormRecord record : reference) {
            List<@Nullable String> values = schools(record, copy);
            if (copy == 0 || !values.equals(record.values())) {
                writer.write(record.kind(), values);
            }
        }
    }

    private List<@Nullable String> schools(FormRecord record, int copy) {
        return record.values().stream()
                .map(value -> schools.containsKey(String.valueOf(value)) ? school(String.valueOf(value), copy) : value)
                .toList();
    }

    private String school(String code, int copy) {
        int number = copy / COPIES_IN_A_SCHOOL * schools.size() + Objects.requireNonNull(schools.get(code));
        return LegalEntityCode.completing("193%05d".formatted(number)).value();
    }

    /** A student of the sample, once more. */
    private final class Student {

        private final int number;
        private final StudentRecords sample;
        private final int copy;
        private final String sex;
        private final Map<String, String> own = new HashMap<>();
        private final Map<String, String> names = new HashMap<>();

        Student(int number, StudentRecords sample, int copy) {
            this.number = number;
            this.sample = sample;
            this.copy = copy;
            this.sex = sample.of(RecordKind.IDENTITY).get(0).required("sex");
        }

        void write(CsvWriter writer) {
            for (FormRecord record : sample.records()) {
                List<@Nullable String> values = new ArrayList<>();
                List<@Nullable String> inSchools = schools(record, copy);
                for (Column column : record.kind().columns()) {
                    int place = record.kind().place(column.name());
                    values.add(value(record, column.name(), inSchools.get(place)));
                }
                writer.write(record.kind(), values);
            }
        }

        private @Nullable String value(FormRecord record, String column, @Nullable String value) {
            boolean isOwn = record.kind() == RecordKind.IDENTITY || record.kind() == RecordKind.CERTIFICATE;
            if (value == null) {
                return null;
            }
            return switch (column) {
                case "student" -> "%07d".formatted(number);
                case "personalCode" ->
                    isOwn
                            ? own.computeIfAbsent(value, any -> code(Objects.requireNonNull(record.date("birthDate"))))
                            : value;
                case "foreignerId" -> "F-%09d".formatted(number);
                case "givenNames", "familyName" ->
                    isOwn ? names.computeIfAbsent(column + value, any -> name(column, names.size())) : value;
                case "registrationNumber" -> value.substring(0, value.indexOf('-')) + "-%08d".formatted(++certificates);
                case "documentNumber" -> "%07d".formatted(++certificates);
                default -> value;
            };
        }

        /** Nobody's: of the day and the month of the birth, in a year of birth that nobody has yet. */
        private String code(LocalDate birth) {
            String century = sex.equals("V") ? "5" : "6";
            String day = "%02d%02d".formatted(birth.getMonthValue(), birth.getDayOfMonth());
            List<Integer> years = IntStream.rangeClosed(FIRST_YEAR, LAST_YEAR)
                    .filter(year -> Year.isLeap(year) || !MonthDay.from(birth).equals(LEAP_DAY))
                    .boxed()
                    .toList();
            int which = codes.merge(century + day, 1, Integer::sum) - 1;
            int year = years.get(which / SERIALS) % 100;
            return PersonalCode.completing(
                            century + "%02d".formatted(year) + day + "%03d".formatted(which % SERIALS + 1))
                    .value();
        }

        /** Somebody else's name; the given name and the family name are of two of them. */
        private String name(String column, int which) {
            List<FormRecord> others = Objects.requireNonNull(namesakes.get(sex));
            int other = number + copy * (column.equals("familyName") ? STEP : 1) + which * STEP * STEP;
            return others.get(other % others.size()).required(column);
        }
    }
}
