package lt.mokiniai.exchange.parsing;

import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The limits that hold where no setting says otherwise. */
final class DefaultLimits {

    static final Limits LIMITS = new Binder(new MapConfigurationPropertySource(Map.of()))
            .bindOrCreate("mokiniai.exchange.limits", Limits.class);

    private DefaultLimits() {}
}
