/**
 * What makes a demo a sandbox for testers: two clocks that can be moved, and faults that can be rehearsed, over HTTP at
 * {@code /sandbox}. It decorates the parts of an exchange, which know nothing of it, and is there in a demo alone
 * (docs/decisions/0013-sandbox.md). No other module may need it but the start page, which tells of it.
 */
@ApplicationModule(
        displayName = "Sandbox",
        allowedDependencies = {
            "contract.active",
            "contract.model",
            "exchange.checks",
            "exchange.entry",
            "exchange.http",
            "exchange.quota",
            "exchange.security",
            "kernel",
            "platform.clock",
            "platform.xml",
            "tools.demo"
        })
@NullMarked
package lt.mokiniai.tools.sandbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
