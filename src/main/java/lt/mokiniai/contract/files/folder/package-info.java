/** The files of contracts that are meant to be in force together, before anybody reads what stands in them. */
@NamedInterface("files")
@NullMarked
package lt.mokiniai.contract.files.folder;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
