package lt.mokiniai.intake.pedagogues;

import java.util.List;
import java.util.Optional;
import lt.mokiniai.intake.source.CsvRow;
import lt.mokiniai.intake.source.RecordFindings;
import lt.mokiniai.intake.source.RecordReader;
import lt.mokiniai.intake.values.CsvValues;
import lt.mokiniai.wsdl.intake.PedagogueRecord;

/** Reads posts of pedagogues from CSV; the identifier of the post's record tells one from another. */
final class PedagogueReader implements RecordReader<PedagogueRecord> {

    @Override
    public List<String> columns() {
        return List.of(
                "identifier",
                "pedagogue",
                "userId",
                "givenName",
                "familyName",
                "institution",
                "post",
                "className",
                "from",
                "to");
    }

    @Override
    public Optional<PedagogueRecord> read(CsvRow row, RecordFindings findings) {
        CsvValues values = new CsvValues(row, findings);
        PedagogueRecord read = new PedagogueRecord();
        values.text("identifier", read::setIdentifier);
        values.text("pedagogue", read::setPedagogue);
        values.mayText("userId", read::setUserId);
        values.text("givenName", read::setGivenName);
        values.text("familyName", read::setFamilyName);
        values.institution("institution", read::setInstitution);
        values.text("post", read::setPost);
        values.mayText("className", read::setClassName);
        values.day("from", read::setFrom);
        values.mayDay("to", read::setTo);
        return values.whole(read);
    }

    @Override
    public String key(PedagogueRecord told) {
        return told.getIdentifier();
    }
}
