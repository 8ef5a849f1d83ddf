/**
 * The files of {@code contracts/}: reads them, checks them against {@code contract.xsd}, the published schemas and each
 * other, and tells every problem with its line and its remedy. It must not know which set is in force, nor what is asked
 * under it.
 */
@ApplicationModule(displayName = "Contract files")
@NullMarked
package lt.mokiniai.contractfile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
