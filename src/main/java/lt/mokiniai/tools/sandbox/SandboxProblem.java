package lt.mokiniai.tools.sandbox;

import lt.mokiniai.kernel.texts.Messages;
import lt.mokiniai.kernel.texts.Text;

/** What a tester asked that cannot be done. Nothing was changed. */
public final class SandboxProblem extends RuntimeException {

    /** Each with its stable code. */
    public enum Kind {
        TIME(1),
        STEP(2),
        ONE_OF(3),
        RANGE(4),
        CODE(5),
        HOST(6),
        ORIGIN(7),
        CLIENT(8),
        BOUNDS(9),
        LASTING(10);

        private final int number;

        Kind(int number) {
            this.number = number;
        }

        /** The stable code, {@code SANDBOX-3}; its texts stand under it in the bundles of {@link Messages}. */
        public String code() {
            return "SANDBOX-" + number;
        }
    }

    /** A problem as it is told: what is wrong in both languages, and what to do in both. */
    record Told(String code, String lt, String en, Text whatToDo) {

        Told(String code, Text message, Text whatToDo) {
            this(code, message.lt(), message.en(), whatToDo);
        }
    }

    private final Kind kind;

    /** A problem of a kind. */
    public SandboxProblem(Kind kind) {
        super(kind.code());
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
        return new Told(kind.code(), Messages.text(kind.code() + ".message"), Messages.text(kind.code() + ".remedy"));
    }
}
