package lt.mokiniai;

/**
 * How much of a long test is run. {@code ./mvnw verify} runs a small part of it, {@code ./mvnw verify -Pthorough} all: that
 * profile sets the system property {@code mokiniai.thorough}.
 */
public final class Thoroughness {

    private Thoroughness() {}

    /** Tells whether long tests are run whole. */
    public static boolean isThorough() {
        return Boolean.getBoolean("mokiniai.thorough");
    }

    /** Gives how many to do: so few in every build, so many where tests are thorough. */
    public static int of(int few, int many) {
        return isThorough() ? many : few;
    }
}
