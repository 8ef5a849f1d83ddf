package lt.mokiniai.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What the operating system tells of the memory of processes. */
final class ProcessMemory {

    private ProcessMemory() {}

    /** The most memory that a process that runs ever had, in bytes; nothing where the system does not tell. */
    static OptionalLong most(long process) {
        Path status = Path.of("/proc", String.valueOf(process), "status");
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
