/**
 * What all operations that write records have in common: the version that a sender saw, rules and warnings that are told
 * together, values of requests. It must not know what a record is about.
 */
@ApplicationModule(
        displayName = "Writing",
        allowedDependencies = {
            "kernel",
            "register.history",
            "register.reference",
            "register.times",
            "register.tokens",
            "wsdl"
        })
@NullMarked
package lt.mokiniai.register.writing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
