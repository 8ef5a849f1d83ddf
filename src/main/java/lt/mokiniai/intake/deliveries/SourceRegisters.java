package lt.mokiniai.intake.deliveries;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import lt.mokiniai.intake.source.SourceRegister;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The source registers that there are. */
@Component
public class SourceRegisters {

    private final Map<String, SourceRegister<?>> byName = new TreeMap<>();

    /** @throws IllegalStateException when two have one name */
    SourceRegisters(ObjectProvider<SourceRegister<?>> all) {
        for (SourceRegister<?> register : all) {
            if (byName.put(register.description().name(), register) != null) {
                throw new IllegalStateException("two source registers are called "
                        + register.description().name());
            }
        }
    }

    /** Gives all, in the order of their names. */
    public List<SourceRegister<?>> all() {
        return List.copyOf(byName.values());
    }

    /** Finds one by its name. */
    public Optional<SourceRegister<?>> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
