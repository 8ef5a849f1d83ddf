package lt.mokiniai.platform.xml;

import java.util.Set;
import org.w3c.dom.Element;

/** What the attributes of a header block say of it (SOAP 1.1, section 4.2). */
public final class SoapHeader {

    private static final Set<String> US = Set.of("", "http://schemas.xmlsoap.org/soap/actor/next");

    private SoapHeader() {}

    /** Tells whether it is for the service, which must not answer if it does not understand it. */
    public static boolean mustBeUnderstood(Element header) {
        return "1".equals(header.getAttributeNS(Namespaces.SOAP, "mustUnderstand"))
                && US.contains(header.getAttributeNS(Namespaces.SOAP, "actor"));
    }
}
