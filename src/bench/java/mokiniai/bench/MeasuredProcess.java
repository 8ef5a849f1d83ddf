package mokiniai.bench;

import com.sun.management.ThreadMXBean;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.jspecify.annotations.Nullable;

/** A Java process that is measured from outside, by the operating system and by JMX: nothing is added to what it runs. */
final class MeasuredProcess implements Running {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private final Process process;
    private final BufferedReader said;
    private final Matcher ready;
    private @Nullable JMXConnector jmx;
    private @Nullable ThreadMXBean threads;

    private MeasuredProcess(Process process, BufferedReader said, Matcher ready) {
        this.process = process;
        this.said = said;
        this.ready = ready;
    }

    /** The command of a class of this class path. */
    static List<String> java(List<String> options, String main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(JAVA));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        command.addAll(Arrays.asList(arguments));
        return command;
    }

    /** Starts one, and waits until it says a line that matches. */
    static MeasuredProcess start(List<String> command, Pattern ready) {
        return start(command, Map.of(), ready);
    }

    /** Starts one with some variables of its own. */
    static MeasuredProcess start(List<String> command, Map<String, String> variables, Pattern ready) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            builder.environment().putAll(variables);
            Process process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
            StringBuilder before = new StringBuilder();
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                before.append(line).append('\n');
                Matcher matcher = ready.matcher(line);
                if (matcher.find()) {
                    return new MeasuredProcess(process, said, matcher);
                }
            }
            throw new IllegalStateException(command.get(0) + " did not start:\n" + before);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asked first when it is needed: a process that tells by JMX holds more. The address is of a process of this one. */
    @SuppressWarnings("BanJNDI")
    private synchronized JMXConnector jmx() throws IOException {
        if (jmx == null) {
            try {
                VirtualMachine machine = VirtualMachine.attach(String.valueOf(pid()));
                try {
                    jmx = JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent()));
                } finally {
                    machine.detach();
                }
            } catch (AttachNotSupportedException e) {
                throw new IOException(e);
            }
        }
        return jmx;
    }

    private synchronized ThreadMXBean threads() {
        if (threads == null) {
            try {
                threads = ManagementFactory.newPlatformMXBeanProxy(
                        jmx().getMBeanServerConnection(), ManagementFactory.THREAD_MXBEAN_NAME, ThreadMXBean.class);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return threads;
    }

    /** What a group of the line matched that said that it is ready. */
    String told(int group) {
        return ready.group(group);
    }

    long pid() {
        return process.pid();
    }

    /** CPU of all its threads so far, of the collector and compilers too, as the operating system counts it. */
    long cpuNanos() {
        return process.toHandle()
                .info()
                .totalCpuDuration()
                .orElseThrow(() -> new IllegalStateException("process " + pid() + " has ended"))
                .toNanos();
    }

    /** What its threads that live have allocated so far. */
    long allocatedBytes() {
        return Arrays.stream(threads().getThreadAllocatedBytes(threads().getAllThreadIds()))
                .filter(bytes -> bytes > 0)
                .sum();
    }

    /** A number that it tells by JMX. */
    long attribute(String bean, String name) {
        try {
            return ((Number) jmx().getMBeanServerConnection().getAttribute(new ObjectName(bean), name)).longValue();
        } catch (JMException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads on, aside, what it says: else it would stop. */
    MeasuredProcess readAside() {
        Thread reader = new Thread(this::readToTheEnd, "output of " + pid());
        reader.setDaemon(true);
        reader.start();
        return this;
    }

    private void readToTheEnd() {
        try {
            while (said.readLine() != null) {
                // What a server says is of no interest once it runs.
            }
        } catch (IOException stopped) {
            // It was stopped while it said something.
        }
    }

    /** Says a line to it, and gives what it answers. */
    String ask(String line) {
        try {
            process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
            String answer = said.readLine();
            if (answer == null) {
                throw new IllegalStateException("process " + pid() + " has ended");
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            if (jmx != null) {
                jmx.close();
            }
        } catch (IOException gone) {
            // It is stopped all the same.
        }
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
