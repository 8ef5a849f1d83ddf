package lt.mokiniai.intake.deliveries;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings about deliveries of source registers.
 *
 * @param largestEndPercent the most rows in force, of a hundred, that a full delivery may end before it is asked about
 */
@ConfigurationProperties("mokiniai.intake")
public record IntakeProperties(@DefaultValue("5") int largestEndPercent) {

    private static final int ALL = 100;

    /** @throws IllegalArgumentException that names the setting that is wrong */
    public IntakeProperties {
        if (largestEndPercent < 0 || largestEndPercent > ALL) {
            throw new IllegalArgumentException("mokiniai.intake.largest-end-percent must be from 0 to " + ALL);
        }
    }
}
