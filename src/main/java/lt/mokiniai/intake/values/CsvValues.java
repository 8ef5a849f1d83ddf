package lt.mokiniai.intake.values;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import lt.mokiniai.intake.source.CsvRow;
import lt.mokiniai.intake.source.RecordFindings;
import lt.mokiniai.kernel.InstitutionCode;
import lt.mokiniai.kernel.texts.Text;
import lt.mokiniai.wsdl.types.Institution;

/**
 * Reads the values of a row of CSV, and tells of those that cannot be read. An institution is its code alone, which tells its kind; a
 * list has its values in one column, separated by semicolons, and the parts of a value are separated by bars.
 */
public final class CsvValues {

    private static final String LIST = ";";
    private static final String PARTS = "\\|";
    private static final Text DAY = Text.same("YYYY-MM-DD");
    private static final Text INTEGER = Text.same("0-9");

    private final CsvRow row;
    private final RecordFindings findings;
    private final int before;

    /** Begins with a row of which nothing is told. */
    public CsvValues(CsvRow row, RecordFindings findings) {
        this.row = row;
        this.findings = findings;
        this.before = findings.all().size();
    }

    /** Gives what was read, unless something could not be. */
    public <R> Optional<R> whole(R read) {
        return findings.all().size() == before ? Optional.of(read) : Optional.empty();
    }

    /** Reads a text that each row has. */
    public void text(String column, Consumer<String> into) {
        required(column, Optional::of, into);
    }

    /** Reads a text, where there is one. */
    public void mayText(String column, Consumer<String> into) {
        row.value(column).ifPresent(into);
    }

    /** Reads a day that each row has. */
    public void day(String column, Consumer<LocalDate> into) {
        required(column, value -> dayOf(value, column), into);
    }

    /** Reads a day, where there is one. */
    public void mayDay(String column, Consumer<LocalDate> into) {
        row.value(column).flatMap(value -> dayOf(value, column)).ifPresent(into);
    }

    /** Reads an institution that each row has. */
    public void institution(String column, Consumer<Institution> into) {
        required(column, value -> institutionOf(value, column), into);
    }

    /** Reads an institution, where there is one. */
    public void mayInstitution(String column, Consumer<Institution> into) {
        row.value(column).flatMap(value -> institutionOf(value, column)).ifPresent(into);
    }

    /** Reads institutions, as many as there are. */
    public void institutions(String column, Consumer<Institution> into) {
        values(column).forEach(value -> institutionOf(value, column).ifPresent(into));
    }

    /**
     * Reads values of several parts, as many as there are.
     *
     * @param most how many parts a value has at the most; those that are left out are empty
     */
    public void parts(String column, int most, Consumer<List<String>> into) {
        values(column).forEach(value -> {
            List<String> parts = List.of(value.split(PARTS, -1));
            if (parts.size() > most) {
                findings.add(ValueProblem.UNREADABLE, column, Text.same("≤ " + most));
            } else {
                into.accept(Stream.concat(parts.stream(), Stream.generate(() -> ""))
                        .limit(most)
                        .map(String::strip)
                        .toList());
            }
        });
    }

    /** Reads a part that each value has as a day. */
    public Optional<LocalDate> dayOf(String value, String column) {
        try {
            return Optional.of(LocalDate.parse(value.strip()));
        } catch (DateTimeException notADay) {
            findings.add(ValueProblem.UNREADABLE, column, DAY);
            return Optional.empty();
        }
    }

    /** Reads a part that each value has as a whole number. */
    public Optional<Integer> numberOf(String value, String column) {
        try {
            return Optional.of(Integer.valueOf(value.strip()));
        } catch (NumberFormatException notANumber) {
            findings.add(ValueProblem.UNREADABLE, column, INTEGER);
            return Optional.empty();
        }
    }

    private Stream<String> values(String column) {
        return row.value(column)
                .map(value -> Stream.of(value.split(LIST)).map(String::strip).filter(each -> !each.isEmpty()))
                .orElseGet(Stream::empty);
    }

    private <T> void required(String column, Function<String, Optional<T>> reading, Consumer<T> into) {
        Optional<String> value = row.value(column);
        if (value.isEmpty()) {
            findings.add(ValueProblem.MISSING, column);
        }
        value.flatMap(reading).ifPresent(into);
    }

    private Optional<Institution> institutionOf(String value, String column) {
        Optional<InstitutionCode.Kind> kind = Stream.of(InstitutionCode.Kind.values())
                .filter(each -> each.isCode(value.strip()))
                .findFirst();
        if (kind.isEmpty()) {
            findings.add(ValueProblem.NOT_A_CODE, column);
        }
        return kind.map(each -> {
            Institution institution = new Institution();
            institution.setKind(each.name());
            institution.setCode(value.strip());
            return institution;
        });
    }
}
