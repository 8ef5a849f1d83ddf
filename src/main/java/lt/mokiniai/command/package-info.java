/** The command line: what an operator or a tester types. It runs the other modules and holds no rule of its own. */
@ApplicationModule(displayName = "Command line")
@NullMarked
package lt.mokiniai.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
