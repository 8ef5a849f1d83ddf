package lt.mokiniai.intake.programmes;

import java.util.List;
import java.util.Optional;
import lt.mokiniai.intake.source.CsvRow;
import lt.mokiniai.intake.source.RecordFindings;
import lt.mokiniai.intake.source.RecordReader;
import lt.mokiniai.intake.values.CsvValues;
import lt.mokiniai.wsdl.intake.ProgrammeCodeTerm;
import lt.mokiniai.wsdl.intake.ProgrammeModule;
import lt.mokiniai.wsdl.intake.ProgrammeRecord;
import lt.mokiniai.wsdl.intake.Qualification;

/** Reads programmes from CSV; the identifier tells one from another. */
final class ProgrammeReader implements RecordReader<ProgrammeRecord> {

    private static final int PARTS_OF_A_CODE = 3;
    private static final int PARTS_OF_A_QUALIFICATION = 3;
    private static final int PARTS_OF_A_MODULE = 5;

    @Override
    public List<String> columns() {
        return List.of(
                "identifier",
                "codes",
                "nameLt",
                "nameEn",
                "family",
                "isced",
                "educationLevel",
                "volume",
                "qualifications",
                "modules",
                "registered",
                "deregistered",
                "changedOn");
    }

    @Override
    public Optional<ProgrammeRecord> read(CsvRow row, RecordFindings findings) {
        CsvValues values = new CsvValues(row, findings);
        ProgrammeRecord read = new ProgrammeRecord();
        values.text("identifier", read::setIdentifier);
        values.text("codes", present -> {});
        values.parts("codes", PARTS_OF_A_CODE, parts -> read.getCode().add(code(parts, values)));
        values.text("nameLt", read::setNameLt);
        values.text("nameEn", read::setNameEn);
        values.text("family", read::setFamily);
        values.mayText("isced", read::setIsced);
        values.mayText("educationLevel", read::setEducationLevel);
        values.mayText("volume", read::setVolume);
        values.parts(
                "qualifications",
                PARTS_OF_A_QUALIFICATION,
                parts -> read.getQualification().add(qualification(parts)));
        values.parts("modules", PARTS_OF_A_MODULE, parts -> read.getModule().add(module(parts, values)));
        values.day("registered", read::setRegistered);
        values.mayDay("deregistered", read::setDeregistered);
        values.mayDay("changedOn", read::setChangedOn);
        return values.whole(read);
    }

    private static ProgrammeCodeTerm code(List<String> parts, CsvValues values) {
        ProgrammeCodeTerm term = new ProgrammeCodeTerm();
        term.setStateCode(parts.get(0));
        values.dayOf(parts.get(1), "codes").ifPresent(term::setFrom);
        if (!parts.get(2).isEmpty()) {
            values.dayOf(parts.get(2), "codes").ifPresent(term::setTo);
        }
        return term;
    }

    private static Qualification qualification(List<String> parts) {
        Qualification qualification = new Qualification();
        qualification.setCode(parts.get(0));
        qualification.setNameLt(parts.get(1));
        qualification.setNameEn(parts.get(2));
        return qualification;
    }

    private static ProgrammeModule module(List<String> parts, CsvValues values) {
        ProgrammeModule module = new ProgrammeModule();
        module.setCode(parts.get(0));
        module.setNameLt(parts.get(1));
        module.setNameEn(parts.get(2));
        module.setKind(parts.get(3));
        values.numberOf(parts.get(4), "modules").ifPresent(module::setCredits);
        return module;
    }

    @Override
    public String key(ProgrammeRecord told) {
        return told.getIdentifier();
    }
}
