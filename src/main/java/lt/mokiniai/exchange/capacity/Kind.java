package lt.mokiniai.exchange.capacity;

/** What an exchange takes of the database. */
public enum Kind {
    /** One student, or none. */
    SINGLE,
    /** Many students: by a list in the request, or in the answer. */
    LIST
}
