package lt.mokiniai.demo;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the demo.
 *
 * @param enabled whether this start is a demo
 * @param folder where everything that the demo makes is kept
 * @param contracts the folder of the contracts that a demo start signs for both parties
 * @param pupils how many pupils are made for an empty register, besides the cast
 * @param seed what the pupils are made from: the same seed gives the same pupils
 */
@ConfigurationProperties("mokiniai.demo")
public record DemoProperties(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("var/demo") Path folder,
        @DefaultValue("contracts") String contracts,
        @DefaultValue("10000") int pupils,
        @DefaultValue("1") long seed) {

    /** @throws IllegalArgumentException when the number of pupils is negative */
    public DemoProperties {
        if (pupils < 0) {
            throw new IllegalArgumentException("mokiniai.demo.pupils must be 0 or more");
        }
    }
}
