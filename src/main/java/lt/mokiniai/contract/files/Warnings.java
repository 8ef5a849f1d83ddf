package lt.mokiniai.contract.files;

import static lt.mokiniai.contract.files.ContractDocument.child;
import static lt.mokiniai.contract.files.ContractDocument.children;
import static lt.mokiniai.contract.files.ContractDocument.line;
import static lt.mokiniai.contract.files.ContractDocument.only;
import static lt.mokiniai.contract.files.ContractDocument.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import lt.mokiniai.contract.files.BrokenContracts.Problem;
import lt.mokiniai.contract.files.folder.FileSet;
import lt.mokiniai.contract.files.problem.ContractProblem;
import lt.mokiniai.contract.model.Contract;
import lt.mokiniai.contract.model.Grant;
import lt.mokiniai.contract.model.Term;
import lt.mokiniai.contract.schema.PublishedOperation.WayOfDelivery;
import lt.mokiniai.contract.schema.SchemaTree;
import lt.mokiniai.contract.signatures.SignatureVerifier;
import lt.mokiniai.kernel.Dates;
import lt.mokiniai.kernel.LegalEntityCode;
import lt.mokiniai.kernel.Quota;
import lt.mokiniai.kernel.XRoadId;
import org.w3c.dom.Element;

/** What is not wrong with sound contracts, but should be looked at before they are signed. */
public final class Warnings {

    /** The item that says the kind of a restriction. */
    private static final String RESTRICTION = "MR-6";

    private final LocalDate today;
    private final Optional<LegalEntityCode> register;
    private final List<XRoadId> known = new ArrayList<>();

    /**
     * Looks for warnings as they are on a day.
     *
     * @param register the institution of the register; empty where it is not known
     * @param subsystem the register's own, in whose case of letters instance and member class are written
     */
    public Warnings(LocalDate today, Optional<LegalEntityCode> register, Optional<XRoadId> subsystem) {
        this.today = today;
        this.register = register;
        subsystem.ifPresent(known::add);
    }

    /** Gives the warnings of a sound set, in the order of its contracts and their lines. */
    public List<Problem> of(List<Contract> contracts, FileSet files) {
        List<Problem> warnings = new ArrayList<>();
        for (Contract contract : contracts) {
            FileProblems found = new FileProblems(contract.file());
            Element root = ContractDocument.of(contract.file(), files.read(contract.file()))
                    .root();
            ofTheContract(contract, root, found);
            contract.grants().forEach(grant -> {
                ofAGrant(grant, found);
                ofRestrictions(contract, grant, found);
            });
            ofStudents(root, found);
            ofSigners(root, found);
            warnings.addAll(found.all());
        }
        return warnings;
    }

    private void ofTheContract(Contract contract, Element root, FileProblems found) {
        if (contract.term().on(today) == Term.State.ENDED) {
            found.add(line(root), ContractProblem.ENDED.of(contract.term().until()));
        }
        int line = line(only(root, "party"));
        if (register.map(LegalEntityCode::value)
                .equals(Optional.of(contract.party().code()))) {
            found.add(line, ContractProblem.OWN_PARTY.of(contract.party().code()));
        }
        XRoadId client = contract.party().client();
        known.stream()
                .flatMap(other -> inOtherCase(client, other).stream())
                .findFirst()
                .ifPresent(other -> found.add(line, ContractProblem.OTHER_CASE.of(client, other)));
        known.add(client);
    }

    /** Gives what another identifier writes in other letters, capitals or small: all of it, or its instance and class. */
    private static Optional<String> inOtherCase(XRoadId client, XRoadId other) {
        if (differ(client.toString(), other.toString())) {
            return Optional.of(other.toString());
        }
        String place = other.instance() + "/" + other.memberClass();
        return Optional.of(place).filter(its -> differ(client.instance() + "/" + client.memberClass(), its));
    }

    private static boolean differ(String one, String other) {
        return one.equalsIgnoreCase(other) && !one.equals(other);
    }

