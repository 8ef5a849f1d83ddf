package lt.mokiniai.contract.description;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import lt.mokiniai.Program;
import lt.mokiniai.kernel.ServiceId;
import lt.mokiniai.kernel.scope.Fields;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tool that holds no line of ours, and none of Java, is pointed at the one file. */
class OtherToolsTests {

    private static final String PYTHON = "/usr/bin/python3";
    private static final String SIGNATURES = """
            import sys, zeep
            zeep.Client(sys.argv[1]).wsdl.dump()
            """;

    @BeforeAll
    static void needsThePackage() {
        boolean there = Program.run(List.of(PYTHON, "-c", "import zeep")).exitCode() == 0;
        if (!there) {
            System.out.println("SKIPPED: reading a narrowed WSDL with zeep needs python3-zeep");
        }
        assumeTrue(there, "python3-zeep");
    }

    @Test
    void zeepReadsTheOperationsAndTheirElements(@TempDir Path folder) throws IOException {
        Fields names = Fields.of(List.of("outcome", "validOn", "knownAt", "student/identity/givenNames"));
        Heading heading = new Heading(
                List.of(new Heading.Source("MR-2026-014", "1.0", LocalDate.of(2026, 1, 1), 1)), "Gavėjas", "Recipient");
        Path file = Files.write(
                folder.resolve("students.wsdl"),
                NarrowedWsdl.of(
                        ServiceId.parse("students/v1"),
                        URI.create("https://register.example/services/students/v1"),
                        heading,
                        Map.of("getStudent", new Narrowing(path -> true, names))));

        Program run = Program.run(List.of(PYTHON, "-c", SIGNATURES, file.toString()));

        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(run.output())
                .contains("getStudent(person: ", "student: ns0:GetStudentStudent}")
                .contains("ns0:GetStudentStudent(identity: ns0:GetStudentIdentity)")
                .contains("ns0:GetStudentIdentity(givenNames: ns0:Name)")
                .doesNotContain("findStudents", "guardian");
    }
}
