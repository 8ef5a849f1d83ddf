package lt.mokiniai.intake.transport.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lt.mokiniai.intake.source.CsvRow;
import lt.mokiniai.intake.source.ReadRecord;
import lt.mokiniai.intake.source.RecordFinding;
import lt.mokiniai.intake.source.RecordFindings;
import lt.mokiniai.intake.source.SourceRegister;
import lt.mokiniai.intake.transport.TransportProblem;
import lt.mokiniai.intake.transport.files.BatchCopy.Copied;
import lt.mokiniai.kernel.texts.Messages;
import lt.mokiniai.register.form.RecordPlace;
import lt.mokiniai.register.form.reading.CsvLines;
import lt.mokiniai.register.form.reading.Utf8Reader;

/**
 * The records of a CSV file: a header with all columns of the register, in any order, then a record on each line. No value has a
 * line break.
 */
record CsvRecords<R>(Copied file, SourceRegister<R> register) implements BatchRecords<R> {

    @Override
    public void forEach(Visitor<R> visitor) {
        Lines lines = new Lines(visitor);
        try (InputStream bytes = Files.newInputStream(file.path())) {
            CsvLines.read(new Utf8Reader(bytes), lines);
        } catch (Utf8Reader.NotUtf8Exception e) {
            throw TransportProblem.ENCODING.refusal(place(e.line())).because(e);
        } catch (IOException e) {
            throw TransportProblem.NOT_READABLE
                    .refusal(file.top(), e.getClass().getSimpleName())
                    .because(e);
        }
        if (lines.columns.isEmpty()) {
            throw TransportProblem.COLUMN_MISSING.refusal(file.top(), known());
        }
    }

    private RecordPlace place(long line) {
        return new RecordPlace(file.name(), Math.max(1, line));
    }

    private String known() {
        return String.join(", ", register.reader().columns());
    }

    private final class Lines implements CsvLines.Reader {

        private final Visitor<R> visitor;
        private List<String> columns = List.of();

        private Lines(Visitor<R> visitor) {
            this.visitor = visitor;
        }

        @Override
        public boolean line(CsvLines.Line line) {
            if (columns.isEmpty()) {
                columns = header(line);
                return true;
            }
            if (line.hasBreak()) {
                quotationMarks(line.number());
            }
            List<String> values = List.copyOf(line.values());
            int count = line.count();
            long number = line.number();
            visitor.record(() -> read(values, count), place(number));
            return true;
        }

        @Override
        public void cutOff(long line) {
            throw TransportProblem.CUT_OFF.refusal(place(line));
        }

        @Override
        public void quotationMarks(long line) {
            throw TransportProblem.QUOTATION_MARKS.refusal(place(line));
        }

        /** What stands in a wrong place may be a value where a header was forgotten: its number is told, not what it says. */
        private List<String> header(CsvLines.Line line) {
            List<String> known = register.reader().columns();
            List<String> found = new ArrayList<>();
            for (int i = 0; i < line.count(); i++) {
                String name = i < line.values().size() ? line.values().get(i) : "";
                if (!known.contains(name) || found.contains(name)) {
                    throw TransportProblem.UNKNOWN_COLUMN.refusal(place(line.number()), i + 1, known());
                }
                found.add(name);
            }
            known.stream().filter(name -> !found.contains(name)).findFirst().ifPresent(name -> {
                throw TransportProblem.COLUMN_MISSING.refusal(place(line.number()), name);
            });
            return found;
        }

        private ReadRecord<R> read(List<String> values, int count) {
            String text = String.join(",", values);
            if (count != columns.size()) {
                return new ReadRecord.Broken<>(
                        text,
                        List.of(new RecordFinding(
                                TransportProblem.NUMBER_OF_VALUES.code(),
                                Optional.empty(),
                                Messages.text(
                                        TransportProblem.NUMBER_OF_VALUES.code() + ".message",
                                        count,
                                        columns.size()))));
            }
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                if (!values.get(i).isEmpty()) {
                    row.put(columns.get(i), values.get(i));
                }
            }
            RecordFindings findings = new RecordFindings(true);
            return register.reader()
                    .read(new CsvRow(row), findings)
                    .filter(told -> findings.isEmpty())
                    .<ReadRecord<R>>map(ReadRecord.Whole::new)
                    .orElseGet(() -> new ReadRecord.Broken<>(text, findings.all()));
        }
    }
}
