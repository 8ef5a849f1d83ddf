package lt.mokiniai.register.enrolments.transfers;

import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.register.history.History;
import lt.mokiniai.register.students.facts.PersonRecords;
import org.springframework.stereotype.Component;

/**
 * Whom another school has asked for is somebody: they are not struck while that waits. What it asked for would else begin later,
 * of a person who is not there.
 */
@Component
class AskedForPersons implements PersonRecords {

    private final Transfers transfers;

    AskedForPersons(Transfers transfers) {
        this.transfers = transfers;
    }

    @Override
    public void strike(History history, String institution) {
        history.requires(
                !transfers.isWaiting(history.person().number()), "registerId", ExchangeError.PERSON_KNOWN_ELSEWHERE);
    }
}
