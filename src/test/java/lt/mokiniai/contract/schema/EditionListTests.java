package lt.mokiniai.contract.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lt.mokiniai.contract.schema.ChangedSchemas.Change;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code wsdl/editions/N.csv} lists all that came with edition N: two parties sign what it says. The list of an edition
 * that a release has published is never written anew; what comes after a release is marked with the next number, and has
 * a list of its own.
 */
class EditionListTests {

    /** The newest edition that a release has published. */
    private static final int RELEASED = 0;

    private static final Path LISTS = Path.of("wsdl", "editions");

    @Test
    void theListOfEachEditionIsWhatTheSchemasSay() throws IOException {
        SortedMap<Integer, List<String>> said = EditionLists.of(PublishedOperations.load());
        if ("write".equals(System.getProperty("mokiniai.docs"))) {
            write(said.tailMap(RELEASED + 1));
        }

        assertThat(differences(listed(), said))
                .as(
                        "An item that was in no release is marked with the number after %d; ./mvnw test"
                                + " -Dmokiniai.docs=write writes the lists that are not released. What is in a released list"
                                + " stays as it is.",
                        RELEASED)
                .isEmpty();
    }

    @Test
    void theEditionsAreNumberedWithoutAGap() throws IOException {
        assertThat(listed().keySet())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, PublishedOperations.load().edition())
                                .boxed()
                                .toList());
    }

    @Test
    void whatComesWithANewEditionStandsInItsListAlone() throws IOException {
        SortedMap<Integer, List<String>> said = EditionLists.of(ChangedSchemas.published());

        assertThat(said.get(1)).isEqualTo(listed().get(1));
        assertThat(said.get(2))
                .contains(
                        "students/v1/getStudent,answer,student/origin/preferredLanguage,MR-2.4,personal,"
                                + "\"0..1 string MaxLength 500, MinLength 1\"",
                        "students/v1/getStudent,answer,outcome=WITHHELD,,,\"value, earlier NOT_FOUND\"",
                        "students/v1/getStudent,request,brief,,,\"0..1 string MaxLength 500, MinLength 1\"",
                        "students/v1/previewStudent,operation,,,,delivers single",
                        "students/v1/previewStudent,answer,outcome=FOUND,,,value",
                        "enrolments/v1/getClassRoster,operation,,,,delivers extract",
                        ",receipt,node,,,\"0..1 string MaxLength 500, MinLength 1\"");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void findsWhatIsNotInItsListOrNotAsItSays(String what, Change change, String difference) throws IOException {
        PublishedOperations changed =
                PublishedOperations.load(ChangedSchemas.copy(what.replace(' ', '-'), List.of(change)));

        assertThat(differences(listed(), EditionLists.of(changed))).anyMatch(found -> found.startsWith(difference));
    }

    static Stream<Arguments> changes() {
        String item = ChangedSchemas.item("preferredLanguage", "MR-2.4", "personal");
        return Stream.of(
                Arguments.of(
                        "an item without a list of its edition",
                        ChangedSchemas.addedTo("Origin", item),
                        "2 lacks students/v1/getStudent,answer,student/origin/preferredLanguage,"),
                Arguments.of(
                        "a new item of an edition that has its list",
                        ChangedSchemas.addedTo("Origin", item.replace("edition=\"2\"", "edition=\"1\"")),
                        "1 lacks students/v1/getStudent,answer,student/origin/preferredLanguage,"),
                Arguments.of(
                        "an element without a mark",
                        ChangedSchemas.addedTo(
                                "Receipt", "<xs:element name=\"node\" type=\"xs:int\" minOccurs=\"0\"/>"),
                        "1 lacks ,receipt,node,"),
                Arguments.of(
                        "a value without a mark",
                        new Change(
                                "types.xsd",
                                "<xs:enumeration value=\"UNKNOWN\">",
                                "<xs:enumeration value=\"MAYBE\"/><xs:enumeration value=\"UNKNOWN\">"),
                        "1 lacks students/v1/confirmStudentFact,answer,answer=MAYBE,"),
                Arguments.of(
                        "a value that is gone",
                        new Change(
                                "types.xsd", "<xs:enumeration value=\"UNKNOWN\">", "<xs:enumeration value=\"NONE\">"),
                        "1 has students/v1/confirmStudentFact,answer,answer=UNKNOWN,"),
                Arguments.of(
                        "an item that is gone",
                        new Change("types.xsd", "name=\"motherTongue\"", "name=\"firstLanguage\""),
                        "1 has students/v1/getStudent,answer,student/origin/motherTongue,"),
                Arguments.of(
                        "another sensitivity",
                        new Change(
                                "types.xsd",
                                "number=\"MR-5.1\" sensitivity=\"special\"",
                                "number=\"MR-5.1\" sensitivity=\"personal\""),
                        "1 lacks students/v1/getStudent,answer,student/specialNeeds/group,MR-5.1,personal,"),
                Arguments.of(
                        "another number",
                        new Change("types.xsd", "\"MR-5.1\"", "\"MR-5.9\""),
                        "1 has students/v1/getStudent,answer,student/specialNeeds/group,MR-5.1,"),
                Arguments.of(
                        "another type",
                        new Change(
                                "types.xsd",
                                "name=\"motherTongue\" type=\"t:Code\"",
                                "name=\"motherTongue\" type=\"t:Text\""),
                        "1 has students/v1/getStudent,answer,student/origin/motherTongue,"),
                Arguments.of(
                        "another pattern of a type",
                        new Change("types.xsd", "value=\"[A-Z]{2}\"", "value=\"[A-Z]{3}\""),
                        "1 lacks students/v1/getStudent,answer,student/origin/country,"),
                Arguments.of(
                        "one more of an item",
                        new Change("types.xsd", "minOccurs=\"0\" maxOccurs=\"5\"", "minOccurs=\"0\" maxOccurs=\"6\""),
                        "1 has students/v1/getStudent,answer,student/origin/citizenship,"),
                Arguments.of(
                        "a way of delivery",
                        new Change("enrolments.xsd", "as=\"batch\"", "as=\"batch extract\""),
                        "1 lacks enrolments/v1/getClassRoster,operation,,,,delivers extract"));
    }

    private static List<String> differences(
            SortedMap<Integer, List<String>> listed, SortedMap<Integer, List<String>> said) {
        SortedMap<Integer, List<String>> all = new TreeMap<>(listed);
        all.putAll(said);
        List<String> differences = new ArrayList<>();
        for (int edition : all.keySet()) {
            List<String> lines = listed.getOrDefault(edition, List.of());
            List<String> sayings = said.getOrDefault(edition, List.of());
            sayings.stream()
                    .filter(line -> !lines.contains(line))
                    .forEach(line -> differences.add(edition + " lacks " + line));
            lines.stream()
                    .filter(line -> !sayings.contains(line))
                    .forEach(line -> differences.add(edition + " has " + line));
        }
        return differences;
    }

    private static SortedMap<Integer, List<String>> listed() throws IOException {
        SortedMap<Integer, List<String>> listed = new TreeMap<>();
        try (Stream<Path> files = Files.list(LISTS)) {
            for (Path file : files.toList()) {
                List<String> lines = Files.readAllLines(file);
                assertThat(lines.get(0)).isEqualTo(EditionLists.HEADING);
                listed.put(
                        Integer.valueOf(file.getFileName().toString().replace(".csv", "")),
                        lines.subList(1, lines.size()));
            }
        }
        return listed;
    }

    private static void write(SortedMap<Integer, List<String>> lists) throws IOException {
        Files.createDirectories(LISTS);
        for (int edition : lists.keySet()) {
            Files.writeString(
                    LISTS.resolve(edition + ".csv"),
                    EditionLists.HEADING + "\n" + String.join("\n", lists.get(edition)) + "\n");
        }
    }
}
