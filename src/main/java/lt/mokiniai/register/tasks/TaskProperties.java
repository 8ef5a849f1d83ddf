package lt.mokiniai.register.tasks;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings about tasks.
 *
 * @param schoolDays how many calendar days a school has to decide
 * @param authorityDays how many calendar days a municipality or the agency has to decide
 */
@ConfigurationProperties("mokiniai.tasks")
public record TaskProperties(
        @DefaultValue("5") int schoolDays,
        @DefaultValue("20") int authorityDays) {

    private static final int MOST = 365;

    /** @throws IllegalArgumentException that names the setting that is wrong */
    public TaskProperties {
        require("school-days", schoolDays);
        require("authority-days", authorityDays);
    }

    private static void require(String name, int days) {
        if (days < 1 || days > MOST) {
            throw new IllegalArgumentException("mokiniai.tasks." + name + " must be from 1 to " + MOST);
        }
    }
}
