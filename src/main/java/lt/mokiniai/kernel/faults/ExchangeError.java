package lt.mokiniai.kernel.faults;

import java.util.Arrays;
import java.util.Optional;
import lt.mokiniai.kernel.texts.Messages;
import lt.mokiniai.kernel.texts.Text;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue of refusals: a stable code, the check that gives it, whose fault it is, and whether sending the same message again makes sense. What
 * is wrong and what the sender can do stand in the bundles of {@link Messages}, as {@code MR-203.message} and
 * {@code MR-203.remedy}. {@code docs/faults.md} is generated from both.
 */
public enum ExchangeError {
    // MR-1xx: the message
    NOT_XML(101, Stage.MESSAGE),
    NOT_SOAP(102, Stage.MESSAGE),
    SCHEMA(103, Stage.SCHEMA),
    LIMIT(104, Stage.MESSAGE),
    PROTOCOL_VERSION(105, Stage.XROAD),
    XROAD_HEADER(106, Stage.XROAD),
    OPERATION_MISMATCH(107, Stage.OPERATION),
    UNKNOWN_OPERATION(108, Stage.OPERATION),
    HTTP(109, Stage.TRANSPORT),
    FOREIGN_HEADER(110, Stage.MESSAGE),
    NOT_THIS_REGISTER(111, Stage.REGISTER),
    TOO_SLOW(112, Stage.TRANSPORT),
    // MR-2xx: the signature
    NOT_SIGNED(201, Stage.SIGNATURE),
    SIGNATURE_INVALID(202, Stage.SIGNATURE),
    BODY_NOT_COVERED(203, Stage.SIGNATURE),
    HEADER_NOT_COVERED(204, Stage.SIGNATURE),
    TIMESTAMP_NOT_COVERED(205, Stage.SIGNATURE),
    TIMESTAMP_EXPIRED(206, Stage.SIGNATURE),
    TIMESTAMP_AHEAD(207, Stage.SIGNATURE),
    ALGORITHM(208, Stage.SIGNATURE),
    CERTIFICATE_NOT_TRUSTED(209, Stage.CERTIFICATE),
    CERTIFICATE_REVOKED(210, Stage.CERTIFICATE),
    CERTIFICATE_EXPIRED(211, Stage.CERTIFICATE),
    REVOCATION_UNKNOWN(212, Stage.CERTIFICATE),
    CERTIFICATE_OF_NO_PARTY(213, Stage.PARTY),
    CLIENT_IS_NOT_THE_SIGNER(214, Stage.CLIENT),
    REPLAYED(215, Stage.REPLAY),
    SIGNATURE_SHAPE(216, Stage.SIGNATURE),
    // MR-3xx: the contract
    NO_CONTRACT(301, Stage.CONTRACT),
    CONTRACT_NOT_IN_FORCE(302, Stage.CONTRACT),
    OPERATION_NOT_GRANTED(303, Stage.GRANT),
    USER_ID_MISSING(304, Stage.HEADERS),
    ISSUE_MISSING(305, Stage.HEADERS),
    NOT_TO_BE_ASKED(306, Stage.ASKS),
    MESSAGES_A_MINUTE(307, Stage.QUOTA),
    MESSAGES_A_DAY(308, Stage.QUOTA),
    STUDENTS_A_MONTH(309, Stage.STUDENTS),
    STUDENTS_A_MESSAGE(310, Stage.STUDENTS),
    REQUEST_SPENT(311, Stage.QUOTA),
    NOT_TO_BE_SET(312, Stage.ASKS),
    NOT_REPRESENTED(320, Stage.CONTRACT),
    OPERATION_NOT_REPRESENTED(321, Stage.GRANT),
    // MR-4xx: the request
    PERSONAL_CODE(401, Stage.VALUES),
    UNKNOWN_CODE(402, Stage.VALUES),
    INSTITUTION_CODE(403, Stage.VALUES),
    OUT_OF_DEPTH(404, Stage.DEPTH),
    BATCH_TOO_LARGE(405, Stage.DELIVERY),
    PAGE_TOKEN(406, Stage.VALUES),
    PERIOD(407, Stage.VALUES),
    KNOWN_AT_AHEAD(408, Stage.DEPTH),
    DATE_OUT_OF_RANGE(409, Stage.SCHEMA),
    // MR-5xx: the register
    NOT_WRITABLE(501, Stage.VALUES),
    VERSION_CONFLICT(502, Stage.VALUES),
    OUTSIDE_ENROLMENT(503, Stage.VALUES),
    INTERRUPTIONS_OVERLAP(504, Stage.VALUES),
    NOT_INTERRUPTED(505, Stage.VALUES),
    ENDS_BEFORE_BEGINNING(506, Stage.VALUES),
    NO_SUCH_PART(507, Stage.VALUES),
    FIRST_STAGE(508, Stage.VALUES),
    STAGE_CANNOT_MOVE(509, Stage.VALUES),
    ALREADY_ENDED(510, Stage.VALUES),
    TOO_FAR_AHEAD(511, Stage.VALUES),
    INSTITUTION_NOT_OPEN(512, Stage.VALUES),
    PROGRAMME_NOT_REGISTERED(513, Stage.VALUES),
    NO_LICENCE(514, Stage.VALUES),
    LEVEL_OF_PROGRAMME(515, Stage.VALUES),
    GYMNASIUM_LABEL(516, Stage.VALUES),
    ENROLMENTS_OVERLAP(517, Stage.VALUES),
    UNKNOWN_VERSION(518, Stage.VALUES),
    TEXT_TOO_LONG(519, Stage.VALUES),
    LEAVING_OF_AN_END(520, Stage.VALUES),
    NOTHING_TOLD(521, Stage.VALUES),
    NO_WARNING(522, Stage.VALUES),
    TOLD_AND_CLEARED(523, Stage.VALUES),
    NOT_CLEARABLE(524, Stage.VALUES),
    CERTIFICATE_RELIES(525, Stage.VALUES),
    TEXT_NOT_IN_ONE_LINE(526, Stage.VALUES),
    ITEM_OF_ANOTHER(530, Stage.VALUES),
    OTHER_PARTICULARS(531, Stage.VALUES),
    BIRTH_DATE_OF_CODE(532, Stage.VALUES),
    SEX_OF_CODE(533, Stage.VALUES),
    LETTERS_OF_NAME(534, Stage.VALUES),
    CODE_OF_ANOTHER(535, Stage.VALUES),
    INCOMPLETE(536, Stage.VALUES),
    BORN_AHEAD(537, Stage.VALUES),
    BEFORE_BIRTH(538, Stage.VALUES),
    TOLD_TWICE(539, Stage.VALUES),
    REASON_MISSING(540, Stage.VALUES),
    TASK_DECIDED(541, Stage.VALUES),
    TASK_TERM_OVER(542, Stage.VALUES),
    NO_SUCH_DECISION(543, Stage.VALUES),
    DECISION_WITHOUT_REASON(544, Stage.VALUES),
    CLOSED_OTHERWISE(550, Stage.VALUES),
    NO_SUCCESSOR(551, Stage.VALUES),
    PERSON_KNOWN_ELSEWHERE(552, Stage.VALUES),
    STILL_ENROLLED(553, Stage.VALUES),
    REMOVAL_ASKED(554, Stage.VALUES),
    SCALE_OF_ASSESSMENT(560, Stage.VALUES),
    SUBJECT_OF_ASSESSMENT(561, Stage.VALUES),
    DECIDED_OUTSIDE_SCHOOL_YEAR(562, Stage.VALUES),
    CLASS_LEVEL_OF_RESULT(563, Stage.VALUES),
    MODULE_OF_PROGRAMME(564, Stage.VALUES),
    RESULT_RECORDED(565, Stage.VALUES),
    NAMED_TWICE(566, Stage.VALUES),
    NO_SUCH_RESULT(567, Stage.VALUES),
    RESULTS_RELY(568, Stage.VALUES),
    NOT_DECIDED_YET(569, Stage.VALUES),
    ALREADY_AT_THE_SCHOOL(570, Stage.VALUES),
    NOTHING_TO_TRANSFER(571, Stage.VALUES),
    TRANSFER_WAITS(572, Stage.VALUES),
    TRANSFER_OVER(573, Stage.VALUES),
    BROKEN_OFF(580, null),
    BATCH_OF_OTHER_CONTENT(581, Stage.VALUES),
    CLASS_TOLD(582, Stage.VALUES),
    LEVEL_OF_ENTRY(583, Stage.VALUES),
    SAME_PROGRAMME(584, Stage.VALUES),
    SAME_RECORD(590, Stage.VALUES),
    MERGED_ALREADY(591, Stage.VALUES),
    DIFFERENT_CODES(592, Stage.VALUES),
    KEPT_BY_RULE(593, Stage.VALUES),
    HELD_BY_BOTH(594, Stage.VALUES),
    RESTRICTED_RECORD(595, Stage.VALUES),
    TASKS_WAIT(596, Stage.VALUES),
    NOT_MERGED(597, Stage.VALUES),
    MERGED_FURTHER(598, Stage.VALUES),
    // MR-6xx: warnings, which a person may overrule
    LONG_AGO(601, Stage.VALUES),
    AGE_OF_LEVEL(602, Stage.VALUES),
    PARTS_GIVEN_UP(603, Stage.VALUES),
    UNKNOWN_PLACE(604, Stage.VALUES),
    LEVEL_OF_YEAR(605, Stage.VALUES),
    ALIKE_REGISTERED(611, Stage.VALUES),
    FOUND_DISTINCT(614, Stage.VALUES),
    // MR-7xx: deliveries of source registers
    DELIVERY_OF_OTHER_CONTENT(701, Stage.VALUES),
    NUMBER_OF_RECORDS(702, Stage.VALUES),
    SERIES_WITHOUT_FULL(703, Stage.VALUES),
    RECORD_STILL_UNFIT(704, Stage.VALUES),
    // MR-9xx: ours
    INTERNAL(901, null),
    DATABASE(902, null),
    OVERLOADED(903, null);

    private final int number;
    private final @Nullable Stage stage;

    ExchangeError(int number, @Nullable Stage stage) {
        this.number = number;
        this.stage = stage;
    }

    /** Gives the one of a code; nothing where the catalogue has no such code. */
    public static Optional<ExchangeError> of(String code) {
        return Arrays.stream(values())
                .filter(error -> error.code().equals(code))
                .findFirst();
    }

    /** The stable code, {@code MR-203}. */
    public String code() {
        return "MR-" + number;
    }

    /** Which check of a message gives it; nothing where it says nothing of the message. */
    public Optional<Stage> stage() {
        return Optional.ofNullable(stage);
    }

    /** Whether the fault is ours (SOAP {@code Server}) rather than the sender's ({@code Client}). */
    public boolean isOurs() {
        return number >= 900 || this == REVOCATION_UNKNOWN || this == BROKEN_OFF;
    }

    /** Whether it is a warning, which a person may overrule. */
    public boolean isWarning() {
        return number >= 600 && number < 700;
    }

    /** Whether sending the same message again makes sense: our troubles pass, and so does a minute or a slow line. */
    public boolean retryable() {
        return this != BROKEN_OFF && (isOurs() || this == MESSAGES_A_MINUTE || this == TOO_SLOW);
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
