package lt.mokiniai.platform.trust.rules;

import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.EllipticCurve;
import java.util.Arrays;
import java.util.Optional;

/** The curves of NIST that are known (RFC 5480, section 2.1.1.1), by all their parameters: others are as large. */
public enum NamedCurve {
    P256("secp256r1"),
    P384("secp384r1"),
    /** Of authorities alone. */
    P521("secp521r1");

    /** It never changes; the JDK does not say so by an annotation. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final ECParameterSpec parameters;

    NamedCurve(String name) {
        try {
            AlgorithmParameters known = AlgorithmParameters.getInstance("EC");
            known.init(new ECGenParameterSpec(name));
            this.parameters = known.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK knows " + name, e);
        }
    }

    /** Gives the curve of a key; none where it is of another curve, or not elliptic. */
    public static Optional<NamedCurve> of(PublicKey key) {
        return key instanceof ECPublicKey elliptic
                ? Arrays.stream(values())
                        .filter(curve -> curve.isThatOf(elliptic.getParams()))
                        .findFirst()
                : Optional.empty();
    }

    private boolean isThatOf(ECParameterSpec other) {
        EllipticCurve own = parameters.getCurve();
        EllipticCurve curve = other.getCurve();
        return own.getField().equals(curve.getField())
                && own.getA().equals(curve.getA())
                && own.getB().equals(curve.getB())
                && parameters.getGenerator().equals(other.getGenerator())
                && parameters.getOrder().equals(other.getOrder())
                && parameters.getCofactor() == other.getCofactor();
    }
}
