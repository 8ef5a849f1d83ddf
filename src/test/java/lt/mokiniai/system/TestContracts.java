package lt.mokiniai.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The folder of contracts that the tests run under: those of the demo, and some that only a test can want. */
final class TestContracts {

    /** Every operation and every data item that can be granted. */
    static final Map<String, List<String>> ALL = Map.of(
            "students/getStudent", List.of("group student"),
            "students/resolveStudents", List.of("group result/student"),
            "students/findStudents", List.of("group student"),
            "students/confirmStudentFact", List.of("item answer", "item validUntil"),
            "enrolments/getEnrolments", List.of("item handling", "group enrolment"),
            "enrolments/getClassRoster", List.of("group student"),
            "results/getResults", List.of("item handling", "group enrolment"),
            "certificates/getCertificates", List.of("item handling", "group certificate"),
            "certificates/verifyCertificate", List.of("item status", "item handling", "group certificate"));

    /** Everything that can be asked by and needs a grant. */
    private static final Map<String, List<String>> ASKS = Map.of(
            "findStudents",
            List.of(
                    "criteria/municipality",
                    "criteria/institution",
                    "criteria/programmeFamily",
                    "criteria/classLevel",
                    "criteria/bornFrom",
                    "criteria/bornTo"),
            "confirmStudentFact",
            List.of(
                    "fact/learnsGeneralOrVocational",
                    "fact/learnsAnywhere",
                    "fact/isInterrupted",
                    "fact/levelAtLeast",
                    "fact/inProgrammeFamily",
                    "fact/studiesInMunicipality"),
            "getClassRoster",
            List.of("classLevel"),
            "getCertificates",
            List.of("kind"));

    private static final Map<String, List<String>> ONE =
            Map.of("students/getStudent", List.of("item student/identity/givenNames"));

    /** A search that names students by pseudonyms. */
    private static final Map<String, List<String>> PSEUDONYMS = Map.of(
            "students/findStudents",
            List.of(
                    "item student/identity/sex",
                    "item student/identity/birthDate",
                    "item student/residence/municipality"));

    /** What a restriction hides, and what it does not; nothing of where a student comes from. */
    private static final Map<String, List<String>> REASONS = Map.of(
            "students/getStudent",
            List.of("item student/identity/givenNames", "group student/residence", "group student/guardian"),
            "enrolments/getEnrolments",
            List.of("group enrolment/institution", "group enrolment/stage"));

    /** Nothing is hidden from a contract that names all kinds of restriction. */
    private static final String NAMING_RESTRICTIONS =
            "<restriction>ADOPTION</restriction><restriction>COURT</restriction><restriction>PROTECTED</restriction>";

    private static final String QUOTA =
            "<quota><messages perMinute=\"1000\" perDay=\"2\"/><students perMessage=\"5\" distinctPerMonth=\"1\"/></quota>";

    private TestContracts() {}

    static void write(Path folder) {
        try {
            Files.createDirectories(folder);
            try (Stream<Path> demo = Files.list(Path.of("contracts"))) {
                for (Path file :
                        demo.filter(path -> path.toString().endsWith(".xml")).toList()) {
                    Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            write(folder, "901 everything", "190000905", "in-force", "2020-01-01 2099-12-31", ALL);
            write(folder, "902 ended", "190000912", "in-force", "2019-01-01 2020-12-31", ONE);
            write(folder, "903 suspended", "190000921", "suspended", "2020-01-01 2099-12-31", ONE);
            write(folder, "904 coming", "190000937", "in-force", "2099-01-01 2099-12-31", ONE);
            // One party, two subsystems, each with a certificate of its own.
            write(folder, "905 cases", "190000944", "in-force", "2020-01-01 2099-12-31", ONE);
            write(folder, "906 archive", "190000944", "in-force", "2020-01-01 2099-12-31", ONE);
            String pseudonyms = "<pseudonym/>" + NAMING_RESTRICTIONS;
            write(folder, "907 statistics", "190000951", "in-force", "2020-01-01 2099-12-31", PSEUDONYMS, pseudonyms);
            write(folder, "908 research", "190000969", "in-force", "2020-01-01 2099-12-31", PSEUDONYMS, pseudonyms);
            String reasons = "<absence shownAs=\"reasons\"/>";
            write(folder, "909 reasons", "190000976", "in-force", "2020-01-01 2099-12-31", REASONS, reasons);
            write(folder, "910 metered", "190000983", "in-force", "2020-01-01 2099-12-31", ONE, QUOTA);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(
            Path folder, String name, String code, String status, String term, Map<String, List<String>> grants)
            throws IOException {
        write(folder, name, code, status, term, grants, NAMING_RESTRICTIONS);
    }

    /** Writes a contract; what ends each of its grants is given last. */
    private static void write(
            Path folder,
            String name,
            String code,
            String status,
            String term,
            Map<String, List<String>> grants,
            String more)
            throws IOException {
        String contract = contract(name, code, status, term, grants(grants, more));
        Files.writeString(folder.resolve("test-" + name.substring(4) + ".xml"), contract);
    }

    /** Gives the grants of everything to somebody from whom no restriction hides anything, as XML. */
    static String grantsOfEverything() {
        return grants(ALL, NAMING_RESTRICTIONS);
    }

    private static String grants(Map<String, List<String>> grants, String more) {
        return grants.entrySet().stream()
                .map(grant -> grant(grant.getKey(), grant.getValue(), more))
                .collect(Collectors.joining());
    }

    /** Gives a contract; its grants are XML. */
    static String contract(String name, String code, String status, String term, String grants) throws IOException {
        try (InputStream template = TestContracts.class.getResourceAsStream("/exchange/contract.xml")) {
            return new String(Objects.requireNonNull(template).readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{id}", "MR-2026-" + name.substring(0, 3))
                    .replace("{alias}", name.substring(4))
                    .replace("{code}", code)
                    .replace("{status}", status)
                    .replace("{from}", term.substring(0, 10))
                    .replace("{until}", term.substring(11))
                    .replace("{grants}", grants);
        }
    }

    private static String grant(String name, List<String> fields, String more) {
        String[] operation = name.split("/");
        return """
                <grant service="%s" version="v1" operation="%s">
                  <fields>%s</fields>
                  %s
                  <population><everyone/></population>
                  <depth><since>1990-01-01</since></depth>
                  <delivery>%s</delivery>
                  %s
                </grant>
                """.formatted(
                        operation[0],
                        operation[1],
                        fields.stream()
                                .map(field -> "<" + field.replace(" ", " path=\"") + "\"/>")
                                .collect(Collectors.joining()),
                        asks(operation[1]),
                        delivery(operation[1]),
                        more);
    }

    static String delivery(String operation) {
        return operation.matches("resolveStudents|findStudents|getClassRoster")
                ? "<batch largest=\"500\"/>"
                : "<single/>";
    }

    static String asks(String operation) {
        return ASKS.getOrDefault(operation, List.of()).stream()
                .map(path -> "<item path=\"" + path + "\"/>")
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(), items -> items.isEmpty() ? "" : "<asks>" + items + "</asks>"));
    }
}
