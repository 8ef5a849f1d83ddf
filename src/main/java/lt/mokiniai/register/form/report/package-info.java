/** What is wrong with files, as whoever gave them is told. It must not know what is done with what is right. */
@NamedInterface("report")
@NullMarked
package lt.mokiniai.register.form.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
