package lt.mokiniai.platform.xml;

/** The namespaces of messages. */
public final class Namespaces {

    /** SOAP 1.1. */
    public static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";

    /** WS-Security 1.0. */
    public static final String WSSE =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";

    /** The X-Road headers (X-Road message protocol 4.0). */
    public static final String XROAD = "http://x-road.eu/xsd/xroad.xsd";

    /** The parts of an X-Road identifier. */
    public static final String XROAD_IDENTIFIERS = "http://x-road.eu/xsd/identifiers";

    /** The X-Road header of who is represented. */
    public static final String XROAD_REPRESENTATION = "http://x-road.eu/xsd/representation.xsd";

    private Namespaces() {}
}
