package lt.mokiniai.intake.source;

import lt.mokiniai.kernel.texts.Messages;
import lt.mokiniai.kernel.texts.Text;

/**
 * What a source register is called, and how its records are written.
 *
 * @param name by which contracts, commands and the database name it, {@code institutions}: small letters, at most 20
 * @param namespace of its request
 * @param request the element of a message, and the root of a file, {@code deliverInstitutions}
 * @param element the element of a record in it, {@code institution}
 * @param recordType what the schema generates for a record
 * @param schema where the schema of the request stands on the class path, {@code wsdl/intake/v1/intake.xsd}
 * @param <R> its record
 */
public record SourceDescription<R>(
        String name, String namespace, String request, String element, Class<R> recordType, String schema) {

    /** The name for people; it stands in the texts as {@code source.institutions}. */
    public Text title() {
        return Messages.text("source." + name);
    }
}
