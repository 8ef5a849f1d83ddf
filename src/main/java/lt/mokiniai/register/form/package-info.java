/**
 * The form in which a register is written to files and read from them: which records there are, as CSV and as XML
 * (docs/load.md). It must not know how they are kept.
 */
@ApplicationModule(
        displayName = "Form",
        allowedDependencies = {"kernel", "platform.embedded", "platform.xml"})
@NullMarked
package lt.mokiniai.register.form;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
