/**
 * Taking over a register that exists: what files of the form say is looked at by the rules of the operations, and recorded a
 * student at a time. It must not know how the files are read, nor who may read the register.
 */
@ApplicationModule(
        displayName = "Load",
        allowedDependencies = {
            "kernel",
            "platform.clock",
            "platform.database",
            "platform.xml",
            "register.certificates :: facts",
            "register.enrolments :: facts",
            "register.enrolments :: rules",
            "register.form",
            "register.history",
            "register.reference",
            "register.sql",
            "register.results",
            "register.results :: facts",
            "register.students :: facts",
            "register.students :: writes",
            "register.times",
            "register.writing",
            "wsdl"
        })
@NullMarked
package lt.mokiniai.register.load;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
