package lt.mokiniai.register.enrolments.registrations;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings about registrations.
 *
 * @param notEnrolledDays after how many days the operator is told of a student who was registered and never enrolled
 */
@ConfigurationProperties("mokiniai.registrations")
public record RegistrationProperties(@DefaultValue("30") int notEnrolledDays) {

    private static final int MOST = 3650;

    /** @throws IllegalArgumentException that names the setting that is wrong */
    public RegistrationProperties {
        if (notEnrolledDays < 1 || notEnrolledDays > MOST) {
            throw new IllegalArgumentException("mokiniai.registrations.not-enrolled-days must be from 1 to " + MOST);
        }
    }
}
