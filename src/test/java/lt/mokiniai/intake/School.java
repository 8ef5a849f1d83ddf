package lt.mokiniai.intake;

import static lt.mokiniai.register.bench.EnrolmentBuilder.at;
import static lt.mokiniai.register.bench.PersonBuilder.aPerson;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import lt.mokiniai.kernel.scope.Provenance;
import lt.mokiniai.register.bench.EnrolmentBuilder;
import lt.mokiniai.register.bench.ScopeBuilder;
import lt.mokiniai.register.bench.SettableClock;
import lt.mokiniai.register.bench.SettableScope;
import lt.mokiniai.register.history.HistoryStore;
import lt.mokiniai.register.reference.Institutions;
import lt.mokiniai.wsdl.tasks.DecideTask;
import lt.mokiniai.wsdl.tasks.Tasks;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Students, and what waits for a decision about them. */
record School(
        HistoryStore store,
        Tasks tasks,
        SettableScope scope,
        SettableClock clock,
        PlatformTransactionManager transactions,
        JdbcTemplate jdbc) {

    /** Enrols a student, and gives the identifier of the enrolment. */
    String enrols(String institution, String programme, LocalDate from, LocalDate to) {
        EnrolmentBuilder enrolment = at(institution).programme(programme).from(from);
        if (to != null) {
            enrolment.to(to);
        }
        new TransactionTemplate(transactions)
                .executeWithoutResult(status ->
                        store.load(List.of(aPerson().studying(enrolment).chronicle())));
        return enrolment.enrolmentId();
    }

    /** It is noon of a day. */
    void isOn(LocalDate day) {
        clock.set(SettableClock.noon(day));
    }

    /** Gives all tasks: kind, who decides, institution, other institution, day, state. */
    List<String> all() {
        return jdbc.query(
                "SELECT kind, decider, institution, other_institution, subject_day, state FROM task ORDER BY id",
                (row, number) -> String.join(
                        " ",
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        String.valueOf(row.getString(4)),
                        row.getObject(5, LocalDate.class).toString(),
                        row.getString(6)));
    }

    /** Has the agency decide the only task that is open. */
    void decides(String decision, LocalDate day) {
        DecideTask request = new DecideTask();
        request.setTaskId(jdbc.queryForObject("SELECT task_id FROM task WHERE state = 'OPEN'", String.class));
        request.setDecision(decision);
        request.setReason("OTHER");
        request.setDay(day);
        scope.set(ScopeBuilder.everything().actingFor("190000022", true).build());
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            try {
                tasks.decideTask(request);
            } catch (Exception refused) {
                throw new IllegalStateException(refused);
            }
        });
    }

    /** Has who answers for an institution close it. */
    void closes(Institutions institutions, String institution, LocalDate lastDay) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> institutions.close(
                        institution,
                        lastDay,
                        null,
                        new Provenance(
                                "r-2", "enrolments/v1/closeInstitution", "190000022", "190000022", Optional.empty())));
    }

    /** Gives the last day of an enrolment, as is believed; empty where there is none. */
    Optional<LocalDate> lastDay(String enrolmentId) {
        return jdbc.query(
                        "SELECT t.valid_to FROM enrolment e JOIN enrolment_term t ON t.enrolment_id = e.id"
                                + " AND t.believed_until IS NULL WHERE e.register_id = ?",
                        (row, number) -> Optional.ofNullable(row.getObject(1, LocalDate.class)),
                        enrolmentId)
                .get(0);
    }

    /** Gives the programme of an enrolment. */
    String programme(String enrolmentId) {
        return jdbc.queryForObject("SELECT programme FROM enrolment WHERE register_id = ?", String.class, enrolmentId);
    }
}
