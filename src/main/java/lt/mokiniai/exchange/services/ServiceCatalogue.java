package lt.mokiniai.exchange.services;

import java.util.List;
import lt.mokiniai.kernel.ServiceId;

/** What is published here. */
public interface ServiceCatalogue {

    /** The services, in the order of their names. */
    List<Published> services();

    /**
     * A published service.
     *
     * @param id its name and version; its address and its WSDL stand at it below {@code /services}
     * @param operations the names of its operations
     */
    record Published(ServiceId id, List<String> operations) {}
}
