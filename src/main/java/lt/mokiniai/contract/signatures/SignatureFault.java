package lt.mokiniai.contract.signatures;

import lt.mokiniai.kernel.texts.Notice;

/**
 * The catalogue of what can be wrong with the signatures of a contract file: the part {@code MR-C6xx} of what can be wrong
 * with a contract. The texts stand in the bundles of {@link lt.mokiniai.kernel.texts.Messages}, as {@code MR-C601.message} and
 * {@code MR-C601.remedy}. {@code docs/contract-problems.md} is generated from it.
 */
public enum SignatureFault {
    NO_PLACE(601),
    CERTIFICATE(602),
    KEY(603),
    ALGORITHM(604),
    SHAPE(605),
    OTHER_TEXT(606),
    OTHER_KEY(607),
    TOO_MANY(608),
    STRANGER(609),
    REPEATED(610),
    ONE_INSTITUTION(611),
    REGISTER_MISSING(612),
    PARTY_MISSING(613);

    private final int number;

    SignatureFault(int number) {
        this.number = number;
    }

    /** Gives the fault as it stands in the catalogue, without particulars. */
    public Notice notice() {
        return Notice.of("MR-C" + number);
    }

    Notice of(Object... particulars) {
        return notice().with(particulars);
    }
}
