package lt.mokiniai.kernel;

import java.util.regex.Pattern;

/**
 * The X-Road identifier of a subsystem, {@code instance/memberClass/memberCode/subsystemCode}
 * (X-Road message protocol 4.0, section 2.1).
 */
public record XRoadId(String instance, String memberClass, String memberCode, String subsystem) {

    private static final Pattern SLASH = Pattern.compile("/");

    /**
     * Reads the form with slashes.
     *
     * @throws IllegalArgumentException when it has not four parts
     */
    public static XRoadId parse(String text) {
        String[] parts = SLASH.split(text, -1);
        if (parts.length != 4) {
            throw new IllegalArgumentException("an X-Road identifier has four parts: " + text);
        }
        return new XRoadId(parts[0], parts[1], parts[2], parts[3]);
    }

    @Override
    public String toString() {
        return String.join("/", instance, memberClass, memberCode, subsystem);
    }
}
