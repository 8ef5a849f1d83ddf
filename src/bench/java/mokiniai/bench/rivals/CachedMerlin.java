package mokiniai.bench.rivals;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import javax.security.auth.callback.CallbackHandler;
import org.apache.wss4j.common.crypto.CryptoType;
import org.apache.wss4j.common.crypto.Merlin;
import org.apache.wss4j.common.ext.WSSecurityException;

/** WSS4J's keystore, that opens a key once, reads a certificate once, and verifies the path of one once. */
final class CachedMerlin extends Merlin {

    private final Map<String, PrivateKey> keys = new ConcurrentHashMap<>();
    private final Map<String, X509Certificate[]> certificates = new ConcurrentHashMap<>();
    private final Set<List<X509Certificate>> trusted = ConcurrentHashMap.newKeySet();

    @Override
    public PrivateKey getPrivateKey(String identifier, String password) throws WSSecurityException {
        PrivateKey known = keys.get(identifier);
        return known == null ? translated(identifier, super.getPrivateKey(identifier, password)) : known;
    }

    @Override
    public PrivateKey getPrivateKey(X509Certificate certificate, CallbackHandler handler) throws WSSecurityException {
        String identifier = getX509Identifier(certificate);
        PrivateKey known = keys.get(identifier);
        return known == null ? translated(identifier, super.getPrivateKey(certificate, handler)) : known;
    }

    private PrivateKey translated(String identifier, PrivateKey key) {
        try {
            PrivateKey own =
                    (PrivateKey) KeyFactory.getInstance(key.getAlgorithm()).translateKey(key);
            keys.put(identifier, own);
            return own;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public X509Certificate[] getX509Certificates(CryptoType wanted) throws WSSecurityException {
        if (wanted.getType() != CryptoType.TYPE.ALIAS) {
            return super.getX509Certificates(wanted);
        }
        X509Certificate[] known = certificates.get(wanted.getAlias());
        if (known == null) {
            known = super.getX509Certificates(wanted);
            certificates.put(wanted.getAlias(), known);
        }
        return known;
    }

    @Override
    public void verifyTrust(
            X509Certificate[] path, boolean revocation, Collection<Pattern> subjects, Collection<Pattern> issuers)
            throws WSSecurityException {
        List<X509Certificate> chain = Arrays.asList(path);
        if (!trusted.contains(chain)) {
            super.verifyTrust(path, revocation, subjects, issuers);
            trusted.add(chain);
        }
    }
}
