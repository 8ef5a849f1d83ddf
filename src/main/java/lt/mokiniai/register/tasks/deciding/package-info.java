/** Shows tasks to who decides them and who opened them, has them decided, and ends their terms. */
@NullMarked
package lt.mokiniai.register.tasks.deciding;

import org.jspecify.annotations.NullMarked;
