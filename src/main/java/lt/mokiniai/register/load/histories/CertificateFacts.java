package lt.mokiniai.register.load.histories;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import lt.mokiniai.kernel.InstitutionCode;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.register.certificates.facts.CertificateForm;
import lt.mokiniai.register.certificates.facts.CertificateHolder;
import lt.mokiniai.register.certificates.facts.CheckResult;
import lt.mokiniai.register.certificates.facts.IssueNumber;
import lt.mokiniai.register.certificates.facts.Issuer;
import lt.mokiniai.register.certificates.facts.LinkedCertificate;
import lt.mokiniai.register.certificates.facts.ModuleResult;
import lt.mokiniai.register.certificates.facts.RegisteredCertificate;
import lt.mokiniai.register.certificates.facts.StateOfCertificate;
import lt.mokiniai.register.certificates.facts.SubjectResult;
import lt.mokiniai.register.form.FormRecord;
import lt.mokiniai.register.form.LoadProblem;
import lt.mokiniai.register.form.RecordKind;
import lt.mokiniai.register.history.Findings;
import lt.mokiniai.register.history.Term;
import lt.mokiniai.register.students.facts.PersonName;
import org.jspecify.annotations.Nullable;

/** The certificates of a student and their states, by their records. */
final class CertificateFacts {

    private final StudentFrame student;
    private final Map<String, Loaded> certificates = new LinkedHashMap<>();

    CertificateFacts(StudentFrame student) {
        this.student = student;
    }

    private record Loaded(FormRecord record, RegisteredCertificate certificate, Instant recorded) {}

    /** Adds all of them. */
    void add() {
        student.records(RecordKind.CERTIFICATE).forEach(this::certificate);
        each(RecordKind.CERTIFICATE_SUBJECT, this::subject);
        each(RecordKind.CERTIFICATE_MODULE, this::module);
        each(RecordKind.CERTIFICATE_CHECK, this::check);
        each(RecordKind.CERTIFICATE_LINK, this::link);
        states();
    }

    private void certificate(FormRecord record) {
        MessageTypes.look(record, student.findings());
        LocalDate issued = record.date("issueDate");
        code(record, "CERTIFICATE_KIND", issued, "kind");
        code(record, "CERTIFICATE_FORM", issued, "formCode");
        code(record, "EDUCATION_LEVEL", issued, "educationLevel");
        Findings findings = student.findings().of(record);
        student.rules().values().day(findings, issued, "issueDate");
        LocalDate born = Objects.requireNonNull(record.date("birthDate"));
        findings.requires(issued == null || !issued.isBefore(born), "issueDate", ExchangeError.BEFORE_BIRTH);
        student.rules().identities().name(findings, record.required("givenNames"), "givenNames");
        student.rules().identities().name(findings, record.required("familyName"), "familyName");
        Optional<Instant> recorded = student.times().recorded(record, student.findings());
        boolean isKnown = student.rules().areKnown(student.findings(), record);
        boolean isNumbered = isNumbered(record, issued);
        if (!isKnown || !isNumbered || recorded.isEmpty()) {
            student.isLacking();
            return;
        }
        RegisteredCertificate certificate = new RegisteredCertificate(
                student.person(),
                new CertificateForm(record.required("kind"), record.text("formCode"), record.text("educationLevel")),
                issued == null
                        ? null
                        : new IssueNumber(
                                record.text("series"),
                                record.text("documentNumber"),
                                record.text("registrationNumber"),
                                issued),
                new Issuer(
                        InstitutionCode.of(record.required("institution")),
                        record.required("programme"),
                        record.text("approvedBy")),
                new CertificateHolder(
                        new PersonName(record.required("givenNames"), record.required("familyName")), born));
        languages(record, issued).forEach(certificate::in);
        Loaded before =
                certificates.put(record.required("certificate"), new Loaded(record, certificate, recorded.get()));
        if (before != null) {
            student.findings().tell(record, "certificate", LoadProblem.KEY_OF_ANOTHER);
        }
        student.chronicle().at(recorded.get(), history -> history.adds(certificate));
    }

    /**
     * What is issued has a number, and nothing else has one: up to 2023-04-30 that of a form, or of the register of diplomas, and
     * since then the latter alone (docs/register.md, 'Certificate').
     */
    private boolean isNumbered(FormRecord record, @Nullable LocalDate issued) {
        List<String> ofForm = Stream.of("series", "documentNumber")
                .filter(column -> record.text(column) != null)
                .toList();
        boolean isRegistered = record.text("registrationNumber") != null;
        if (issued == null) {
            return numbered(record, ofForm.isEmpty() && !isRegistered, "issueDate", LoadProblem.NUMBER_OF_CERTIFICATE);
        }
        if (issued.isBefore(IssueNumber.DIGITAL_SINCE)) {
            boolean isOnPaper = ofForm.size() == 2;
            return numbered(
                    record,
                    isOnPaper || (isRegistered && ofForm.isEmpty()),
                    "registrationNumber",
                    LoadProblem.NUMBER_OF_CERTIFICATE);
        }
        boolean isDigital = numbered(record, isRegistered, "registrationNumber", LoadProblem.NUMBER_OF_CERTIFICATE);
        for (String column : List.of("formCode", "series", "documentNumber")) {
            isDigital &= numbered(record, record.text(column) == null, column, LoadProblem.FORM_OF_DIGITAL);
        }
        return isDigital;
    }

