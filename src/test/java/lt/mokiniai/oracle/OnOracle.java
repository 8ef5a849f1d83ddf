package lt.mokiniai.oracle;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.PropagationMode;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** A suite on an Oracle server: run where {@code ORACLE_URL} names one, by whichever of the two engines runs it, else skipped. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@EnabledIfEnvironmentVariable(named = OracleServer.VARIABLE, matches = ".*\\S.*", disabledReason = OracleSkip.REASON)
@AddLifecycleHook(value = OracleSkip.class, propagateTo = PropagationMode.ALL_DESCENDANTS)
public @interface OnOracle {}
