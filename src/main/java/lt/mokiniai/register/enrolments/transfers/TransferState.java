package lt.mokiniai.register.enrolments.transfers;

/** What became of a transfer (code list TRANSFER_STATE). */
enum TransferState {
    /** The former school may confirm it or object. */
    WAITING,
    /** The former school objected; who answers for it decides. */
    OBJECTED,
    /** It was confirmed, by somebody or by silence, and is recorded. */
    DONE,
    /** Who answers for the former school decided against it. */
    REFUSED,
    /** It was confirmed, but a rule of the register did not allow it any more. */
    FAILED,
    /** The new school took it back while it waited. */
    WITHDRAWN,
    /** The new school struck it after it was confirmed: it never was. */
    STRUCK
}
