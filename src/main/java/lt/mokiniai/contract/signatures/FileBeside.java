package lt.mokiniai.contract.signatures;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import javax.xml.crypto.OctetStreamData;
import javax.xml.crypto.URIDereferencer;

/**
 * A file that a signature signs beside the document that it stands in, as its bytes are (XML Signature, section 4.4.3).
 *
 * @param name as the signature names it: letters of ASCII, digits, {@code . _ -}, at most 200, no folder
 * @param path where it is
 */
public record FileBeside(String name, Path path) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,199}");

    /** @throws IllegalArgumentException when a signature cannot name it */
    public FileBeside {
        if (!isName(name)) {
            throw new IllegalArgumentException(
                    "a file that is signed has letters, digits, '.', '_' and '-' in its name");
        }
    }

    /** Tells whether a signature can name a file so. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    InputStream open() throws IOException {
        return Files.newInputStream(path);
    }

    /** Gives the file where a reference names it; what else references name is found as ever. */
    URIDereferencer over(InputStream bytes, URIDereferencer document) {
        return (reference, context) ->
                name.equals(reference.getURI()) ? new OctetStreamData(bytes) : document.dereference(reference, context);
    }
}
