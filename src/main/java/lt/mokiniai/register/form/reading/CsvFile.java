package lt.mokiniai.register.form.reading;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lt.mokiniai.register.form.Column;
import lt.mokiniai.register.form.LoadProblem;
import lt.mokiniai.register.form.RecordKind;
import lt.mokiniai.register.form.RecordPlace;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file of one kind of records: a header, then a record on each line. No value of the form has a line break, so that one in
 * quotation marks is a mark too many, behind which records would be missed.
 */
final class CsvFile implements CsvLines.Reader {

    private static final Pattern OTHER_SEPARATOR = Pattern.compile("[;\t|]");

    private final RecordKind kind;
    private final String name;
    private final RecordIntake intake;
    /** The place in the record of each value of a line. */
    private int[] places = {};

    private boolean isHeaderRead;
    /** Whether it was told that it can be read no further. */
    private boolean isCutOff;

    CsvFile(RecordKind kind, String name, RecordIntake intake) {
        this.kind = kind;
        this.name = name;
        this.intake = intake;
    }

    /** Reads it, to its end or to where it can be read no further. */
    void read(Utf8Reader text) throws IOException {
        CsvLines.read(text, this);
        if (!isHeaderRead && !isCutOff) {
            intake.unreadable(LoadProblem.NO_RECORDS.at(new RecordPlace(name, 1), null));
        }
    }

    @Override
    public boolean line(CsvLines.Line line) {
        if (isHeaderRead) {
            record(line);
            return true;
        }
        isHeaderRead = true;
        return header(line);
    }

    @Override
    public void cutOff(long line) {
        isCutOff = true;
        intake.unreadable(LoadProblem.CUT_OFF.at(new RecordPlace(name, line), null));
    }

    @Override
    public void quotationMarks(long line) {
        isCutOff = true;
        intake.unreadable(LoadProblem.QUOTATION_MARKS.at(new RecordPlace(name, line), null));
    }

    /** Takes the header; tells whether the records behind it can be read. */
    private boolean header(CsvLines.Line header) {
        RecordPlace place = place(header);
        if (header.values().stream()
                .anyMatch(value -> OTHER_SEPARATOR.matcher(value).find())) {
            intake.unreadable(LoadProblem.NOT_COMMAS.at(place, null));
            return false;
        }
        places = new int[header.count()];
        Set<Integer> found = new HashSet<>();
        boolean isRight = true;
        for (int i = 0; i < places.length; i++) {
            // It may be a person's data where a header was forgotten: its number is told, and not what it says.
            int column = i < header.values().size() ? kind.find(header.values().get(i)) : -1;
            if (column < 0) {
                intake.unreadable(LoadProblem.UNKNOWN_COLUMN.at(place, null, i + 1, columns()));
                return false;
            }
            if (!found.add(column)) {
                isRight = false;
                intake.unreadable(
                        LoadProblem.COLUMN_TWICE.at(place, header.values().get(i)));
            }
            places[i] = column;
        }
        for (Column column : kind.columns()) {
            if (column.isRequired() && !found.contains(kind.place(column.name()))) {
                isRight = false;
                intake.unreadable(LoadProblem.COLUMN_MISSING.at(place, column.name()));
            }
        }
        return isRight;
    }

    private String columns() {
        return kind.columns().stream().map(Column::name).collect(Collectors.joining(", "));
    }

    private void record(CsvLines.Line line) {
        if (line.hasBreak()) {
            intake.unreadable(LoadProblem.QUOTATION_MARKS.at(place(line), null));
            return;
        }
        if (line.count() != places.length) {
            // Only what stands first is not moved by a value too much.
            String key = places[0] == 0 ? line.values().get(0) : null;
            intake.broken(kind, key, LoadProblem.NUMBER_OF_VALUES.at(place(line), null, line.count(), places.length));
            return;
        }
        @Nullable String[] values = new String[kind.columns().size()];
        for (int i = 0; i < places.length; i++) {
            String value = line.values().get(i);
            values[places[i]] = value.isEmpty() ? null : value;
        }
        intake.record(kind, place(line), Arrays.asList(values));
    }

    private RecordPlace place(CsvLines.Line line) {
        return new RecordPlace(name, line.number());
    }
}
