package lt.mokiniai.tools.demo;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the demo.
 *
 * @param enabled whether this start is a demo
 * @param folder where everything that the demo makes is kept
 * @param contracts the folder of the contracts that a demo start signs for both parties
 * @param students how many students are made for an empty register, besides the cast
 * @param seed what the students are made from: the same seed gives the same students
 */
@ConfigurationProperties("mokiniai.demo")
public record DemoProperties(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("var/demo") Path folder,
        @DefaultValue("contracts") String contracts,
        @DefaultValue("10000") int students,
        @DefaultValue("1") long seed) {

    /** @throws IllegalArgumentException when the number of students is negative */
    public DemoProperties {
        if (students < 0) {
            throw new IllegalArgumentException("mokiniai.demo.students must be 0 or more");
        }
    }
}
