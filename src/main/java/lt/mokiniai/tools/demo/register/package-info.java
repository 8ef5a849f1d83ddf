/**
 * The generator of the demo register: institutions, students, studies and certificates from a seed and a size. It tells the
 * history store what happened when, and must not know how it is read, nor anything of keys and parties.
 */
@NullMarked
package lt.mokiniai.tools.demo.register;

import org.jspecify.annotations.NullMarked;
