package lt.mokiniai.intake.example;

import java.util.List;
import java.util.Optional;
import lt.mokiniai.intake.source.CsvRow;
import lt.mokiniai.intake.source.RecordFindings;
import lt.mokiniai.intake.source.RecordReader;

/** Reads rows of the fifth register. */
final class ExampleReader implements RecordReader<ExampleRecord> {

    @Override
    public List<String> columns() {
        return List.of("code", "value", "parent", "institution", "ended");
    }

    @Override
    public Optional<ExampleRecord> read(CsvRow row, RecordFindings findings) {
        ExampleRecord told = ExampleRecord.of(
                row.value("code").orElse(""), row.value("value").orElse(""));
        told.parent = row.value("parent").orElse(null);
        told.institution = row.value("institution").orElse(null);
        told.ended = row.value("ended").map(Boolean::valueOf).orElse(null);
        return Optional.of(told);
    }

    @Override
    public String key(ExampleRecord told) {
        return told.code;
    }
}