    private void ofAGrant(Grant grant, FileProblems found) {
        List<String> items = grant.shown().pseudonym() ? identifyingIndirectly(grant) : List.of();
        if (!items.isEmpty()) {
            found.add(grant.line(), ContractProblem.PSEUDONYM_BESIDE_INDIRECT.of(String.join(", ", items)));
        }
        grant.coverage()
                .reach()
                .since()
                .filter(since -> since.isAfter(today))
                .ifPresent(since -> found.add(grant.line(), ContractProblem.SINCE_AHEAD.of(since)));
        Quota quota = grant.delivery().quota();
        int minute = quota.messagesPerMinute().orElse(0);
        quota.messagesPerDay()
                .filter(day -> day < minute)
                .ifPresent(day -> found.add(grant.line(), ContractProblem.DAY_BELOW_MINUTE.of(day, minute)));
        int list = largestList(grant);
        quota.distinctStudentsPerMonth()
                .filter(month -> month < list)
                .ifPresent(month -> found.add(grant.line(), ContractProblem.MONTH_BELOW_LIST.of(month, list)));
    }

    /** Kinds that are not all lifted are told by what is left out, so that an act must name the item that says them. */
    private static void ofRestrictions(Contract contract, Grant grant, FileProblems found) {
        Set<String> lifted = new TreeSet<>(grant.coverage().restrictions());
        if (lifted.isEmpty()) {
            return;
        }
        if (leavesHandlingOut(grant)) {
            found.add(grant.line(), ContractProblem.RESTRICTION_WITHOUT_HANDLING.of(String.join(", ", lifted)));
        }
        boolean isNamed = Stream.of(
                        contract.statements().basisToProvide(),
                        contract.statements().basisToReceive())
                .flatMap(basis -> basis.acts().stream())
                .anyMatch(act -> act.names(RESTRICTION));
        if (!isNamed && !lifted.containsAll(ContractCodeLists.valuesOf("RESTRICTION"))) {
            found.add(grant.line(), ContractProblem.SOME_RESTRICTIONS.of(String.join(", ", lifted)));
        }
    }

    /** Tells whether an answer could say what must not be passed on, and may not. */
    private static boolean leavesHandlingOut(Grant grant) {
        List<String> shown = grant.answer().grantable();
        return grant.operation().answer().grantable().stream()
                .anyMatch(path -> path.endsWith("handling") && !shown.contains(path));
    }

    private static int largestList(Grant grant) {
        return grant.delivery().ways().contains(WayOfDelivery.BATCH)
                ? grant.delivery().largestBatch()
                : grant.delivery().quota().studentsPerMessage().orElse(1);
    }

    private static void ofStudents(Element root, FileProblems found) {
        Map<String, Integer> lines = new HashMap<>();
        child(root, "students").stream()
                .flatMap(named -> children(named, "registerId"))
                .forEach(student -> {
                    Integer before = lines.putIfAbsent(text(student), line(student));
                    if (before != null) {
                        found.add(line(student), ContractProblem.STUDENT_TWICE.of(before));
                    }
                });
    }

    /** What was signed stays signed; but whoever is to sign anew, or still, needs a certificate that is valid. */
    private void ofSigners(Element root, FileProblems found) {
        SignatureVerifier.verify(root)
                .forEach(signature -> signature
                        .certificate()
                        .map(certificate ->
                                LocalDate.ofInstant(certificate.getNotAfter().toInstant(), Dates.ZONE))
                        .filter(last -> last.isBefore(today))
                        .ifPresent(last -> found.add(signature.line(), ContractProblem.SIGNER_EXPIRED.of(last))));
    }

    /**
     * Gives the note that a newer edition of the data items would grant a contract more.
     *
     * @param addedLt what it would add, in Lithuanian
     * @param addedEn the same in English
     */
    public static Problem ofNewerEdition(Contract contract, int edition, String addedLt, String addedEn) {
        return new Problem(
                contract.file(),
                1,
                ContractProblem.NEWER_EDITION_ADDS.of(String.valueOf(edition)).meaning(addedLt, addedEn));
    }

    /** What is shown, and what may be asked by: whoever finds one student by a birth date has the student's pseudonym. */
    private static List<String> identifyingIndirectly(Grant grant) {
        SchemaTree answer = grant.answer();
        SchemaTree request = grant.request();
        return Stream.concat(
                        answer.grantable().stream().filter(in(answer)),
                        grant.request().grantable().stream().filter(in(request)))
                .toList();
    }

    private static Predicate<String> in(SchemaTree message) {
        return path -> message.at(path).map(SchemaTree::identifiesIndirectly).orElse(false);
    }
}
