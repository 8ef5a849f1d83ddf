/** Commands that take a register over from files and write it to files, by the settings of the service. */
@NullMarked
package lt.mokiniai.tools.command.loading;

import org.jspecify.annotations.NullMarked;
