/** Commands that work on the register's database, by the settings of the service. */
@NullMarked
package lt.mokiniai.tools.command.database;

import org.jspecify.annotations.NullMarked;
