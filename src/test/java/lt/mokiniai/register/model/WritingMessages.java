package lt.mokiniai.register.model;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import lt.mokiniai.register.bench.Bench.ServiceCall;
import lt.mokiniai.register.model.WritingModel.TermTold;
import lt.mokiniai.wsdl.enrolments.ChangeEnrolment;
import lt.mokiniai.wsdl.enrolments.ChangeEnrolmentResponse;
import lt.mokiniai.wsdl.enrolments.CorrectEnrolment;
import lt.mokiniai.wsdl.enrolments.CorrectEnrolmentResponse;
import lt.mokiniai.wsdl.enrolments.EnrolStudent;
import lt.mokiniai.wsdl.enrolments.EnrolStudentResponse;
import lt.mokiniai.wsdl.enrolments.InterruptEnrolment;
import lt.mokiniai.wsdl.enrolments.InterruptEnrolmentResponse;
import lt.mokiniai.wsdl.enrolments.InterruptionCorrection;
import lt.mokiniai.wsdl.enrolments.ResumeEnrolment;
import lt.mokiniai.wsdl.enrolments.ResumeEnrolmentResponse;
import lt.mokiniai.wsdl.enrolments.StageContent;
import lt.mokiniai.wsdl.enrolments.StageCorrection;
import lt.mokiniai.wsdl.enrolments.TermCorrection;
import lt.mokiniai.wsdl.enrolments.WithdrawStudent;
import lt.mokiniai.wsdl.enrolments.WithdrawStudentResponse;
import lt.mokiniai.wsdl.types.Movement;
import lt.mokiniai.wsdl.types.PersonSelector;

/**
 * The messages that write an enrolment. Every warning is overruled.
 *
 * @param version the one that the sender saw
 */
record WritingMessages(String enrolmentId, String version) {

    private static final List<String> WARNINGS = List.of("MR-601", "MR-602", "MR-603", "MR-604", "MR-605");

    /** What an answer says of the enrolment. */
    record Answer(String enrolmentId, String version) {}

    static ServiceCall<Answer> enrol(
            PersonSelector student,
            String school,
            String programme,
            LocalDate from,
            LocalDate expectedEnd,
            Told first) {
        EnrolStudent request = new EnrolStudent();
        request.setPerson(student);
        EnrolStudent.Institution institution = new EnrolStudent.Institution();
        institution.setKind("LEGAL_ENTITY");
        institution.setCode(school);
        request.setInstitution(institution);
        request.setProgramme(programme);
        request.setEnrolledFrom(from);
        request.setExpectedEnd(expectedEnd);
        request.setStage(content(first));
        request.getOverrule().addAll(WARNINGS);
        return service -> {
            EnrolStudentResponse answer = service.enrolStudent(request);
            return new Answer(answer.getEnrolmentId(), answer.getVersion());
        };
    }

    private static StageContent content(Told told) {
        StageContent content = new StageContent();
        content.setClassLevel(told.level());
        content.setLanguage(told.language());
        return content;
    }

    ServiceCall<Answer> change(LocalDate from, Told told) {
        ChangeEnrolment request = new ChangeEnrolment();
        request.setEnrolmentId(enrolmentId);
        request.setVersion(version);
        request.setFrom(from);
        request.setStage(content(told));
        request.getOverrule().addAll(WARNINGS);
        return service -> {
            ChangeEnrolmentResponse answer = service.changeEnrolment(request);
            return new Answer(answer.getEnrolmentId(), answer.getVersion());
        };
    }

    ServiceCall<Answer> interrupt(LocalDate from, LocalDate to, String reason) {
        InterruptEnrolment request = new InterruptEnrolment();
        request.setEnrolmentId(enrolmentId);
        request.setVersion(version);
        request.setFrom(from);
        request.setTo(to);
        request.setReason(reason);
        request.getOverrule().addAll(WARNINGS);
        return service -> {
            InterruptEnrolmentResponse answer = service.interruptEnrolment(request);
            return new Answer(answer.getEnrolmentId(), answer.getVersion());
        };
    }

    ServiceCall<Answer> resume(LocalDate day) {
        ResumeEnrolment request = new ResumeEnrolment();
        request.setEnrolmentId(enrolmentId);
        request.setVersion(version);
        request.setResumedFrom(day);
        request.getOverrule().addAll(WARNINGS);
        return service -> {
            ResumeEnrolmentResponse answer = service.resumeEnrolment(request);
            return new Answer(answer.getEnrolmentId(), answer.getVersion());
        };
    }

    ServiceCall<Answer> withdraw(LocalDate last, String reason) {
        WithdrawStudent request = new WithdrawStudent();
        request.setEnrolmentId(enrolmentId);
        request.setVersion(version);
        request.setEnrolledTo(last);
        request.setReason(reason);
        request.getOverrule().addAll(WARNINGS);
        return service -> {
            WithdrawStudentResponse answer = service.withdrawStudent(request);
            return new Answer(answer.getEnrolmentId(), answer.getVersion());
        };
    }

    ServiceCall<Answer> strike() {
        return corrects(request -> request.setNeverWas(true));
    }

    ServiceCall<Answer> correctTerm(TermTold told) {
        TermCorrection term = new TermCorrection();
        term.setEnrolledFrom(told.from());
        term.setEnrolledTo(told.to());
        term.setStillEnrolled(told.goesOn() ? true : null);
        term.setExpectedEnd(told.expectedEnd());
        if (told.reason() != null) {
            term.setMovement(new Movement());
            term.getMovement().setReason(told.reason());
        }
        return corrects(request -> {
            request.setTerm(term);
            if (told.clearsEnd()) {
                request.getClear().add("term/expectedEnd");
            }
        });
    }

    ServiceCall<Answer> correctStage(LocalDate begins, LocalDate from, Told told) {
        StageCorrection stage = new StageCorrection();
        stage.setBegins(begins);
        stage.setFrom(from);
        stage.setContent(told.isNothing() ? null : content(told));
        return corrects(request -> request.setStage(stage));
    }

    ServiceCall<Answer> strikeStage(LocalDate begins) {
        StageCorrection stage = new StageCorrection();
        stage.setBegins(begins);
        stage.setNeverWas(true);
        return corrects(request -> request.setStage(stage));
    }

    ServiceCall<Answer> correctInterruption(
            LocalDate begins, LocalDate from, LocalDate to, boolean goesOn, String reason) {
        InterruptionCorrection interruption = new InterruptionCorrection();
        interruption.setBegins(begins);
        interruption.setFrom(from);
        interruption.setTo(to);
        interruption.setStillInterrupted(goesOn ? true : null);
        interruption.setReason(reason);
        return corrects(request -> request.setInterruption(interruption));
    }

    ServiceCall<Answer> strikeInterruption(LocalDate begins) {
        InterruptionCorrection interruption = new InterruptionCorrection();
        interruption.setBegins(begins);
        interruption.setNeverWas(true);
        return corrects(request -> request.setInterruption(interruption));
    }

    private ServiceCall<Answer> corrects(Consumer<CorrectEnrolment> more) {
        CorrectEnrolment request = new CorrectEnrolment();
        request.setEnrolmentId(enrolmentId);
        request.setVersion(version);
        request.setReason("MISTAKE");
        more.accept(request);
        request.getOverrule().addAll(WARNINGS);
        return service -> {
            CorrectEnrolmentResponse answer = service.correctEnrolment(request);
            return new Answer(answer.getEnrolmentId(), answer.getVersion());
        };
    }
}
