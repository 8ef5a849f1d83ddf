package lt.mokiniai.intake.institutions;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import lt.mokiniai.intake.source.HeldRow;
import lt.mokiniai.intake.source.RecordFindings;
import lt.mokiniai.intake.source.RecordMapper;
import lt.mokiniai.intake.source.Recording;
import lt.mokiniai.kernel.InstitutionCode;
import lt.mokiniai.register.enrolments.closing.ClosedSchools;
import lt.mokiniai.register.reference.Institutions;
import lt.mokiniai.register.reference.facts.FactTable;
import lt.mokiniai.register.reference.facts.FactWriting;
import lt.mokiniai.register.reference.facts.Told;
import lt.mokiniai.wsdl.intake.InstitutionRecord;
import lt.mokiniai.wsdl.types.Institution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Records what the register of institutions tells. Who is enrolled where it tells a last day is listed as tasks. */
@Component
class InstitutionMapper implements RecordMapper<InstitutionRecord> {

    private final InstitutionRules rules;
    private final Institutions institutions;
    private final ClosedSchools closed;

    InstitutionMapper(InstitutionRules rules, Institutions institutions, ClosedSchools closed) {
        this.rules = rules;
        this.institutions = institutions;
        this.closed = closed;
    }

    @Override
    public void check(InstitutionRecord told, RecordFindings findings) {
        rules.check(told, findings);
    }

    @Override
    public boolean apply(InstitutionRecord told, Recording recording) {
        InstitutionCode institution = code(told.getInstitution());
        institutions.hold(institution.value());
        listStudents(told, institution, recording);
        return institutions.record(
                institution.value(),
                told(told),
                told.getFormerCode().stream().map(Institution::getCode).toList(),
                told.getChangedOn(),
                new FactWriting(recording::knownFrom, recording.provenance(), recording.receivedOn()));
    }

    /** Before it is recorded: there may be thousands, and what is recorded is to be known soon after it was announced. */
    private void listStudents(InstitutionRecord told, InstitutionCode institution, Recording recording) {
        @Nullable
        LocalDate before = institutions
                .find(institution.value())
                .map(Institutions.Known::deregistered)
                .orElse(null);
        LocalDate end = told.getDeregistered();
        // What who answers for it told stands where its register tells no end.
        boolean isTakenBack = before != null
                && (end == null ? institutions.isClosedBySource(institution.value()) : !end.equals(before));
        if (isTakenBack) {
            closed.takeBack(institution, recording.provenance());
        }
        if (end != null && !Objects.equals(end, before)) {
            closed.list(
                    institution,
                    end,
                    Optional.ofNullable(told.getSuccessor()).map(InstitutionMapper::code),
                    recording.provenance());
        }
    }

    @Override
    public Optional<HeldRow> ends(InstitutionRecord told) {
        return Optional.ofNullable(told.getDeregistered())
                .flatMap(end -> institutions.find(told.getInstitution().getCode()))
                .filter(known -> known.deregistered() == null)
                .map(known -> held(told.getInstitution().getCode()));
    }

    @Override
    public void held(Consumer<HeldRow> each) {
        institutions.open(code -> each.accept(held(code)));
    }

    private static HeldRow held(String code) {
        return new HeldRow(code, Optional.of(code));
    }

    private static Told told(InstitutionRecord told) {
        return Told.of(FactTable.INSTITUTION)
                .with("name", told.getName())
                .with("institution_type", told.getType())
                .with("founder_kind", told.getFounderKind())
                .with("founder_municipality", told.getFounderMunicipality())
                .with("parent_code", codeOf(told.getParent()))
                .with("municipality", told.getMunicipality())
                .with("county", told.getCounty())
                .with("address", told.getAddress())
                .with("registered", told.getRegistered())
                .with("deregistered", told.getDeregistered())
                .with("successor", codeOf(told.getSuccessor()));
    }

    private static InstitutionCode code(Institution told) {
        return InstitutionCode.of(told.getCode());
    }

    private static @Nullable String codeOf(@Nullable Institution told) {
        return told == null ? null : told.getCode();
    }
}
