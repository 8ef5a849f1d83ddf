package lt.mokiniai.tools.sandbox.rehearsal;

import java.util.Optional;
import lt.mokiniai.kernel.faults.ExchangeError;

/** Where a true fault arises, and so a rehearsed one, in the order of an exchange. */
enum Place {
    /** Before anything of a message is read. */
    RECEIPT,
    /** When the signature was verified and the certificate is asked about. */
    REVOCATION,
    /** When a contract is looked for. */
    ADMISSION,
    /** When a message is counted. */
    MESSAGES,
    /** When the register works on the answer. */
    WORK,
    /** When the students of an answer are counted. */
    STUDENTS;

    /** Gives the place of a fault; nothing where it is not rehearsed. */
    static Optional<Place> of(ExchangeError error) {
        return switch (error) {
            case TOO_SLOW, OVERLOADED -> Optional.of(RECEIPT);
            case REVOCATION_UNKNOWN -> Optional.of(REVOCATION);
            case NO_CONTRACT -> Optional.of(ADMISSION);
            case MESSAGES_A_MINUTE, MESSAGES_A_DAY, REQUEST_SPENT -> Optional.of(MESSAGES);
            case INTERNAL, DATABASE -> Optional.of(WORK);
            case STUDENTS_A_MONTH, STUDENTS_A_MESSAGE -> Optional.of(STUDENTS);
            default -> isOfTheRegister(error) ? Optional.of(WORK) : Optional.empty();
        };
    }

    /** A rule of the register or of deliveries, or a warning: what an operation that writes finds out. */
    private static boolean isOfTheRegister(ExchangeError error) {
        return error.code().matches("MR-[567]..");
    }

    boolean has(ExchangeError error) {
        return of(error).filter(place -> place == this).isPresent();
    }

    /** Finds a fault that can be rehearsed by its code. */
    static Optional<ExchangeError> faultOf(String code) {
        return ExchangeError.of(code).filter(error -> of(error).isPresent());
    }
}
