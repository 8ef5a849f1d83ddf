package mokiniai.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** The machine that a run is made on. */
final class Machine {

    private static final double GIGABYTE = 1e9;

    private Machine() {}

    /** Its processor, cores and memory, and its operating system. */
    static String described() {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return "%s, %d cores, %.0f GB; %s %s"
                .formatted(
                        processor(),
                        Runtime.getRuntime().availableProcessors(),
                        system.getTotalMemorySize() / GIGABYTE,
                        system.getName(),
                        system.getVersion());
    }

    /** The Java that runs every variant. */
    static String java() {
        return System.getProperty("java.vm.name") + " " + Runtime.version();
    }

    /** How many processes wanted a core in the last minute, those of the run among them. */
    static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static String processor() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException notLinux) {
            return System.getProperty("os.arch");
        }
    }
}
