package lt.mokiniai.wire;

import lt.mokiniai.contract.Admission;
import lt.mokiniai.kernel.Refusal;

/**
 * Lets a failure that nobody can provoke at will be rehearsed where it would arise. Only a sandbox has one
 * (docs/decisions/0013-sandbox.md). Each method does nothing, or throws what would be thrown there.
 */
public interface Rehearsal {

    /**
     * When a message's signature was verified and its certificate is asked about.
     *
     * @throws Refusal {@code MR-212}
     */
    void ofRevocation();

    /**
     * When a contract is looked for.
     *
     * @throws Refusal {@code MR-301}
     */
    void ofAdmission();

    /**
     * When a message is counted.
     *
     * @throws Refusal {@code MR-307}, {@code MR-308} or {@code MR-311}
     */
    void ofMessages(Admission admission);

    /** When the register answers; what it throws is what a database or a mistake of ours would throw. */
    void ofWork();

    /**
     * When the pupils of an answer are counted.
     *
     * @throws Refusal {@code MR-309} or {@code MR-310}
     */
    void ofPupils(Admission admission);
}
