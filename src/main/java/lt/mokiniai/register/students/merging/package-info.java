/**
 * Merging: two records that are found to be about one person become one, and are told apart again (docs/register.md, 'Merging').
 * What belongs to a person it moves without knowing what it is.
 */
@NamedInterface("merging")
@NullMarked
package lt.mokiniai.register.students.merging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
