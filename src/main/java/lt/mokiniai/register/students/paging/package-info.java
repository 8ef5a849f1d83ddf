/** Lists in pages: where the next page begins, the token that says it, and the order by pseudonyms. */
@NullMarked
package lt.mokiniai.register.students.paging;

import org.jspecify.annotations.NullMarked;
