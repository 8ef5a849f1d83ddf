package lt.mokiniai.platform.trust;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of WS-Security.
 *
 * @param trustedAuthorities files of the certificates of the authorities that parties' certificates come from
 * @param crls files and http or https addresses of those authorities' revocation lists
 * @param keystore the PKCS#12 file of the register's keys, {@code ec} and where old clients need it {@code rsa}
 * @param keystorePassword its password
 * @param partyCertificates a folder of certificates that messages may name instead of carrying them
 * @param timestampLifetime how old a Timestamp may be, 5 minutes at most
 * @param futureTolerance how far a Timestamp may be ahead, 60 seconds at most
 * @param tokenSize how many characters a certificate may take in a message, 65536 at most
 * @param crlRefresh how often revocation lists are read again
 * @param crlGrace how long after its nextUpdate a revocation list is still used
 * @param certificateWarning how long before the end of a certificate of the register health warns of it
 * @param revocation whether a certificate that no list tells about is refused ({@code hard}) or accepted ({@code soft})
 */
@ConfigurationProperties("mokiniai.security")
public record SecurityProperties(
        @DefaultValue List<Path> trustedAuthorities,
        @DefaultValue List<String> crls,
        @Nullable Path keystore,
        @Nullable String keystorePassword,
        @Nullable Path partyCertificates,
        @DefaultValue("5m") Duration timestampLifetime,
        @DefaultValue("60s") Duration futureTolerance,
        @DefaultValue("8192") int tokenSize,
        @DefaultValue("10m") Duration crlRefresh,
        @DefaultValue("12h") Duration crlGrace,
        @DefaultValue("30d") Duration certificateWarning,
        @DefaultValue("hard") RevocationLists.Policy revocation) {

    private static final Duration LONGEST_LIFETIME = Duration.ofMinutes(5);
    private static final Duration LONGEST_TOLERANCE = Duration.ofSeconds(60);
    private static final Duration SHORTEST_REFRESH = Duration.ofSeconds(1);

    /** @throws IllegalArgumentException that names the setting that is missing or too weak */
    public SecurityProperties {
        require(!trustedAuthorities.isEmpty(), "trusted-authorities must name the files of the trusted authorities");
        require(
                !crls.isEmpty() || revocation == RevocationLists.Policy.SOFT,
                "crls must name the revocation lists of the trusted authorities");
        require(keystore != null, "keystore must name the PKCS#12 file of the register's keys");
        require(
                keystorePassword != null && !keystorePassword.isEmpty(),
                "keystore-password must be the password of the keystore");
        require(
                isWithin(timestampLifetime, Duration.ofSeconds(1), LONGEST_LIFETIME),
                "timestamp-lifetime must be between 1s and 5m");
        require(
                isWithin(futureTolerance, Duration.ZERO, LONGEST_TOLERANCE),
                "future-tolerance must be between 0s and 60s");
        require(tokenSize >= 1024 && tokenSize <= 65_536, "token-size must be between 1024 and 65536");
        require(crlRefresh.compareTo(SHORTEST_REFRESH) >= 0, "crl-refresh must be 1s or more");
        require(!crlGrace.isNegative(), "crl-grace must not be negative");
        require(!certificateWarning.isNegative(), "certificate-warning must not be negative");
    }

    private static boolean isWithin(Duration value, Duration least, Duration most) {
        return value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
    }

    private static void require(boolean right, String rule) {
        if (!right) {
            throw new IllegalArgumentException("mokiniai.security." + rule);
        }
    }

    Path keystoreFile() {
        return Objects.requireNonNull(keystore);
    }

    char[] password() {
        return Objects.requireNonNull(keystorePassword).toCharArray();
    }

    /** Leaves out the password. */
    @Override
    public String toString() {
        return "SecurityProperties[trustedAuthorities=" + trustedAuthorities + ", crls=" + crls + ", keystore="
                + keystore + ", revocation=" + revocation + "]";
    }
}
