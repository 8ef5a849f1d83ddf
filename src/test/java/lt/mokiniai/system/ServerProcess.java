package lt.mokiniai.system;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import lt.mokiniai.Thoroughness;

/** The service in a process of its own, started as an operator starts it, that can be killed. */
final class ServerProcess implements AutoCloseable {

    private static final Pattern STARTED = Pattern.compile("The start page is (http://localhost:[0-9]+)/");
    private static final String CLASS_PATH =
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

    /** How often the password of a key store is hashed: as often as the build says for its own processes, or the JDK. */
    private static final List<String> ROUNDS = Stream.of("keyPbe", "certPbe", "mac")
            .map(which -> "keystore.pkcs12." + which + "IterationCount")
            .filter(name -> System.getProperty(name) != null)
            .map(name -> "-D" + name + "=" + System.getProperty(name))
            .toList();

    private final Process process;
    private final String address;
    private final AtomicLong bytesSaid;

    private ServerProcess(Process process, String address, AtomicLong bytesSaid) {
        this.process = process;
        this.address = address;
        this.bytesSaid = bytesSaid;
    }

    /** Starts one with the settings of {@link Register}, but where these say otherwise, and waits for it. */
    static ServerProcess start(Map<String, String> settings) {
        return start("512m", settings);
    }

    /** Starts one with a heap of its own. */
    static ServerProcess start(String heap, Map<String, String> settings) {
        try {
            Process process = new ProcessBuilder(command(heap, settings))
                    .redirectErrorStream(true)
                    .start();
            AtomicLong bytesSaid = new AtomicLong();
            return new ServerProcess(process, addressOf(process, bytesSaid), bytesSaid);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The command that starts one. It lives as short as the build's own processes, and compiles as they do (pom.xml). */
    static List<String> command(String heap, Map<String, String> settings) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                Thoroughness.isThorough() ? "-XX:+UseG1GC" : "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:CompileThresholdScaling=3",
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:-BytecodeVerificationRemote",
                "-Xmx" + heap));
        command.addAll(ROUNDS);
        command.addAll(List.of("-cp", CLASS_PATH, "lt.mokiniai.tools.command.Main", "serve"));
        command.addAll(List.of(Register.arguments(settings)));
        return command;
    }

    /** Reads what the process says until it says where it listens, and goes on reading aside: else it would stop. */
    private static String addressOf(Process process, AtomicLong bytesSaid) throws IOException {
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder before = new StringBuilder();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            before.append(line).append('\n');
            Matcher started = STARTED.matcher(line);
            if (started.find()) {
                Thread reader = new Thread(
                        () -> said.lines().forEach(text -> bytesSaid.addAndGet(text.length())), "server output");
                reader.setDaemon(true);
                reader.start();
                return started.group(1);
            }
        }
        throw new AssertionError("the service did not start:\n" + before);
    }

    /** How long the service log is since the start, in characters. */
    long bytesSaid() {
        return bytesSaid.get();
    }

    URI address(String path) {
        return URI.create(address + "/services/" + path);
    }

    /** What its heap holds after a full collection, in bytes. The address is of a process of this test's own. */
    @SuppressWarnings("BanJNDI")
    long heldByHeap() {
        try {
            VirtualMachine machine = VirtualMachine.attach(String.valueOf(process.pid()));
            try (JMXConnector connector =
                    JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent()))) {
                MemoryMXBean memory = ManagementFactory.newPlatformMXBeanProxy(
                        connector.getMBeanServerConnection(), ManagementFactory.MEMORY_MXBEAN_NAME, MemoryMXBean.class);
                memory.gc();
                return memory.getHeapMemoryUsage().getUsed();
            } finally {
                machine.detach();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (AttachNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends it at once, as {@code kill -9} does. */
    void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
