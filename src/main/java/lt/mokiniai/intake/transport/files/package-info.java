/**
 * Signed files of records: XML that carries its signature, and XML or CSV that a note beside signs. Each is read twice, once to
 * find out whether it is whole and whose it is, and once to receive it.
 */
@NamedInterface("files")
@NullMarked
package lt.mokiniai.intake.transport.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
