package lt.mokiniai.intake.programmes;

import lt.mokiniai.intake.source.RecordMapper;
import lt.mokiniai.intake.source.RecordReader;
import lt.mokiniai.intake.source.SourceDescription;
import lt.mokiniai.intake.source.SourceRegister;
import lt.mokiniai.wsdl.intake.ProgrammeRecord;
import org.springframework.stereotype.Component;

/** The Register of Study Programmes, Training Programmes and Qualifications. */
@Component
class ProgrammesSource implements SourceRegister<ProgrammeRecord> {

    private static final SourceDescription<ProgrammeRecord> DESCRIPTION = new SourceDescription<>(
            "programmes",
            "http://mokiniai.lt/intake/v1",
            "deliverProgrammes",
            "programme",
            ProgrammeRecord.class,
            "wsdl/intake/v1/intake.xsd");

    private final ProgrammeMapper mapper;

    ProgrammesSource(ProgrammeMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public SourceDescription<ProgrammeRecord> description() {
        return DESCRIPTION;
    }

    @Override
    public RecordReader<ProgrammeRecord> reader() {
        return new ProgrammeReader();
    }

    @Override
    public RecordMapper<ProgrammeRecord> mapper() {
        return mapper;
    }
}
