/** The form of a contract file: proper XML, and what {@code contract.xsd} says. It must not know what a contract means. */
@NullMarked
package lt.mokiniai.contract.files.form;

import org.jspecify.annotations.NullMarked;
