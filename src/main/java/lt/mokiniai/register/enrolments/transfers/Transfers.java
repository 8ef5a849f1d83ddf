package lt.mokiniai.register.enrolments.transfers;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lt.mokiniai.kernel.InstitutionCode;
import lt.mokiniai.register.enrolments.facts.EnrolmentFact;
import lt.mokiniai.register.enrolments.facts.RegisteredEnrolment;
import org.springframework.stereotype.Repository;

/** The rows of transfers, in the transaction of whoever calls; and what a transfer gave up when it was recorded. */
@Repository
class Transfers {

    private final EntityManager entities;

    Transfers(EntityManager entities) {
        this.entities = entities;
    }

    void add(Transfer transfer) {
        entities.persist(transfer);
    }

    /** Gives a transfer by its identifier. */
    Optional<Transfer> find(String transferId) {
        return entities
                .createQuery("select t from Transfer t where t.transferId = :id", Transfer.class)
                .setParameter("id", transferId)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** Gives the transfer that a task is about, or was about last. */
    Transfer ofTask(String taskId) {
        return entities.createQuery("select t from Transfer t where t.lastTask = :task", Transfer.class)
                .setParameter("task", taskId)
                .getSingleResult();
    }

    /** Gives the transfers that some tasks were opened for first. */
    List<Transfer> askedBy(List<String> taskIds) {
        return entities.createQuery("select t from Transfer t where t.firstTask in :tasks", Transfer.class)
                .setParameter("tasks", taskIds)
                .getResultList();
    }

    /** Tells whether a transfer of a student waits for somebody. */
    boolean isWaiting(long student) {
        return entities.createQuery(
                                "select count(t) from Transfer t where t.personId = :student and t.state in :waiting",
                                Long.class)
                        .setParameter("student", student)
                        .setParameter("waiting", List.of(TransferState.WAITING, TransferState.OBJECTED))
                        .getSingleResult()
                > 0;
    }

    /** Reads a transfer anew, which another message may have changed until the row of its student was locked. */
    void refresh(Transfer transfer) {
        entities.refresh(transfer);
    }

    /**
     * What of an enrolment does not change.
     *
     * @param programme its state code
     */
    record Place(String enrolmentId, InstitutionCode institution, String programme) {}

    /** Gives what of an enrolment does not change, by its internal number. */
    Place place(long enrolment) {
        return entities
                .createQuery(
                        "select e.registerId, e.institution, e.programme from RegisteredEnrolment e where e.id = :id",
                        Object[].class)
                .setParameter("id", enrolment)
                .getResultList()
                .stream()
                .map(row -> new Place((String) row[0], (InstitutionCode) row[1], (String) row[2]))
                .findFirst()
                .orElseThrow();
    }

    /** Gives the internal number of an enrolment of a student by its identifier, which a merged record may have had too. */
    long number(String enrolmentId, long person) {
        return entities.createQuery(
                        "select e.id from RegisteredEnrolment e where e.registerId = :id and e.person.id = :person",
                        Long.class)
                .setParameter("id", enrolmentId)
                .setParameter("person", person)
                .getSingleResult();
    }

    /** Tells whether a student has, or had, a Lithuanian personal code. */
    boolean hasCode(long person) {
        return entities.createQuery(
                                "select count(i) from PersonIdentity i where i.person.id = :person"
                                        + " and i.believedUntil is null and i.personalCode is not null",
                                Long.class)
                        .setParameter("person", person)
                        .getSingleResult()
                > 0;
    }

    /** Tells whether an enrolment went over to another record of a student, or came from one. */
    boolean wentOver(long enrolment) {
        return entities.createQuery(
                                "select count(o) from RegisteredEnrolment o, RegisteredEnrolment e"
                                        + " where e.id = :id and o.registerId = e.registerId and o.id <> e.id",
                                Long.class)
                        .setParameter("id", enrolment)
                        .getSingleResult()
                > 0;
    }

    /** Gives the register id of a student by the internal number. */
    String registerId(long person) {
        return entities.createQuery("select p.registerId from Person p where p.id = :id", String.class)
                .setParameter("id", person)
                .getSingleResult();
    }

    /** Gives what was given up of an enrolment at a time, in the order of its days. */
    <F extends EnrolmentFact> List<F> givenUp(Class<F> kind, RegisteredEnrolment enrolment, Instant time) {
        return entities.createQuery(
                        "select f from " + kind.getSimpleName()
                                + " f where f.registeredEnrolment = :enrolment and f.believedUntil = :time"
                                + " order by f.validFrom",
                        kind)
                .setParameter("enrolment", enrolment)
                .setParameter("time", time)
                .getResultList();
    }
}
