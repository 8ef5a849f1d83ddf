/**
 * The generator of the demo register: institutions, students, studies and certificates from a seed and a size. It writes
 * tables, so it must not know the modules that read them, nor anything of keys and parties.
 */
@NullMarked
package lt.mokiniai.tools.demo.register;

import org.jspecify.annotations.NullMarked;
