/**
 * The endpoints, published through CXF: every bean that implements a generated service interface, and everybody's WSDL. CXF
 * stays hidden in it. It must not know how a message came in or what it was checked for, and names no endpoint.
 */
@ApplicationModule(
        displayName = "Services",
        allowedDependencies = {"exchange.message", "kernel", "platform.xml"})
@NullMarked
package lt.mokiniai.exchange.services;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
