package lt.mokiniai.platform.trust;

import java.security.Provider;
import java.security.Security;
import org.apache.wss4j.dom.engine.WSSConfig;
import org.jspecify.annotations.Nullable;

/**
 * Who computes signatures and digests: Amazon Corretto Crypto Provider where it is on the class path and passes its own
 * tests, else the JDK (the JDK is slow at it).
 */
public final class CryptoProvider {

    private static final String CORRETTO = "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";

    private static @Nullable String signing;
    private static boolean isOfTheJdk;

    private CryptoProvider() {}

    /** Installs it and gets WSS4J ready, once; gives the name and version of the provider that signs. */
    public static synchronized String install() {
        if (signing == null) {
            signing = isOfTheJdk ? jdk() : corretto();
            // WSS4J appends its own providers, so that the first stays first.
            WSSConfig.init();
        }
        return signing;
    }

    /** Leaves it to the JDK, of a program that signs once: loading the other provider takes longer than a signature. */
    public static synchronized void stayWithTheJdk() {
        isOfTheJdk = true;
    }

    /** By reflection: the provider is native, and absent where the platform has none. */
    private static String corretto() {
        try {
            Class<?> type = Class.forName(CORRETTO);
            Provider provider = (Provider) type.getField("INSTANCE").get(null);
            type.getMethod("assertHealthy").invoke(provider);
            Security.insertProviderAt(provider, 1);
            return provider.getName() + " " + provider.getVersionStr();
        } catch (ReflectiveOperationException | LinkageError | RuntimeException absent) {
            return jdk();
        }
    }

    private static String jdk() {
        Provider first = Security.getProviders("Signature.SHA256withECDSA")[0];
        return "the JDK (" + first.getName() + " " + first.getVersionStr() + ")";
    }
}
