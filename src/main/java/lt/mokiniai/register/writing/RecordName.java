package lt.mokiniai.register.writing;

/**
 * Which record is written.
 *
 * @param kind what it is, {@code enrolment}
 * @param identifier its identifier in the register
 * @param field the path in a request by which it is named
 */
public record RecordName(String kind, String identifier, String field) {

    /** What a version of it is bound to. */
    String boundTo() {
        return kind + "|" + identifier;
    }
}
