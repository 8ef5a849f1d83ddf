package lt.mokiniai.intake.institutions;

import java.util.List;
import java.util.Optional;
import lt.mokiniai.intake.source.CsvRow;
import lt.mokiniai.intake.source.RecordFindings;
import lt.mokiniai.intake.source.RecordReader;
import lt.mokiniai.intake.values.CsvValues;
import lt.mokiniai.wsdl.intake.InstitutionRecord;

/** Reads institutions from CSV; the code tells one from another. */
final class InstitutionReader implements RecordReader<InstitutionRecord> {

    @Override
    public List<String> columns() {
        return List.of(
                "institution",
                "name",
                "type",
                "founderKind",
                "founderMunicipality",
                "parent",
                "municipality",
                "county",
                "address",
                "formerCodes",
                "registered",
                "deregistered",
                "successor",
                "changedOn");
    }

    @Override
    public Optional<InstitutionRecord> read(CsvRow row, RecordFindings findings) {
        CsvValues values = new CsvValues(row, findings);
        InstitutionRecord read = new InstitutionRecord();
        values.institution("institution", read::setInstitution);
        values.text("name", read::setName);
        values.text("type", read::setType);
        values.text("founderKind", read::setFounderKind);
        values.mayText("founderMunicipality", read::setFounderMunicipality);
        values.mayInstitution("parent", read::setParent);
        values.text("municipality", read::setMunicipality);
        values.mayText("county", read::setCounty);
        values.mayText("address", read::setAddress);
        values.institutions("formerCodes", read.getFormerCode()::add);
        values.day("registered", read::setRegistered);
        values.mayDay("deregistered", read::setDeregistered);
        values.mayInstitution("successor", read::setSuccessor);
        values.mayDay("changedOn", read::setChangedOn);
        return values.whole(read);
    }

    @Override
    public String key(InstitutionRecord told) {
        return told.getInstitution().getCode();
    }
}
