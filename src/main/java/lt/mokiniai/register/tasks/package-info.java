/**
 * Tasks: what waits for somebody to decide, whoever opened it and whatever it is about. Who opens tasks of a kind carries out
 * what is decided. It must not know what a transfer or a merge is, who asks, what a contract is, or what is logged.
 */
@ApplicationModule(
        displayName = "Tasks",
        allowedDependencies = {
            "kernel",
            "platform.database",
            "register.history",
            "register.reference",
            "register.sql",
            "register.times",
            "register.tokens",
            "wsdl"
        })
@NullMarked
package lt.mokiniai.register.tasks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
