package lt.mokiniai.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Documents that are generated from the code: a test compares each with what the code says. After a change, {@code
 * ./mvnw test -Dmokiniai.docs=write} writes them anew.
 */
public final class Documents {

    private Documents() {}

    /** Compares a document with what it should say, or writes it when asked to. */
    public static void check(Path document, String expected) throws IOException {
        if ("write".equals(System.getProperty("mokiniai.docs"))) {
            Files.createDirectories(document.toAbsolutePath().getParent());
            Files.writeString(document, expected);
        }
        assertThat(document)
                .as("%s is out of date; ./mvnw test -Dmokiniai.docs=write writes it", document)
                .hasContent(expected.stripTrailing());
    }

    /**
     * Compares a part of a document that is written by hand with what it should say. The part stands between {@code <!--
     * name -->} and {@code <!-- end of name -->}.
     */
    public static void checkPart(Path document, String name, String expected) throws IOException {
        String begin = "<!-- " + name + " -->\n";
        String end = "<!-- end of " + name + " -->";
        String text = Files.readString(document);
        assertThat(text).as("%s has a part named %s", document, name).contains(begin, end);
        String whole =
                text.substring(0, text.indexOf(begin) + begin.length()) + expected + text.substring(text.indexOf(end));
        check(document, whole);
    }
}
