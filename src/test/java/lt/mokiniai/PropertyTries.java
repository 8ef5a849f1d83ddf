package lt.mokiniai;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyAttributes;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * How often every property of the project is tried: as often as its {@code @Property(tries)} says, many times that where
 * tests are thorough, and a part of it in a quick run. jqwik finds this class by {@code META-INF/services}.
 */
public final class PropertyTries implements AroundPropertyHook {

    private static final int WHERE_NONE_ARE_NAMED = 100;
    private static final int TIMES_WHERE_THOROUGH = 20;
    private static final int PART_WHERE_QUICK = 5;

    @Override
    public PropagationMode propagateTo() {
        return PropagationMode.ALL_DESCENDANTS;
    }

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property)
            throws Throwable {
        PropertyAttributes attributes = context.attributes();
        int tries = attributes.tries().orElse(WHERE_NONE_ARE_NAMED);
        // What is tried once is an example.
        if (tries > 1) {
            attributes.setTries(
                    QuickRun.isOn()
                            ? Math.max(2, tries / PART_WHERE_QUICK)
                            : Thoroughness.of(tries, tries * TIMES_WHERE_THOROUGH));
        }
        return property.execute();
    }
}
