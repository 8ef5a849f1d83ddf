package lt.mokiniai.kernel;

/** How a signed message refers to the certificate of its signer (WS-Security X.509 token profile 1.1, section 3.2). */
public enum CertificateReference {
    /** The message carries it. */
    BINARY_SECURITY_TOKEN,
    /** By its issuer and serial number. */
    ISSUER_SERIAL,
    /** By the identifier of its key. */
    SUBJECT_KEY_IDENTIFIER,
    /** By its SHA-1. */
    THUMBPRINT
}
