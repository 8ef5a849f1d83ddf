package lt.mokiniai.intake.institutions;

import lt.mokiniai.intake.source.RecordMapper;
import lt.mokiniai.intake.source.RecordReader;
import lt.mokiniai.intake.source.SourceDescription;
import lt.mokiniai.intake.source.SourceRegister;
import lt.mokiniai.wsdl.intake.InstitutionRecord;
import org.springframework.stereotype.Component;

/** The Register of Education and Science Institutions. */
@Component
class InstitutionsSource implements SourceRegister<InstitutionRecord> {

    private static final SourceDescription<InstitutionRecord> DESCRIPTION = new SourceDescription<>(
            "institutions",
            "http://mokiniai.lt/intake/v1",
            "deliverInstitutions",
            "institution",
            InstitutionRecord.class,
            "wsdl/intake/v1/intake.xsd");

    private final InstitutionMapper mapper;

    InstitutionsSource(InstitutionMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public SourceDescription<InstitutionRecord> description() {
        return DESCRIPTION;
    }

    @Override
    public RecordReader<InstitutionRecord> reader() {
        return new InstitutionReader();
    }

    @Override
    public RecordMapper<InstitutionRecord> mapper() {
        return mapper;
    }
}
