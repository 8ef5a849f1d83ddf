/**
 * What a lawyer or an operator does with contract files before they are in force: check, explain, compare, try, begin
 * and sign them. It reads files and the published schemas; it must not need a database, nor know which set is in force.
 */
@ApplicationModule(
        displayName = "Contract commands",
        allowedDependencies = {
            "contract.files :: *",
            "contract.files",
            "contract.model",
            "contract.schema",
            "contract.signatures",
            "exchange.checks",
            "exchange.message",
            "kernel",
            "platform.trust",
            "platform.xml"
        })
@NullMarked
package lt.mokiniai.tools.contracts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
