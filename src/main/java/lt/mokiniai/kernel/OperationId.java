package lt.mokiniai.kernel;

import java.util.Comparator;

/**
 * An operation of a service, {@code students/v1/getStudent}: what contracts grant, quotas are counted by and the log names.
 *
 * @param service its service
 * @param name such as {@code getStudent}
 */
public record OperationId(ServiceId service, String name) implements Comparable<OperationId> {

    private static final Comparator<OperationId> ORDER =
            Comparator.comparing(OperationId::service).thenComparing(OperationId::name);

    /**
     * Reads {@code students/v1/getStudent}.
     *
     * @throws IllegalArgumentException when the text has not three parts
     */
    public static OperationId parse(String text) {
        int slash = text.lastIndexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("an operation has a service and a name: " + text);
        }
        return new OperationId(ServiceId.parse(text.substring(0, slash)), text.substring(slash + 1));
    }

    @Override
    public int compareTo(OperationId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return service + "/" + name;
    }
}
