package lt.mokiniai.intake.transport.pulling;

import java.security.cert.X509Certificate;
import java.util.List;
import org.w3c.dom.Element;

/**
 * A part of a delivery, as a source answered it.
 *
 * @param delivery the header
 * @param records the elements of its records, in their order
 * @param signer whose key signed the answer
 */
public record SourceAnswer(Element delivery, List<Element> records, X509Certificate signer) {

    /** Keeps its own copy. */
    public SourceAnswer {
        records = List.copyOf(records);
    }
}
