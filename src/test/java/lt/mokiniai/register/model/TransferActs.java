package lt.mokiniai.register.model;

import static lt.mokiniai.register.bench.Asking.by;
import static lt.mokiniai.register.bench.SettableClock.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import lt.mokiniai.register.bench.Reference;
import lt.mokiniai.wsdl.enrolments.StageContent;
import lt.mokiniai.wsdl.enrolments.TransferStudent;
import lt.mokiniai.wsdl.enrolments.TransferStudentResponse;
import lt.mokiniai.wsdl.enrolments.WithdrawTransfer;
import lt.mokiniai.wsdl.enrolments.WithdrawTransferResponse;

/** What a new school asks about students of others, and takes back. */
final class TransferActs {

    private static final List<String> WARNINGS = List.of("MR-601", "MR-602", "MR-603", "MR-604", "MR-605");

    private final Compared register;
    private final TransferModel model;

    TransferActs(Compared register, TransferModel model) {
        this.register = register;
        this.model = model;
    }

    Act<?> ask(Chance chance) {
        Study asked = new Study(chance.of(register.model.persons).number, chance.school(), Programme.BASIC);
        LocalDate from = chance.day(register.model.today());
        Told first = chance.told();
        return new Act<TransferStudentResponse>(
                "ask for student " + asked.student + " from " + from + " at " + asked.school,
                // Asked for again, it is another enrolment.
                () -> model.ask(asked.copy(), from, first),
                () -> {
                    register.bench().within(Compared.school(asked.school));
                    return register.bench().write(service -> service.transferStudent(request(asked, from, first)));
                },
                answer -> {
                    List<Transfer> all = register.model.transfers;
                    List<Task> tasks = register.model.tasks;
                    register.transfers.put(all.get(all.size() - 1), answer.getTransferId());
                    assertThat(answer.getEnrolledFrom()).isEqualTo(from);
                    assertThat(answer.getDueOn()).isEqualTo(tasks.get(tasks.size() - 1).dueOn);
                });
    }

    private TransferStudent request(Study asked, LocalDate from, Told first) {
        TransferStudent request = new TransferStudent();
        request.setPerson(by(register.students.get(asked.student)));
        TransferStudent.Institution institution = new TransferStudent.Institution();
        institution.setKind("LEGAL_ENTITY");
        institution.setCode(asked.school);
        request.setInstitution(institution);
        request.setProgramme(Reference.BASIC);
        request.setEnrolledFrom(from);
        TransferStudent.LearningContract contract = new TransferStudent.LearningContract();
        contract.setNumber("S-1");
        contract.setDate(TODAY);
        request.setLearningContract(contract);
        StageContent stage = new StageContent();
        stage.setClassLevel(first.level());
        stage.setLanguage(first.language());
        request.setStage(stage);
        request.getOverrule().addAll(WARNINGS);
        return request;
    }

    /** What a school wrote of its enrolment since it ended is the matter of the rules. */
    Optional<Act<?>> takeBack(Chance chance) {
        return chance.any(register.model.transfers)
                .filter(transfer -> transfer.state != Transfer.State.DONE || transfer.isFormerAsItWasLeft())
                .map(transfer -> new Act<WithdrawTransferResponse>(
                        "take back " + transfer.state,
                        () -> model.takeBack(transfer),
                        () -> {
                            register.bench().within(Compared.school(transfer.asked.school));
                            return register.bench().write(service -> {
                                WithdrawTransfer request = new WithdrawTransfer();
                                request.setTransferId(register.transfers.get(transfer));
                                request.setReason("MISTAKE");
                                return service.withdrawTransfer(request);
                            });
                        },
                        answer -> assertThat(answer.getState()).isEqualTo(transfer.state.name())));
    }
}
