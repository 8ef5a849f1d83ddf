package lt.mokiniai.register.writing;

import java.util.List;
import java.util.function.Consumer;
import lt.mokiniai.wsdl.types.Warning;

/**
 * A record that was written.
 *
 * @param identifier its identifier
 * @param version the present one
 * @param warnings those that were overruled
 */
public record Written(String identifier, String version, List<Warning> warnings) {

    /** Tells it in the answer of an operation, whose class has these three elements. */
    public void tell(Consumer<String> named, Consumer<String> present, List<Warning> told) {
        named.accept(identifier);
        present.accept(version);
        told.addAll(warnings);
    }
}
