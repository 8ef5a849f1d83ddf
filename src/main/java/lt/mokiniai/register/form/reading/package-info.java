/**
 * How files of the form are read: CSV and XML as a stream of records, each checked by its columns, and sorted where they do
 * not fit into memory. It must not know what is done with them.
 */
@NamedInterface("reading")
@NullMarked
package lt.mokiniai.register.form.reading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
