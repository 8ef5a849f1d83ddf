package lt.mokiniai.tools.sandbox;

/** What a tester asked that cannot be done. Nothing was changed. */
public final class SandboxProblem extends RuntimeException {

    /** Each with its stable code. */
    public enum Kind {
        TIME(
                "SANDBOX-1",
                "Laikas nesuprastas: to yra diena (2026-09-01) arba dienos laikas Vilniuje (2026-09-01T08:00).",
                "The time is not understood: to is a day (2026-09-01) or a time of a day in Vilnius (2026-09-01T08:00)."),
        STEP(
                "SANDBOX-2",
                "Trukmė nesuprasta: by yra dienos (P10D, P1M) arba laikas (PT2H, -PT10M).",
                "The step is not understood: by is of days (P10D, P1M) or of time (PT2H, -PT10M)."),
        ONE_OF("SANDBOX-3", "Nurodykite vieną parametrą: to arba by.", "Give one parameter: to or by."),
        RANGE(
                "SANDBOX-4",
                "Laikrodis sukamas tarp 1990-01-01 ir 2099-12-31.",
                "A clock is moved between 1990-01-01 and 2099-12-31."),
        CODE(
                "SANDBOX-5",
                "Šis kodas nerepetuojamas. Repetuojami MR-112, MR-212, MR-301, MR-307–MR-311 ir MR-901–MR-903; kitus sukelia"
                        + " pats pranešimas (docs/faults.md).",
                "This code is not rehearsed. MR-112, MR-212, MR-301, MR-307 to MR-311 and MR-901 to MR-903 are; a message itself provokes"
                        + " the others (docs/faults.md)."),
        HOST(
                "SANDBOX-6",
                "Smėliadėžė šiuo vardu nepasiekiama. Kreipkitės į localhost arba įrašykite vardą į mokiniai.sandbox.hosts.",
                "The sandbox is not known by this host. Ask localhost, or put the name into mokiniai.sandbox.hosts."),
        ORIGIN(
                "SANDBOX-7",
                "Smėliadėžė neatsako kitų svetainių puslapiams.",
                "The sandbox does not answer pages of other origins."),
        CLIENT(
                "SANDBOX-8",
                "Nurodykite parametrą client: šalies, kuri turi sutartį, X-Road identifikatorių"
                        + " (LT-DEMO/GOV/190000015/benefits).",
                "Give the parameter client: the X-Road identifier of a party that has a contract"
                        + " (LT-DEMO/GOV/190000015/benefits)."),
        BOUNDS(
                "SANDBOX-9",
                "Repetuojama nuo 1 iki 100 pranešimų (messages) ir nuo 1 iki 600 sekundžių (seconds).",
                "Between 1 and 100 messages, and between 1 and 600 seconds, are rehearsed."),
        LASTING(
                "SANDBOX-10",
                "Laikrodis lieka pasuktas nuo 1 iki 86400 sekundžių (seconds).",
                "A clock stays moved for between 1 and 86400 seconds.");

        private final String code;
        private final String lt;
        private final String en;

        Kind(String code, String lt, String en) {
            this.code = code;
            this.lt = lt;
            this.en = en;
        }
    }

    /** A problem as it is told. */
    record Told(String code, String lt, String en) {}

    private final Kind kind;

    /** A problem of a kind. */
    public SandboxProblem(Kind kind) {
        super(kind.code);
        this.kind = kind;
    }

    /**
     * Reads a number from 1 on.
     *
     * @throws SandboxProblem of a kind where it is none, or larger than the largest
     */
    public static int number(String text, int largest, Kind kind) {
        int number;
        try {
            number = Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new SandboxProblem(kind);
        }
        if (number < 1 || number > largest) {
            throw new SandboxProblem(kind);
        }
        return number;
    }

    Told told() {
        return new Told(kind.code, kind.lt, kind.en);
    }
}
