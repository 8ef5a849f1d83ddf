package lt.mokiniai.kernel;

import java.net.URI;
import java.util.Comparator;
import java.util.Optional;

/**
 * A published service and its major version, {@code students/v1}. Its namespace and its address end in it, and its files
 * on the class path are found by it.
 *
 * @param name such as {@code students}
 * @param version such as {@code v1}
 */
public record ServiceId(String name, String version) implements Comparable<ServiceId> {

    private static final Comparator<ServiceId> ORDER =
            Comparator.comparing(ServiceId::name).thenComparing(ServiceId::version);

    /** Reads {@code students/v1}; empty where the text has not two parts. */
    public static Optional<ServiceId> find(String text) {
        String[] parts = text.split("/", -1);
        return parts.length == 2 ? Optional.of(new ServiceId(parts[0], parts[1])) : Optional.empty();
    }

    /**
     * Reads {@code students/v1}.
     *
     * @throws IllegalArgumentException when the text has not two parts
     */
    public static ServiceId parse(String text) {
        return find(text)
                .orElseThrow(() -> new IllegalArgumentException("a service has a name and a version: " + text));
    }

    /**
     * Gives the service of a namespace, {@code http://mokiniai.lt/students/v1}.
     *
     * @throws IllegalArgumentException when its path has not two parts
     */
    public static ServiceId ofNamespace(String namespace) {
        return parse(URI.create(namespace).getPath().substring(1));
    }

    /** Where its WSDL stands on the class path. */
    public String wsdl() {
        return file("wsdl");
    }

    /** Where the schema of its messages stands on the class path. */
    public String schema() {
        return file("xsd");
    }

    private String file(String ending) {
        return "wsdl/" + this + "/" + name + "." + ending;
    }

    @Override
    public int compareTo(ServiceId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return name + "/" + version;
    }
}
