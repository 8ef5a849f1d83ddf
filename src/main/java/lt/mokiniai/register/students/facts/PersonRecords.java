package lt.mokiniai.register.students.facts;

import lt.mokiniai.register.history.History;

/**
 * What other modules record of a person. Whoever records of persons says what becomes of it when one is struck, who never was.
 */
public interface PersonRecords {

    /**
     * Strikes what is recorded of a person; where it says that somebody is there, that is told to the history as a rule that is
     * broken.
     *
     * @param institution the code of the one that asks for it
     */
    void strike(History history, String institution);
}
