package lt.mokiniai.intake.pedagogues;

import lt.mokiniai.intake.source.RecordMapper;
import lt.mokiniai.intake.source.RecordReader;
import lt.mokiniai.intake.source.SourceDescription;
import lt.mokiniai.intake.source.SourceRegister;
import lt.mokiniai.wsdl.intake.PedagogueRecord;
import org.springframework.stereotype.Component;

/** The Register of Pedagogues. */
@Component
class PedagoguesSource implements SourceRegister<PedagogueRecord> {

    private static final SourceDescription<PedagogueRecord> DESCRIPTION = new SourceDescription<>(
            "pedagogues",
            "http://mokiniai.lt/intake/v1",
            "deliverPedagogues",
            "pedagogue",
            PedagogueRecord.class,
            "wsdl/intake/v1/intake.xsd");

    private final PedagogueMapper mapper;

    PedagoguesSource(PedagogueMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public SourceDescription<PedagogueRecord> description() {
        return DESCRIPTION;
    }

    @Override
    public RecordReader<PedagogueRecord> reader() {
        return new PedagogueReader();
    }

    @Override
    public RecordMapper<PedagogueRecord> mapper() {
        return mapper;
    }
}
