package lt.mokiniai.intake.licences;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import lt.mokiniai.intake.source.HeldRow;
import lt.mokiniai.intake.source.RecordFindings;
import lt.mokiniai.intake.source.RecordMapper;
import lt.mokiniai.intake.source.Recording;
import lt.mokiniai.intake.values.RecordValues;
import lt.mokiniai.register.enrolments.closing.UnlicensedEnrolments;
import lt.mokiniai.register.reference.Licences;
import lt.mokiniai.register.reference.Licences.Holder;
import lt.mokiniai.register.reference.Licences.ToldLicence;
import lt.mokiniai.register.reference.Programmes;
import lt.mokiniai.register.reference.facts.FactWriting;
import lt.mokiniai.wsdl.intake.LicenceRecord;
import org.springframework.stereotype.Component;

/** Records licences. Who goes on to learn without one is listed as tasks. */
@Component
class LicenceMapper implements RecordMapper<LicenceRecord> {

    private static final String VOCATIONAL = "VOCATIONAL";

    private final RecordValues values;
    private final Programmes programmes;
    private final Licences licences;
    private final UnlicensedEnrolments unlicensed;

    LicenceMapper(RecordValues values, Programmes programmes, Licences licences, UnlicensedEnrolments unlicensed) {
        this.values = values;
        this.programmes = programmes;
        this.licences = licences;
        this.unlicensed = unlicensed;
    }

    @Override
    public void check(LicenceRecord told, RecordFindings findings) {
        values.order(told.getFrom(), told.getTo(), "to", findings);
        values.known(told.getInstitution(), "institution", findings)
                .filter(holder -> !findings.isEarly() && !holder.isOpen(told.getFrom()))
                .ifPresent(closed -> findings.add(LicenceProblem.INSTITUTION_NOT_OPEN, "from"));
        Optional<String> family = programmes.family(told.getProgramme());
        if (family.isEmpty() && !findings.isEarly()) {
            findings.add(LicenceProblem.UNKNOWN_PROGRAMME, "programme");
        }
        family.filter(other -> !other.equals(VOCATIONAL))
                .ifPresent(other -> findings.add(LicenceProblem.NOT_VOCATIONAL, "programme"));
    }

    @Override
    public boolean apply(LicenceRecord told, Recording recording) {
        Set<Holder> changed = licences.record(
                licence(told), new FactWriting(recording::knownFrom, recording.provenance(), recording.receivedOn()));
        changed.stream()
                .sorted(Comparator.comparing(Holder::institution))
                .forEach(holder -> unlicensed.list(holder.institution(), holder.programme(), recording.provenance()));
        return !changed.isEmpty();
    }

    @Override
    public Optional<HeldRow> ends(LicenceRecord told) {
        ToldLicence licence = licence(told);
        return Optional.ofNullable(told.getTo())
                .filter(end -> licences.isKnown(licence.key()))
                .filter(end -> licences.lastDay(licence.key())
                        .filter(before -> !end.isBefore(before))
                        .isEmpty())
                .map(end -> held(licence.key(), licence.holder()));
    }

    @Override
    public void held(Consumer<HeldRow> each) {
        licences.inForce(licence -> each.accept(held(licence.key(), licence.holder())));
    }

    private static HeldRow held(String key, Holder holder) {
        return new HeldRow(key, Optional.of(holder.institution()));
    }

    static ToldLicence licence(LicenceRecord told) {
        return new ToldLicence(
                told.getNumber(),
                new Holder(told.getInstitution().getCode(), told.getProgramme()),
                told.getFrom(),
                told.getTo());
    }
}
