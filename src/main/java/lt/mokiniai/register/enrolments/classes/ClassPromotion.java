package lt.mokiniai.register.enrolments.classes;

import jakarta.xml.bind.JAXB;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import lt.mokiniai.kernel.InstitutionCode;
import lt.mokiniai.kernel.digests.Digest;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.faults.Problem;
import lt.mokiniai.kernel.faults.Stage;
import lt.mokiniai.kernel.scope.Scope;
import lt.mokiniai.register.enrolments.WritableEnrolments;
import lt.mokiniai.register.enrolments.WritableEnrolments.Writable;
import lt.mokiniai.register.enrolments.classes.EntryWork.Listed;
import lt.mokiniai.register.reference.CodeLists;
import lt.mokiniai.wsdl.enrolments.ClassEntry;
import lt.mokiniai.wsdl.enrolments.ClassEntryOutcome;
import lt.mokiniai.wsdl.enrolments.PromoteClass;
import lt.mokiniai.wsdl.enrolments.PromoteClassResponse;
import org.springframework.stereotype.Component;

/**
 * Takes a class, or other students, into the next school year: each entry is a part of the exchange, and what came of it is kept
 * in that part. So a list that was broken off is sent again as it was, and nothing of it is done twice.
 */
@Component
public class ClassPromotion {

    private final WritableEnrolments writable;
    private final ClassBatches batches;
    private final EntryWork work;

    ClassPromotion(WritableEnrolments writable, ClassBatches batches, EntryWork work) {
        this.writable = writable;
        this.batches = batches;
        this.work = work;
    }

    /**
     * Does what is left of a list, and tells what came of all of it.
     *
     * @throws ExchangeException {@code MR-501} when the scope may not write at the institution, {@code MR-566} when an
     *     enrolment is named twice, {@code MR-581} when the list was sent with other content; {@code MR-580} when it was broken
     *     off
     */
    public PromoteClassResponse of(PromoteClass request, Scope scope) {
        boolean isPreview = Boolean.TRUE.equals(request.isPreview());
        // Whether it is a preview is no content.
        request.setPreview(null);
        InstitutionCode institution = CodeLists.institution(
                request.getInstitution().getKind(), request.getInstitution().getCode(), "institution");
        if (!writable.includes(institution.value(), scope)) {
            throw WritableEnrolments.unknown("institution");
        }
        Map<String, Writable> found = found(request, institution, scope);
        ClassBatches.Named named = new ClassBatches.Named(institution.value(), request.getBatchId(), digest(request));
        Optional<Long> batch = isPreview
                ? batches.find(named)
                : Optional.of(batches.open(named, scope.writing().provenance().receipt()));
        Map<Integer, KeptEntry> told = batch.map(batches::told).orElse(Map.of());
        scope.parts().begin();

        PromoteClassResponse response = new PromoteClassResponse();
        response.setBatchId(request.getBatchId());
        response.setPreview(isPreview ? true : null);
        for (int i = 0; i < request.getEntry().size(); i++) {
            ClassEntry entry = request.getEntry().get(i);
            Listed listed = new Listed(request, entry, i + 1, found.get(entry.getEnrolmentId()));
            KeptEntry kept = told.get(listed.ordinal());
            if (kept == null) {
                kept = isPreview ? seen(listed, scope) : done(batch.orElseThrow(), listed, scope);
            }
            ClassEntryOutcome outcome = kept.told();
            if (listed.found() == null) {
                // Nobody was disclosed: the answer names no enrolment that the scope may not write.
                outcome.setEnrolmentId(null);
            }
            response.getResult().add(outcome);
        }
        return response;
    }

    /** Finds the enrolments of the institution that entries name. Their students are disclosed: an outcome tells of them. */
    private Map<String, Writable> found(PromoteClass request, InstitutionCode institution, Scope scope) {
        List<String> named =
                request.getEntry().stream().map(ClassEntry::getEnrolmentId).toList();
        Set<String> once = new HashSet<>();
        List<Problem> again = IntStream.range(0, named.size())
                .filter(i -> !once.add(named.get(i)))
                .mapToObj(i -> Problem.at("entry[" + (i + 1) + "]/enrolmentId", ExchangeError.NAMED_TWICE))
                .toList();
        if (!again.isEmpty()) {
            throw ExchangeException.ofAll(again);
        }
        Map<String, Writable> found = new HashMap<>(writable.findAll(once, scope));
        found.values().removeIf(each -> !each.institution().equals(institution.value()));
        found.values().forEach(each -> scope.discloses(each.student()));
        return found;
    }

    /** Does an entry, unless another message of the same list was faster. What breaks a rule is undone, and then kept. */
    private KeptEntry done(long batch, Listed entry, Scope scope) {
        String digest = digest(entry.told());
        String receipt = scope.writing().provenance().receipt();
        try {
            return part(batch, entry, digest, receipt, scope, () -> work.on(entry, scope));
        } catch (ExchangeException refusal) {
            KeptEntry refused = refused(entry, refusal);
            return part(batch, entry, digest, receipt, scope, () -> refused);
        }
    }

    private KeptEntry part(
            long batch, Listed entry, String digest, String receipt, Scope scope, Supplier<KeptEntry> what) {
        return scope.parts().done(() -> {
            batches.hold(batch);
            return batches.told(batch, entry.ordinal()).orElseGet(() -> {
                KeptEntry kept = what.get();
                batches.keep(batch, entry.ordinal(), digest, receipt, kept);
                return kept;
            });
        });
    }

    private KeptEntry seen(Listed entry, Scope scope) {
        try {
            return scope.parts().undone(() -> work.on(entry, scope)).undone();
        } catch (ExchangeException refusal) {
            return refused(entry, refusal);
        }
    }

    /** @throws ExchangeException when it is not the entry that is refused */
    private static KeptEntry refused(Listed entry, ExchangeException refusal) {
        if (!refusal.error().stage().equals(Optional.of(Stage.VALUES))) {
            throw refusal;
        }
        return KeptEntry.refused(entry.told().getEnrolmentId(), refusal, entry.paths());
    }

    /** SHA-256 of what a part of a message says, in whichever way it was written. */
    private static String digest(Object told) {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        JAXB.marshal(told, written);
        return Digest.sha256(written.toByteArray());
    }
}
