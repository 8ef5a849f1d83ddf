/**
 * What a party can ask about itself: how the register sees it, what its contracts say, what would become of a request,
 * and its own WSDL. It answers from contracts and counts alone; it must not know what a pupil is, and makes no query about
 * one. Others' contracts it does not tell of.
 */
@ApplicationModule(
        displayName = "For the recipient",
        allowedDependencies = {"kernel", "schema", "contract", "inforce", "description", "security", "quota", "wsdl"})
@NullMarked
package lt.mokiniai.recipient;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
