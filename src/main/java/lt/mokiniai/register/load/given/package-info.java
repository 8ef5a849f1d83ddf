/**
 * What a load finds given: what the register knows of other registers, with what the files say of them, the rules by both, and
 * whether the register was asked before. It must not know a student.
 */
@NullMarked
package lt.mokiniai.register.load.given;

import org.jspecify.annotations.NullMarked;
