package lt.mokiniai.command;

/** The entry point of the jar. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.out.println("hello");
    }
}
