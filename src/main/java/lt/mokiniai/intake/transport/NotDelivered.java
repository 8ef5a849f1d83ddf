package lt.mokiniai.intake.transport;

import lt.mokiniai.register.form.Finding;

/** A file or the answer of a source was not taken; the finding says why and repeats nothing of a record. */
public final class NotDelivered extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Finding finding;

    /** @param finding why not */
    public NotDelivered(Finding finding) {
        super(finding.code() + ": " + finding.text().en());
        this.finding = finding;
    }

    /** Gives the same with the failure behind it, for the log of the operator only. */
    public NotDelivered because(Throwable cause) {
        initCause(cause);
        return this;
    }

    /** Why not. */
    public Finding finding() {
        return finding;
    }
}
