package lt.mokiniai.exchange.security;

import java.util.function.BiConsumer;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Requests whose Timestamp was written by hand and signed as it is. */
final class SignedTimestamp {

    private SignedTimestamp() {}

    /** Changes Created and Expires before they are signed. */
    static Document with(BiConsumer<Element, Element> change) {
        return SignedRequest.good()
                .timestamped(timestamp -> change.accept(child(timestamp, "Created"), child(timestamp, "Expires")))
                .arrived();
    }

    private static Element child(Element timestamp, String name) {
        return (Element) timestamp.getElementsByTagNameNS("*", name).item(0);
    }
}
