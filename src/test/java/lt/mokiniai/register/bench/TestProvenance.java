package lt.mokiniai.register.bench;

import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import lt.mokiniai.kernel.scope.Provenance;
import org.w3c.dom.Element;

/** What every write of the tests says of itself. */
public final class TestProvenance {

    public static final Provenance PROVENANCE = new Provenance(
            "00000000-0000-0000-0000-000000000001", "tests/v1/write", "191000010", "191000010", Optional.of("tester"));

    /** A request in which nothing stands. */
    public static final Element NO_REQUEST = nothing();

    private TestProvenance() {}

    private static Element nothing() {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .newDocument()
                    .createElement("nothing");
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }
}
