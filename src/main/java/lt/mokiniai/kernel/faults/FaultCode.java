package lt.mokiniai.kernel.faults;

/** The fault codes of SOAP 1.1 (section 4.4.1). */
public enum FaultCode {
    /** The root is an Envelope, but not of SOAP 1.1. */
    VERSION_MISMATCH("VersionMismatch"),
    /** A header that must be understood is not. */
    MUST_UNDERSTAND("MustUnderstand"),
    /** The message is at fault. */
    CLIENT("Client"),
    /** The message is not at fault. */
    SERVER("Server");

    private final String name;

    FaultCode(String name) {
        this.name = name;
    }

    /** Its local name in the namespace of SOAP 1.1. */
    public String localName() {
        return name;
    }
}
