package lt.mokiniai.intake.programmes;

import java.util.Optional;
import java.util.function.Consumer;
import lt.mokiniai.intake.source.HeldRow;
import lt.mokiniai.intake.source.RecordFindings;
import lt.mokiniai.intake.source.RecordMapper;
import lt.mokiniai.intake.source.Recording;
import lt.mokiniai.register.reference.Programmes;
import lt.mokiniai.register.reference.Programmes.ToldProgramme;
import lt.mokiniai.register.reference.facts.FactTable;
import lt.mokiniai.register.reference.facts.FactWriting;
import lt.mokiniai.register.reference.facts.Told;
import lt.mokiniai.wsdl.intake.ProgrammeModule;
import lt.mokiniai.wsdl.intake.ProgrammeRecord;
import lt.mokiniai.wsdl.intake.Qualification;
import org.springframework.stereotype.Component;

/** Records what the register of programmes tells. */
@Component
class ProgrammeMapper implements RecordMapper<ProgrammeRecord> {

    private final ProgrammeRules rules;
    private final Programmes programmes;

    ProgrammeMapper(ProgrammeRules rules, Programmes programmes) {
        this.rules = rules;
        this.programmes = programmes;
    }

    @Override
    public void check(ProgrammeRecord told, RecordFindings findings) {
        rules.check(told, findings);
    }

    @Override
    public boolean apply(ProgrammeRecord told, Recording recording) {
        return programmes.record(
                told.getIdentifier(),
                new ToldProgramme(
                        programme(told),
                        told.getCode().stream()
                                .map(code -> Programmes.code(code.getStateCode(), code.getFrom(), code.getTo()))
                                .toList(),
                        told.getModule().stream().map(ProgrammeMapper::module).toList(),
                        told.getQualification().stream()
                                .map(ProgrammeMapper::qualification)
                                .toList()),
                told.getChangedOn(),
                new FactWriting(recording::knownFrom, recording.provenance(), recording.receivedOn()));
    }

    @Override
    public Optional<HeldRow> ends(ProgrammeRecord told) {
        return Optional.ofNullable(told.getDeregistered())
                .flatMap(end -> programmes.find(told.getIdentifier()))
                .filter(before -> before.day("deregistered") == null)
                .map(before -> held(told.getIdentifier()));
    }

    @Override
    public void held(Consumer<HeldRow> each) {
        programmes.registered(identifier -> each.accept(held(identifier)));
    }

    private static HeldRow held(String identifier) {
        return new HeldRow(identifier, Optional.empty());
    }

    private static Told programme(ProgrammeRecord told) {
        return Told.of(FactTable.PROGRAMME)
                .with("name_lt", told.getNameLt())
                .with("name_en", told.getNameEn())
                .with("family", told.getFamily())
                .with("isced", told.getIsced())
                .with("education_level", told.getEducationLevel())
                .with("volume", told.getVolume())
                .with("registered", told.getRegistered())
                .with("deregistered", told.getDeregistered());
    }

    private static Told module(ProgrammeModule told) {
        return Told.of(FactTable.MODULE)
                .with("code", told.getCode())
                .with("name_lt", told.getNameLt())
                .with("name_en", told.getNameEn())
                .with("kind", told.getKind())
                .with("credits", told.getCredits());
    }

    private static Told qualification(Qualification told) {
        return Told.of(FactTable.QUALIFICATION)
                .with("code", told.getCode())
                .with("name_lt", told.getNameLt())
                .with("name_en", told.getNameEn());
    }
}
