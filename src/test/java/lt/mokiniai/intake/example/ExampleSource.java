package lt.mokiniai.intake.example;

import lt.mokiniai.intake.source.RecordMapper;
import lt.mokiniai.intake.source.RecordReader;
import lt.mokiniai.intake.source.SourceDescription;
import lt.mokiniai.intake.source.SourceRegister;

/** What the fifth register is. */
public final class ExampleSource implements SourceRegister<ExampleRecord> {

    static final String NAMESPACE = "http://mokiniai.lt/example/v1";

    private final RecordMapper<ExampleRecord> mapper;

    public ExampleSource(RecordMapper<ExampleRecord> mapper) {
        this.mapper = mapper;
    }

    @Override
    public SourceDescription<ExampleRecord> description() {
        return new SourceDescription<>(
                "examples", NAMESPACE, "deliverExamples", "example", ExampleRecord.class, "intake/example.xsd");
    }

    @Override
    public RecordReader<ExampleRecord> reader() {
        return new ExampleReader();
    }

    @Override
    public RecordMapper<ExampleRecord> mapper() {
        return mapper;
    }
}
