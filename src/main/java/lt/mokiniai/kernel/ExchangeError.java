package lt.mokiniai.kernel;

import org.jspecify.annotations.Nullable;

/**
 * The catalogue of refusals: a stable code, whose fault it is, and whether sending the same message again makes sense. What
 * is wrong and what the sender can do stand in the bundles of {@link Messages}, as {@code MR-203.message} and
 * {@code MR-203.remedy}. {@code docs/faults.md} is generated from both.
 */
public enum ExchangeError {
    // MR-1xx: the message
    NOT_XML(101),
    NOT_SOAP(102),
    SCHEMA(103),
    LIMIT(104),
    PROTOCOL_VERSION(105),
    XROAD_HEADER(106),
    OPERATION_MISMATCH(107),
    UNKNOWN_OPERATION(108),
    HTTP(109),
    FOREIGN_HEADER(110),
    NOT_THIS_REGISTER(111),
    TOO_SLOW(112),
    // MR-2xx: the signature
    NOT_SIGNED(201),
    SIGNATURE_INVALID(202),
    BODY_NOT_COVERED(203),
    HEADER_NOT_COVERED(204),
    TIMESTAMP_NOT_COVERED(205),
    TIMESTAMP_EXPIRED(206),
    TIMESTAMP_AHEAD(207),
    ALGORITHM(208),
    CERTIFICATE_NOT_TRUSTED(209),
    CERTIFICATE_REVOKED(210),
    CERTIFICATE_EXPIRED(211),
    REVOCATION_UNKNOWN(212),
    CERTIFICATE_OF_NO_PARTY(213),
    CLIENT_IS_NOT_THE_SIGNER(214),
    REPLAYED(215),
    SIGNATURE_SHAPE(216),
    // MR-3xx: the contract
    NO_CONTRACT(301),
    CONTRACT_NOT_IN_FORCE(302),
    OPERATION_NOT_GRANTED(303),
    USER_ID_MISSING(304),
    ISSUE_MISSING(305),
    NOT_TO_BE_ASKED(306),
    MESSAGES_A_MINUTE(307),
    MESSAGES_A_DAY(308),
    STUDENTS_A_MONTH(309),
    STUDENTS_A_MESSAGE(310),
    REQUEST_SPENT(311),
    // MR-4xx: the request
    PERSONAL_CODE(401),
    UNKNOWN_CODE(402),
    INSTITUTION_CODE(403),
    OUT_OF_DEPTH(404),
    BATCH_TOO_LARGE(405),
    PAGE_TOKEN(406),
    PERIOD(407),
    KNOWN_AT_AHEAD(408),
    // MR-9xx: ours
    INTERNAL(901),
    DATABASE(902),
    OVERLOADED(903);

    private final int number;

    ExchangeError(int number) {
        this.number = number;
    }

    /** The stable code, {@code MR-203}. */
    public String code() {
        return "MR-" + number;
    }

    /** Whether the fault is ours (SOAP {@code Server}) rather than the sender's ({@code Client}). */
    public boolean isOurs() {
        return number >= 900 || this == REVOCATION_UNKNOWN;
    }

    /** Whether sending the same message again makes sense: our troubles pass, and so does a minute or a slow line. */
    public boolean retryable() {
        return isOurs() || this == MESSAGES_A_MINUTE || this == TOO_SLOW;
    }

    /**
     * Whether a message that is refused so has used its id up: it was accepted, and the reason stays what it is however
     * often it is sent. An id is not used up by a message that was refused before it was accepted (signature, party and
     * headers), nor by one whose work was undone for a reason that passes. It does not depend on what the fault advises.
     */
    public boolean usesIdUp() {
        return switch (this) {
            case SCHEMA -> true;
            case MESSAGES_A_MINUTE -> false;
            default -> number >= 300 && number < 900;
        };
    }

    /** What is wrong. {@code {0}} stands for the particulars. */
    public Text message() {
        return Messages.unfilled(code() + ".message");
    }

    /** What the sender can do. */
    public Text remedy() {
        return Messages.text(code() + ".remedy");
    }

    /** The text in Lithuanian. */
    public String messageLt(@Nullable String particulars) {
        return Messages.filled(message(), particulars == null ? "–" : particulars)
                .lt();
    }

    /** The text in English. */
    public String messageEn(@Nullable String particulars) {
        return Messages.filled(message(), particulars == null ? "–" : particulars)
                .en();
    }
}