    private boolean numbered(FormRecord record, boolean isRight, String column, LoadProblem problem) {
        if (!isRight) {
            student.findings().tell(record, column, problem);
        }
        return isRight;
    }

    private List<String> languages(FormRecord record, @Nullable LocalDate day) {
        String told = record.text("languages");
        List<String> languages = told == null ? List.of() : List.of(told.split(" "));
        languages.forEach(language -> student.rules()
                .values()
                .code(
                        student.findings().of(record),
                        "LANGUAGE",
                        language,
                        day == null ? student.rules().values().today() : day,
                        "languages"));
        return languages;
    }

    /** Parts stand in the order of their places. */
    private void each(RecordKind kind, BiConsumer<FormRecord, Loaded> part) {
        Map<String, Set<Integer>> places = new LinkedHashMap<>();
        List<FormRecord> records = new ArrayList<>(student.records(kind));
        records.sort(Comparator.comparing(record -> Objects.requireNonNull(record.number("place"))));
        for (FormRecord record : records) {
            MessageTypes.look(record, student.findings());
            boolean isFree = places.computeIfAbsent(record.required("certificate"), key -> new HashSet<>())
                    .add(Objects.requireNonNull(record.number("place")));
            if (!isFree) {
                student.findings().tell(record, "place", LoadProblem.KEY_OF_ANOTHER);
            }
            owner(record).ifPresent(owner -> part.accept(record, owner));
        }
    }

    private Optional<Loaded> owner(FormRecord record) {
        return named(record, "certificate");
    }

    /** The certificate that a column names; where there is none that is told. */
    private Optional<Loaded> named(FormRecord record, String column) {
        Loaded owner = certificates.get(record.required(column));
        if (owner == null) {
            student.lacks(record, column, RecordKind.CERTIFICATE);
        }
        return Optional.ofNullable(owner);
    }

    private void subject(FormRecord record, Loaded of) {
        LocalDate day = of.record.date("issueDate");
        code(record, "SUBJECT", day, "code");
        code(record, "COURSE", day, "course");
        code(record, "PASS_FAIL", day, "passFail");
        of.certificate.with(new SubjectResult(
                record.required("code"),
                record.required("name"),
                record.text("course"),
                record.text("grade"),
                record.text("exam"),
                record.text("passFail")));
    }

    private void module(FormRecord record, Loaded of) {
        code(record, "PASS_FAIL", of.record.date("issueDate"), "passFail");
        if (!student.rules().isModule(record.required("programme"), record.required("code"))) {
            student.findings().tell(record, "code", LoadProblem.UNKNOWN_REFERENCE);
        }
        of.certificate.with(new ModuleResult(
                record.required("programme"), record.required("code"), record.text("grade"), record.text("passFail")));
    }

    private void check(FormRecord record, Loaded of) {
        LocalDate day = of.record.date("issueDate");
        code(record, "CHECK_KIND", day, "kind");
        code(record, "SUBJECT", day, "code");
        of.certificate.with(new CheckResult(
                record.required("kind"),
                record.required("code"),
                record.number("score"),
                Objects.requireNonNull(record.number("year"))));
    }

    private void link(FormRecord record, Loaded of) {
        code(record, "CERTIFICATE_LINK", of.record.date("issueDate"), "kind");
        named(record, "other").ifPresent(other -> {
            if (other.certificate == of.certificate || other.recorded.isAfter(of.recorded)) {
                student.findings().tell(record, "other", LoadProblem.KEY_OF_ANOTHER);
            } else {
                of.certificate.with(new LinkedCertificate(record.required("kind"), other.certificate));
            }
        });
    }

    private void states() {
        Set<String> stated = new HashSet<>();
        for (FormRecord record : student.records(RecordKind.CERTIFICATE_STATE)) {
            stated.add(record.required("certificate"));
            owner(record).ifPresent(of -> {
                if (RecordTimes.recorded(record).isBefore(of.recorded)) {
                    student.findings().tell(record, "recordedAt", LoadProblem.RECORDED_TOO_EARLY);
                }
                student.add(record, term -> {
                    code(record, "CERTIFICATE_STATE", term.from(), "state");
                    issue(record, term, of.record);
                    return Optional.of(new StateOfCertificate(of.certificate, record.required("state")));
                });
            });
        }
        student.records(RecordKind.CERTIFICATE).stream()
                .filter(record -> !stated.contains(record.required("certificate")))
                .forEach(record -> student.findings().tell(record, null, LoadProblem.NO_STATE));
    }

    /** A certificate is out in the world from the day of its issue on, and not before. */
    private void issue(FormRecord state, Term term, FormRecord certificate) {
        boolean isOutside = StateOfCertificate.OUTSIDE.contains(state.required("state"));
        LocalDate issued = certificate.date("issueDate");
        if (issued == null) {
            numbered(certificate, !isOutside, "issueDate", LoadProblem.NUMBER_OF_CERTIFICATE);
            return;
        }
        boolean isRight = isOutside
                ? !term.from().isBefore(issued)
                : term.to() != null && term.to().isBefore(issued);
        numbered(state, isRight, "state", LoadProblem.STATE_OF_ISSUE);
    }

    private void code(FormRecord record, String list, @Nullable LocalDate day, String column) {
        student.rules().code(student.findings(), record, list, day, column);
    }
}
