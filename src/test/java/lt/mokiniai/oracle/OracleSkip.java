package lt.mokiniai.oracle;

import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.SkipExecutionHook;

/** Skips properties of jqwik where no Oracle server is named. */
final class OracleSkip implements SkipExecutionHook {

    static final String REASON = "no Oracle: ORACLE_URL is not set (docs/oracle.md)";

    @Override
    public SkipResult shouldBeSkipped(LifecycleContext context) {
        return OracleServer.isThere() ? SkipResult.doNotSkip() : SkipResult.skip(REASON);
    }
}
