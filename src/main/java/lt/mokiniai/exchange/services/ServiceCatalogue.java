package lt.mokiniai.exchange.services;

import java.util.List;

/** What is published here. */
public interface ServiceCatalogue {

    /** The services, by path. */
    List<Published> services();

    /**
     * A published service.
     *
     * @param path its name and version, {@code students/v1}; its address and its WSDL stand at it below {@code /services}
     * @param operations the names of its operations
     */
    record Published(String path, List<String> operations) {}
}
