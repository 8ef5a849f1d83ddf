package lt.mokiniai.intake.licences;

import lt.mokiniai.intake.source.RecordMapper;
import lt.mokiniai.intake.source.RecordReader;
import lt.mokiniai.intake.source.SourceDescription;
import lt.mokiniai.intake.source.SourceRegister;
import lt.mokiniai.wsdl.intake.LicenceRecord;
import org.springframework.stereotype.Component;

/** The Register of Licences. */
@Component
class LicencesSource implements SourceRegister<LicenceRecord> {

    private static final SourceDescription<LicenceRecord> DESCRIPTION = new SourceDescription<>(
            "licences",
            "http://mokiniai.lt/intake/v1",
            "deliverLicences",
            "licence",
            LicenceRecord.class,
            "wsdl/intake/v1/intake.xsd");

    private final LicenceMapper mapper;

    LicencesSource(LicenceMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public SourceDescription<LicenceRecord> description() {
        return DESCRIPTION;
    }

    @Override
    public RecordReader<LicenceRecord> reader() {
        return new LicenceReader();
    }

    @Override
    public RecordMapper<LicenceRecord> mapper() {
        return mapper;
    }
}
