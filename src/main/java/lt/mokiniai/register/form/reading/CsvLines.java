package lt.mokiniai.register.form.reading;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a CSV file (RFC 4180). Each has its end, the last one too: a file without it may be cut off in the middle of a
 * value.
 */
public final class CsvLines {

    private static final int LONGEST_VALUE = 1 << 20;
    private static final int MOST_VALUES = 1000;

    private CsvLines() {}

    /** Takes the lines of a file, or why it can be read no further. */
    public interface Reader {

        /**
         * Takes a line, which holds as long as this lasts.
         *
         * @return whether those behind it are to be read
         */
        boolean line(Line line);

        /** Takes that the file ends in the middle of a line. */
        void cutOff(long line);

        /** Takes that a value has a quotation mark too many. */
        void quotationMarks(long line);
    }

    /** Reads a file, to its end or to where it can be read no further. */
    public static void read(Utf8Reader text, Reader reader) throws IOException {
        Line line = new Line();
        // A line with another number of values is told as such, and those behind it are read.
        try (CsvReader<Line> lines = CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(LONGEST_VALUE)
                .build(line, text)) {
            for (Line read : lines) {
                if (text.isAtEnd() && !text.endsWithLine()) {
                    reader.cutOff(read.number());
                    return;
                }
                if (!reader.line(read)) {
                    return;
                }
            }
            if (text.endsInCharacter()) {
                reader.cutOff(text.line());
            }
        } catch (CsvParseException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            reader.quotationMarks(line.number());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The line that is being read. */
    public static final class Line extends AbstractBaseCsvCallbackHandler<Line> {

        private List<String> values = new ArrayList<>();
        private boolean hasBreak;

        private Line() {}

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

        /** Where it begins, from 1. */
        public long number() {
            return getStartingLineNumber();
        }

        /** How many values it has. */
        public int count() {
            return getFieldCount();
        }

        /** Its values, of which the first thousand are kept; an empty text where there is none. */
        public List<String> values() {
            return values;
        }

        /** Whether a value has a line break. */
        public boolean hasBreak() {
            return hasBreak;
        }
    }
}
