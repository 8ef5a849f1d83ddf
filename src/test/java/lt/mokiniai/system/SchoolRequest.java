package lt.mokiniai.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The demo's contract of the school, made one of a single request about named students: nothing is written under it. */
final class SchoolRequest {

    /** The file of the school's contract, in the demo's folder. */
    static final String FILE = "MR-2026-005-school.xml";

    private static final Pattern GRANT = Pattern.compile("<grant .*?</grant>", Pattern.DOTALL);

    private SchoolRequest() {}

    /** Gives the contract, as XML, which lets the school ask about these students once. */
    static String about(Collection<String> registerIds) throws IOException {
        String students = registerIds.stream()
                .map(id -> "<registerId>" + id + "</registerId>")
                .collect(Collectors.joining("", "<students>", "</students>"));
        String request = Files.readString(Path.of("contracts", FILE))
                .replace("kind=\"processing\"", "kind=\"request\"")
                .replaceFirst("(?s)<procedure>.*</procedure>", students)
                .replaceFirst("(?s)<representation>.*</representation>", "")
                .replaceAll("<institution kind=\"LEGAL_ENTITY\">191000018</institution>", "<everyone/>");
        // Only contracts of processing write, and let another party do it.
        return GRANT.matcher(request)
                .replaceAll(grant -> grant.group().contains("<writes>") ? "" : Matcher.quoteReplacement(grant.group()));
    }
}
