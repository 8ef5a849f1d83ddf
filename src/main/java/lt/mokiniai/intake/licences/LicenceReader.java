package lt.mokiniai.intake.licences;

import java.util.List;
import java.util.Optional;
import lt.mokiniai.intake.source.CsvRow;
import lt.mokiniai.intake.source.RecordFindings;
import lt.mokiniai.intake.source.RecordReader;
import lt.mokiniai.intake.values.CsvValues;
import lt.mokiniai.wsdl.intake.LicenceRecord;

/** Reads licences from CSV; number and programme tell one from another. */
final class LicenceReader implements RecordReader<LicenceRecord> {

    @Override
    public List<String> columns() {
        return List.of("number", "institution", "programme", "from", "to");
    }

    @Override
    public Optional<LicenceRecord> read(CsvRow row, RecordFindings findings) {
        CsvValues values = new CsvValues(row, findings);
        LicenceRecord read = new LicenceRecord();
        values.text("number", read::setNumber);
        values.institution("institution", read::setInstitution);
        values.text("programme", read::setProgramme);
        values.day("from", read::setFrom);
        values.mayDay("to", read::setTo);
        return values.whole(read);
    }

    @Override
    public String key(LicenceRecord told) {
        return LicenceMapper.licence(told).key();
    }
}
