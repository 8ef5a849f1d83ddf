package lt.mokiniai.tools.demo;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Locale;
import javax.security.auth.x500.X500Principal;
import lt.mokiniai.platform.trust.KeyAlgorithm;
import lt.mokiniai.tools.demo.DemoAuthority.Issued;

/** Keys that a tester signs with to see a message refused. */
enum RefusedKey {
    /** Signed by itself, though it bears a party's name: {@code MR-209}. */
    STRANGER {
        @Override
        Issued made(DemoAuthority authority) throws GeneralSecurityException, IOException {
            return DemoAuthority.selfSigned(DemoParty.BENEFITS.subject(), authority.now());
        }
    },
    /** A party's, of the year before: {@code MR-211}. */
    EXPIRED {
        @Override
        Issued made(DemoAuthority authority) throws GeneralSecurityException, IOException {
            return authority
                    .at(authority.now().minus(Duration.ofDays(400)))
                    .issue(DemoParty.BENEFITS.subject(), KeyAlgorithm.EC, Duration.ofDays(365));
        }
    },
    /** Good, but in no contract: {@code MR-213}. */
    NOBODY {
        @Override
        Issued made(DemoAuthority authority) throws GeneralSecurityException, IOException {
            return authority.issue(new X500Principal("CN=nobody, O=In No Contract (demo), C=LT"), KeyAlgorithm.EC);
        }
    };

    /** The name of the key file and of its key: {@code stranger}. */
    String alias() {
        return name().toLowerCase(Locale.ROOT);
    }

    abstract Issued made(DemoAuthority authority) throws GeneralSecurityException, IOException;
}
