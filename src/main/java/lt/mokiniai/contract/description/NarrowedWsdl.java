package lt.mokiniai.contract.description;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import lt.mokiniai.kernel.ServiceId;
import org.w3c.dom.Element;

/**
 * A party's own WSDL (docs/messages.md, 'Your own WSDL'): the published one without the operations and elements
 * that its contract does not hold, as they were in the edition that it was written for, with its schemas within, so that one file is all that a tool needs. Every answer that
 * the filter lets out to the party is valid by it, and by the published one.
 *
 * <p>Names, namespaces, documentation, data items and the signature policy are the published ones, except for the names
 * of the types that data items stand in: those have the operation's name before their own.
 */
public final class NarrowedWsdl {

    private NarrowedWsdl() {}

    /**
     * Gives the file, in UTF-8. The same arguments give the same bytes; nothing is kept between calls.
     *
     * @param service the published service
     * @param address where the service is called
     * @param heading what the description says of itself
     * @param operations what is left of each operation that is left at all, by its name
     * @throws IllegalArgumentException when there is no such service or operation, no operation is left, or nothing that
     *     is allowed makes a complete request
     */
    public static byte[] of(ServiceId service, URI address, Heading heading, Map<String, Narrowing> operations) {
        return of("", service, address, heading, operations);
    }

    /**
     * Gives the file of a service that is published elsewhere on the class path.
     *
     * @param root the folder that holds {@code wsdl/}; an empty text, or one that ends in a slash
     */
    public static byte[] of(
            String root, ServiceId service, URI address, Heading heading, Map<String, Narrowing> operations) {
        URI location = URI.create("classpath:/" + root + service.wsdl());
        Element published = PublishedXml.read(location);
        SchemaSet schemas = SchemaSet.importedBy(published, location);
        schemas.retainEdition(heading.edition());
        WsdlDocument wsdl = new WsdlDocument(published);
        check(service, wsdl, operations.keySet());
        wsdl.retain(operations.keySet());
        // In an order of its own: types are declared as they are met.
        new TreeMap<>(operations).forEach((operation, narrowing) -> {
            new MessageNarrowing(schemas, operation, narrowing.asked()).narrow(wsdl.bodyOf(operation, "input"));
            new MessageNarrowing(schemas, operation, narrowing.shown()::allows)
                    .narrow(wsdl.bodyOf(operation, "output"));
        });
        wsdl.setSchemas(schemas.narrowedTo(wsdl.elements()));
        wsdl.setAddress(address);
        wsdl.say(heading.text().lt(), heading.text().en());
        return wsdl.bytes();
    }

    private static void check(ServiceId service, WsdlDocument wsdl, Set<String> operations) {
        Set<String> unknown = new TreeSet<>(operations);
        wsdl.operations().forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s has no operation %s; it has %s".formatted(service, unknown, wsdl.operations()));
        }
        if (operations.isEmpty()) {
            throw new IllegalArgumentException("no operation of %s is left to describe".formatted(service));
        }
    }
}
