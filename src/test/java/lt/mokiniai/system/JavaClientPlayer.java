package lt.mokiniai.system;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;

/**
 * A program of its own, which holds nothing else of ours: runs a Java client once for each line of the standard input, which
 * holds its arguments between tabs. After what it printed comes a line with its exit code.
 */
final class JavaClientPlayer {

    private JavaClientPlayer() {}

    /**
     * Runs the client until there are no more lines.
     *
     * @param arguments the class of the client, whose method {@code run} takes arguments and gives an exit code
     */
    public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
        Method client = Class.forName(arguments[0]).getDeclaredMethod("run", String[].class);
        client.setAccessible(true);
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            int code = run(client, line.split("\t"));
            System.err.flush();
            System.out.println("\n--- exit code " + code);
        }
    }

    private static int run(Method client, String... arguments) throws IllegalAccessException {
        try {
            return (int) client.invoke(null, (Object) arguments);
        } catch (InvocationTargetException e) {
            e.getCause().printStackTrace();
            return 1;
        }
    }
}
