package lt.mokiniai.pages;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import lt.mokiniai.tools.command.Commands;

/**
 * A process in the folder where a page is read: it runs the demo, and every {@code mokiniai} and {@code ./mvnw} of the page,
 * since a process for each would take longer than all that they do. It takes the name of a folder from each connection, with
 * the words of a command in it, leaves there what the command prints, and answers with the exit code.
 */
final class CommandServer {

    private final StartedServices services = new StartedServices();
    private final MavenCommand maven;
    private final Map<String, String> launcher = new LinkedHashMap<>();

    private CommandServer(Path project) {
        this.maven = new MavenCommand(project);
    }

    /**
     * Goes on until the process that started it ends.
     *
     * @param arguments the folder of the project
     */
    public static void main(String[] arguments) throws IOException {
        endWithItsParent();
        Locale.setDefault(Locale.ROOT);
        CommandServer commands = new CommandServer(Path.of(arguments[0]));
        try (ServerSocket socket = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
            PrintStream told = System.out;
            commands.services.start(commands.maven.wordsOfRun(), List.of());
            commands.readLauncherProperties(Path.of("var/demo/mokiniai.args"));
            told.println("commands are taken on port " + socket.getLocalPort());
            while (true) {
                commands.answer(socket.accept());
            }
        }
    }

    /** Whoever started it is gone when nobody can write to it any more. */
    private static void endWithItsParent() {
        Thread watch = new Thread(
                () -> {
                    try {
                        while (System.in.read() >= 0) {
                            // Nobody writes.
                        }
                    } catch (IOException gone) {
                        // The same.
                    }
                    Runtime.getRuntime().halt(0);
                },
                "parent");
        watch.setDaemon(true);
        watch.start();
    }

    /** The launcher of the demo tells the commands where it is by these. */
    private void readLauncherProperties(Path words) throws IOException {
        for (String line : Files.readAllLines(words)) {
            if (line.startsWith("\"-D")) {
                String[] property = line.substring(3, line.length() - 1).split("=", 2);
                launcher.put(property[0], property[1]);
            }
        }
    }

    /** Runs a command as that launcher does. */
    private Commands.Outcome launched(String... words) {
        launcher.forEach(System::setProperty);
        try {
            return Commands.run(words);
        } finally {
            launcher.keySet().forEach(System::clearProperty);
        }
    }

    private void answer(Socket connection) throws IOException {
        try (connection;
                BufferedReader asked =
                        new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
                PrintWriter answer = new PrintWriter(connection.getOutputStream(), true, StandardCharsets.UTF_8)) {
            String folder = asked.readLine();
            if (folder != null) {
                Path exchange = Path.of(folder);
                String[] words = Files.readString(exchange.resolve("words")).split("\0", -1);
                Commands.Outcome outcome = run(words[0], Arrays.copyOfRange(words, 1, words.length - 1));
                Files.writeString(exchange.resolve("out"), outcome.out());
                Files.writeString(exchange.resolve("err"), outcome.err());
                answer.println(outcome.code());
            }
        }
    }

    private Commands.Outcome run(String kind, String... words) {
        try {
            return switch (kind) {
                case "mokiniai" -> launched(words);
                case "java -jar" -> jar(words);
                case "./mvnw" -> new Commands.Outcome(0, maven.check(List.of(words)), "");
                case "sql" -> new Commands.Outcome(0, services.query(words[0]), "");
                case "ports" -> new Commands.Outcome(0, services.ports(), "");
                case "end of page" -> new Commands.Outcome(0, services.stopAllButTheFirst(), "");
                default -> throw new IllegalArgumentException(kind);
            };
        } catch (Exception failure) {
            StringWriter text = new StringWriter();
            failure.printStackTrace(new PrintWriter(text));
            return new Commands.Outcome(1, "", text.toString());
        }
    }

    /** The jar that {@code package} makes, by the classes that it is made of. */
    private Commands.Outcome jar(String... words) {
        if (!words[0].equals(maven.jar())) {
            throw new IllegalArgumentException("the build makes " + maven.jar() + ", not " + words[0]);
        }
        List<String> arguments = new ArrayList<>(Stream.of(words).skip(1).toList());
        if (!arguments.isEmpty() && arguments.get(0).equals("serve")) {
            services.start(List.of("serve"), arguments.subList(1, arguments.size()));
            return new Commands.Outcome(0, "", "");
        }
        return Commands.run(arguments.toArray(String[]::new));
    }
}
