package lt.mokiniai.kernel.faults;

/**
 * The stages of the checks that every message passes, in the order of the service. Each fault that a message can provoke
 * belongs to one ({@link ExchangeError#stage()}).
 */
public enum Stage {
    /** It is posted by HTTP as the profile says. */
    TRANSPORT,
    /** It is XML and SOAP, within the limits, with no foreign headers. */
    MESSAGE,
    /** It is signed, by an allowed algorithm, over all that must be signed, and in time. */
    SIGNATURE,
    /** The certificate is trusted, valid and not revoked. */
    CERTIFICATE,
    /** The certificate belongs to one party of contracts. */
    PARTY,
    /** The X-Road headers are there, each once and in order. */
    XROAD,
    /** The header {@code service} names this register. */
    REGISTER,
    /** The header {@code client} names the party. */
    CLIENT,
    /** There is such an operation, and all that name it agree. */
    OPERATION,
    /** The message's id was not used before. From here on a check may need the database. */
    REPLAY,
    /** The party has a contract in force for this subsystem. */
    CONTRACT,
    /** The contract grants the operation. */
    GRANT,
    /** The headers that the grant requires are there. */
    HEADERS,
    /** The request conforms to its schema. */
    SCHEMA,
    /** It asks by what the grant names alone, or sets it. */
    ASKS,
    /** It asks about no more students at once than the grant lets. */
    DELIVERY,
    /** It asks no further back than the grant reaches. */
    DEPTH,
    /** Something is left of the grant's quota of messages, and of a contract for one delivery. */
    QUOTA,
    /** The values of the request are those of the register: codes, page tokens, periods. Found by the operation itself. */
    VALUES,
    /** The answer tells about no more students than the quota lets. Found when the answer is there. */
    STUDENTS
}
