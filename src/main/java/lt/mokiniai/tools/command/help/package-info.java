/** What the command line says of itself: help in both languages, what is wrong with its words, and what a shell completes. */
@NullMarked
package lt.mokiniai.tools.command.help;

import org.jspecify.annotations.NullMarked;
