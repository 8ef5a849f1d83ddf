/** The commands about deliveries of source registers. */
@NullMarked
package lt.mokiniai.tools.command.intake;

import org.jspecify.annotations.NullMarked;
