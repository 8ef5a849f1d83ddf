package lt.mokiniai.contract.schema;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;

/** Finds schemas, and those that they import, on the class path and nowhere else. */
final class ClassPathSchemas {

    private static final URI ROOT = URI.create("classpath:///");

    private ClassPathSchemas() {}

    /** Gives the address of a resource such as {@code wsdl/students/v1/students.xsd}. */
    static URI uri(String resource) {
        return ROOT.resolve(resource);
    }

    /** Opens what stands at an address, in memory. */
    static InputStream open(URI uri) {
        try (InputStream stream = ClassPathSchemas.class.getResourceAsStream(uri.getPath())) {
            if (stream == null) {
                throw new IllegalStateException("there is no " + uri.getPath() + " on the class path");
            }
            return new ByteArrayInputStream(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("a schema on the class path cannot be read", e);
        }
    }
}
