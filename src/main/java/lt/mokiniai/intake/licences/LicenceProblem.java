package lt.mokiniai.intake.licences;

import lt.mokiniai.intake.source.RecordProblem;

/** Why the record of a licence does not fit (docs/sources/licences.md). */
enum LicenceProblem implements RecordProblem {
    /** The register knows no programme with the state code. */
    UNKNOWN_PROGRAMME(401),
    /** A licence is for a vocational programme. */
    NOT_VOCATIONAL(402),
    /** A licence begins while the institution is registered. */
    INSTITUTION_NOT_OPEN(403);

    private final int number;

    LicenceProblem(int number) {
        this.number = number;
    }

    @Override
    public String code() {
        return "MR-S" + number;
    }
}
