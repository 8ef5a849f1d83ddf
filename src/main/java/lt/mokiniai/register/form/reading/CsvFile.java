package lt.mokiniai.register.form.reading;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lt.mokiniai.register.form.Column;
import lt.mokiniai.register.form.LoadProblem;
import lt.mokiniai.register.form.RecordKind;
import lt.mokiniai.register.form.RecordPlace;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file of one kind of records (RFC 4180): a header, then a record on each line. Each line has its end, the last one too:
 * a file without it may be cut off in the middle of a value. No value of the form has a line break, so that one in quotation
 * marks is a mark too many, behind which records would be missed.
 */
final class CsvFile {

    private static final int LONGEST_VALUE = 1 << 20;
    private static final int MOST_VALUES = 1000;
    private static final Pattern OTHER_SEPARATOR = Pattern.compile("[;\t|]");

    private final RecordKind kind;
    private final String name;
    private final RecordIntake intake;
    /** The place in the record of each value of a line. */
    private int[] places = {};

    CsvFile(RecordKind kind, String name, RecordIntake intake) {
        this.kind = kind;
        this.name = name;
        this.intake = intake;
    }

    /** Reads it, to its end or to where it can be read no further. */
    void read(Utf8Reader text) throws IOException {
        Line line = new Line();
        // A line with another number of values is told as such, and those behind it are read.
        try (CsvReader<Line> lines = CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(LONGEST_VALUE)
                .build(line, text)) {
            boolean isHeaderRead = false;
            for (Line read : lines) {
                if (text.isAtEnd() && !text.endsWithLine()) {
                    intake.unreadable(LoadProblem.CUT_OFF.at(place(read), null));
                    return;
                }
                if (isHeaderRead) {
                    record(read);
                } else if (!header(read)) {
                    return;
                }
                isHeaderRead = true;
            }
            if (text.endsInCharacter()) {
                intake.unreadable(LoadProblem.CUT_OFF.at(new RecordPlace(name, text.line()), null));
            } else if (!isHeaderRead) {
                intake.unreadable(LoadProblem.NO_RECORDS.at(new RecordPlace(name, 1), null));
            }
        } catch (CsvParseException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            intake.unreadable(LoadProblem.QUOTATION_MARKS.at(place(line), null));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Takes the header; tells whether the records behind it can be read. */
    private boolean header(Line header) {
        RecordPlace place = place(header);
        if (header.values.stream()
                .anyMatch(value -> OTHER_SEPARATOR.matcher(value).find())) {
            intake.unreadable(LoadProblem.NOT_COMMAS.at(place, null));
            return false;
        }
        places = new int[header.count()];
        Set<Integer> found = new HashSet<>();
        boolean isRight = true;
        for (int i = 0; i < places.length; i++) {
            // It may be a person's data where a header was forgotten: its number is told, and not what it says.
            int column = i < header.values.size() ? kind.find(header.values.get(i)) : -1;
            if (column < 0) {
                intake.unreadable(LoadProblem.UNKNOWN_COLUMN.at(place, null, i + 1, columns()));
                return false;
            }
            if (!found.add(column)) {
                isRight = false;
                intake.unreadable(LoadProblem.COLUMN_TWICE.at(place, header.values.get(i)));
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

    private void record(Line line) {
        if (line.hasBreak) {
            intake.unreadable(LoadProblem.QUOTATION_MARKS.at(place(line), null));
            return;
        }
        if (line.count() != places.length) {
            // Only what stands first is not moved by a value too much.
            String key = places[0] == 0 ? line.values.get(0) : null;
            intake.broken(kind, key, LoadProblem.NUMBER_OF_VALUES.at(place(line), null, line.count(), places.length));
            return;
        }
        @Nullable String[] values = new String[kind.columns().size()];
        for (int i = 0; i < places.length; i++) {
            String value = line.values.get(i);
            values[places[i]] = value.isEmpty() ? null : value;
        }
        intake.record(kind, place(line), Arrays.asList(values));
    }

    private RecordPlace place(Line line) {
        return new RecordPlace(name, line.number());
    }

    /** The line that is being read. */
    private static final class Line extends AbstractBaseCsvCallbackHandler<Line> {

        private List<String> values = new ArrayList<>();
        private boolean hasBreak;

        @Override
        protected void handleBegin(long startingLineNumber) {
            values = new ArrayList<>();
            hasBreak = false;
        }

        @Override
        protected void handleField(int field, char[] text, int offset, int length, boolean isQuoted) {
            if (field < MOST_VALUES) {
                String value = new String(text, offset, length);
                hasBreak |= value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0;
                values.add(value);
            }
        }

        @Override
        protected Line buildRecord() {
            return this;
        }

        long number() {
            return getStartingLineNumber();
        }

        int count() {
            return getFieldCount();
        }
    }
}
