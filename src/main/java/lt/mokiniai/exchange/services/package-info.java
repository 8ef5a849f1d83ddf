/**
 * The endpoints: every bean that implements a generated service interface, called for the messages that passed the checks,
 * and everybody's WSDL, published through CXF, which stays hidden in it. It must not know how a message came in or what it was checked for, and names no endpoint.
 */
@ApplicationModule(
        displayName = "Services",
        allowedDependencies = {"exchange.message", "kernel", "platform.xml"})
@NullMarked
package lt.mokiniai.exchange.services;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
