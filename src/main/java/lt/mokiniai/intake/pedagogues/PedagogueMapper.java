package lt.mokiniai.intake.pedagogues;

import static lt.mokiniai.intake.values.RecordValues.requires;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import lt.mokiniai.intake.source.HeldRow;
import lt.mokiniai.intake.source.RecordFindings;
import lt.mokiniai.intake.source.RecordMapper;
import lt.mokiniai.intake.source.Recording;
import lt.mokiniai.intake.values.RecordValues;
import lt.mokiniai.kernel.PersonalCode;
import lt.mokiniai.register.reference.Pedagogues;
import lt.mokiniai.register.reference.facts.FactTable;
import lt.mokiniai.register.reference.facts.FactWriting;
import lt.mokiniai.register.reference.facts.Span;
import lt.mokiniai.register.reference.facts.Told;
import lt.mokiniai.wsdl.intake.PedagogueRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Records posts of pedagogues: who leads an institution on a day follows from them. */
@Component
class PedagogueMapper implements RecordMapper<PedagogueRecord> {

    /** Posts that one pedagogue at a time holds at an institution. */
    private static final Set<String> SINGLE = Set.of(Pedagogues.HEAD, Pedagogues.ACTING_HEAD);

    private final RecordValues values;
    private final Pedagogues pedagogues;

    PedagogueMapper(RecordValues values, Pedagogues pedagogues) {
        this.values = values;
        this.pedagogues = pedagogues;
    }

    @Override
    public void check(PedagogueRecord told, RecordFindings findings) {
        requires(!PersonalCode.isValid(told.getIdentifier()), PedagogueProblem.PERSONAL_CODE, "identifier", findings);
        requires(!PersonalCode.isValid(told.getPedagogue()), PedagogueProblem.PERSONAL_CODE, "pedagogue", findings);
        values.code("PEDAGOGUE_POST", told.getPost(), told.getTo(), "post", findings);
        values.order(told.getFrom(), told.getTo(), "to", findings);
        requires(
                Pedagogues.CLASS_TEACHER.equals(told.getPost()) == (told.getClassName() != null),
                PedagogueProblem.CLASS_NAME,
                "className",
                findings);
        values.known(told.getInstitution(), "institution", findings)
                .filter(institution -> !findings.isEarly() && !institution.isOpen(told.getFrom()))
                .ifPresent(closed -> findings.add(PedagogueProblem.INSTITUTION_NOT_OPEN, "from"));
        pedagogues
                .find(told.getIdentifier())
                .filter(before -> !isSamePost(before, told))
                .ifPresent(before -> findings.add(PedagogueProblem.OTHER_POST, "identifier"));
        boolean hasEnded = told.getTo() != null && told.getTo().isBefore(told.getFrom());
        if (!findings.isEarly() && !hasEnded && SINGLE.contains(told.getPost()) && isHeldByAnother(told)) {
            findings.add(PedagogueProblem.SECOND_HEAD, "post");
        }
    }

    private static boolean isSamePost(Span before, PedagogueRecord told) {
        Told known = Told.as(FactTable.POST, before);
        return told.getPedagogue().equals(known.text("pedagogue"))
                && told.getInstitution().getCode().equals(known.text("institution"))
                && told.getPost().equals(known.text("post"));
    }

    private boolean isHeldByAnother(PedagogueRecord told) {
        return pedagogues.isHeldByAnother(
                told.getIdentifier(), told.getInstitution().getCode(), told.getPost(), told.getFrom(), told.getTo());
    }

    @Override
    public boolean apply(PedagogueRecord told, Recording recording) {
        return pedagogues.record(
                told.getIdentifier(),
                told(told),
                told.getFrom(),
                told.getTo(),
                new FactWriting(recording::knownFrom, recording.provenance(), recording.receivedOn()));
    }

    @Override
    public Optional<HeldRow> ends(PedagogueRecord told) {
        return Optional.ofNullable(told.getTo())
                .flatMap(end -> pedagogues.find(told.getIdentifier()).filter(before -> isEarlier(end, before.to())))
                .map(before -> held(told.getIdentifier(), told.getInstitution().getCode()));
    }

    private static boolean isEarlier(LocalDate end, @Nullable LocalDate before) {
        return before == null || end.isBefore(before);
    }

    @Override
    public void held(Consumer<HeldRow> each) {
        pedagogues.inForce(post -> each.accept(held(post.identifier(), post.institution())));
    }

    private static HeldRow held(String identifier, String institution) {
        return new HeldRow(identifier, Optional.of(institution));
    }

    private static Told told(PedagogueRecord told) {
        return Told.of(FactTable.POST)
                .with("pedagogue", told.getPedagogue())
                .with("user_id", told.getUserId())
                .with("given_name", told.getGivenName())
                .with("family_name", told.getFamilyName())
                .with("institution", told.getInstitution().getCode())
                .with("post", told.getPost())
                .with("class_name", told.getClassName());
    }
}
