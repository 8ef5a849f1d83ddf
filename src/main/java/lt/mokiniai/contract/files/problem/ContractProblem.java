package lt.mokiniai.contract.files.problem;

import lt.mokiniai.kernel.texts.Notice;

/**
 * The catalogue of what can be wrong with a contract file: stable codes. What is wrong and what would be right stand in
 * the bundles of {@link lt.mokiniai.kernel.texts.Messages}, as {@code MR-C301.message} and {@code MR-C301.remedy}; {@code {0}} and
 * so on stand there for the particulars, {@code {meaning}} for what contract.xsd says belongs there. What is wrong with
 * signatures stands in the signature module, as {@code MR-C6xx}. {@code docs/contract-problems.md} is generated from both.
 */
public enum ContractProblem {
    // MR-C1xx: the file, and its XML
    NOT_XML(101),
    DTD(102),
    NOT_CLOSED(103),
    CUT_OFF(104),
    BARE_SIGN(105),
    UNKNOWN_ENTITY(106),
    NO_QUOTES(107),
    ATTRIBUTE_TWICE(108),
    PREFIX(109),
    OUTSIDE(110),
    NOT_UTF8(111),
    FILE_TOO_LARGE(112),
    FILE_IS_FOLDER(113),
    LINK_LEADS_NOWHERE(114),
    FILE_IS_SPECIAL(115),
    FILE_CANNOT_BE_READ(116),
    MORE_PROBLEMS(117),
    XML_VERSION(118),
    // MR-C2xx: the file against contract.xsd
    NOT_A_CONTRACT(201),
    ELEMENT_INSTEAD(202),
    ELEMENT_TOO_MANY(203),
    ELEMENT_MISSING(204),
    ELEMENT_TOO_OFTEN(205),
    TEXT_AMONG_ELEMENTS(206),
    NOT_EMPTY(207),
    ELEMENT_IN_TEXT(208),
    ATTRIBUTE_MISSING(209),
    ATTRIBUTE_UNKNOWN(210),
    NOT_A_DATE(211),
    NOT_A_NUMBER(212),
    NOT_TRUE_OR_FALSE(213),
    TOO_SMALL(214),
    TOO_LARGE(215),
    NOT_ONE_OF(216),
    NOTHING_WRITTEN(217),
    TOO_LONG(218),
    WRONG_SHAPE(219),
    OTHER_RULE(220),
    // MR-C3xx: the contract
    ENDS_BEFORE_IT_BEGINS(301),
    NEEDS_PROCEDURE(302),
    NEEDS_STUDENTS(303),
    NEEDS_SUPPLY(304),
    NEEDS_GRANTS(305),
    NOT_OF_THIS_KIND(306),
    PARTY_CODE(307),
    NOT_A_NAME(308),
    NOT_CRON(309),
    NO_ITEM(310),
    BEYOND_OWN_STUDENTS(311),
    NOT_FILLED_IN(312),
    NO_NUMBER(313),
    NO_STUDENT(314),
    CLIENT_OF_ANOTHER(315),
    NEWER_EDITION(316),
    NO_NUMBER_OF_ITEM(317),
    SOURCES_EMPTY(318),
    REPRESENTS_NO_GRANT(319),
    REPRESENTS_TWICE(320),
    NO_SOURCE_REGISTER(321),
    NOT_OF_ITS_REGISTER(322),
    // MR-C4xx: a grant
    POPULATION_EMPTY(401),
    INSTITUTION_CODE(402),
    RANGE(403),
    DELIVERY_EMPTY(404),
    WAY(405),
    QUOTA_EMPTY(406),
    QUOTA_AXIS_EMPTY(407),
    GRANTED_TWICE(408),
    NEEDS_NO_GRANT(409),
    NO_OPERATION(410),
    REQUIRES_EMPTY(411),
    NO_STUDENT_IN_ANSWER(412),
    PSEUDONYM_OF_NAMED(413),
    PSEUDONYM_OF_ASKED(414),
    PSEUDONYM_BESIDE(415),
    NEVER_ASKED(416),
    NO_PLACE_FOR_REASONS(417),
    ASKED_ANYWAY(418),
    ASKED_GROUP(419),
    NOT_IN_REQUEST(420),
    NOTHING_IN_REQUEST(421),
    NOT_IN_ANSWER(422),
    NOT_IN_GROUP(423),
    EXCEPTION_OF_NOTHING(424),
    IS_A_GROUP(425),
    IS_NO_GROUP(426),
    PSEUDONYM_BY_PATH(427),
    REASONS_BY_PATH(428),
    IN_EVERY_ANSWER(429),
    SPECIAL_WITHOUT_BASIS(430),
    UNKNOWN_CODE(431),
    PSEUDONYM_BESIDE_GRANT(432),
    FIELDS_EMPTY(433),
    SET_ANYWAY(434),
    WRITES_MISSING(435),
    WRITES_EMPTY(436),
    MAY_NOT_WRITE(437),
    DOES_NOT_WRITE(438),
    DOES_NOT_ASK(439),
    NEVER_SENT(440),
    WRITES_BEYOND_STUDIES(441),
    DECIDES_FOR_OTHERS(450),
    DECIDES_FOR_DIFFERENT(451),
    DECIDES_UNNAMED(452),
    DECIDES_ON_PSEUDONYMS(453),
    // MR-C5xx: contracts of one set against each other
    SAME_ID(501),
    SAME_CERTIFICATE(502),
    SAME_CLIENT(503),
    SAME_GRANT(504),
    SAME_SOURCE(505),
    SAME_REPRESENTED(506),
    SAME_REGISTER(507),
    // MR-C7xx: warnings of a sound contract
    PSEUDONYM_BESIDE_INDIRECT(701),
    NEWER_EDITION_ADDS(702),
    ENDED(703),
    SINCE_AHEAD(704),
    DAY_BELOW_MINUTE(705),
    MONTH_BELOW_LIST(706),
    STUDENT_TWICE(707),
    OWN_PARTY(708),
    SIGNER_EXPIRED(709),
    OTHER_CASE(710),
    RESTRICTION_WITHOUT_HANDLING(711),
    SOME_RESTRICTIONS(712);

    private final int number;

    ContractProblem(int number) {
        this.number = number;
    }

    /** Gives the problem as it stands in the catalogue, without particulars. */
    public Notice notice() {
        return Notice.of("MR-C" + number);
    }

    /** Gives the problem with its particulars, in the order of their numbers. */
    public Notice of(Object... particulars) {
        return notice().with(particulars);
    }
}
