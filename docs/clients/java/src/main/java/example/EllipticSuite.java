package example;

import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.util.Collection;
import java.util.List;
import org.apache.cxf.helpers.CastUtils;
import org.apache.cxf.ws.policy.AssertionInfo;
import org.apache.cxf.ws.security.policy.PolicyUtils;
import org.apache.cxf.ws.security.wss4j.policyvalidators.AlgorithmSuitePolicyValidator;
import org.apache.cxf.ws.security.wss4j.policyvalidators.PolicyValidatorParameters;
import org.apache.wss4j.dom.WSDataRef;
import org.apache.wss4j.dom.engine.WSSecurityEngineResult;

/**
 * The policy's Basic256Sha256 for an answer that an elliptic key signed: CXF's own check knows RSA and DSA keys alone
 * and calls others unknown. The rest of the suite is asked for here too: SHA-256 and exclusive canonicalisation.
 */
final class EllipticSuite extends AlgorithmSuitePolicyValidator {

    private static final String SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256";
    private static final String EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#";

    @Override
    public void validatePolicies(PolicyValidatorParameters answer, Collection<AssertionInfo> suites) {
        List<WSSecurityEngineResult> signatures = answer.getSignedResults();
        if (signatures.size() != 1 || !isElliptic(signatures.get(0))) {
            super.validatePolicies(answer, suites);
            return;
        }
        for (AssertionInfo suite : suites) {
            suite.setAsserted(true);
        }
        PolicyUtils.assertPolicy(answer.getAssertionInfoMap(), "Basic256Sha256");
    }

    private static boolean isElliptic(WSSecurityEngineResult signature) {
        X509Certificate signer =
                (X509Certificate) signature.get(WSSecurityEngineResult.TAG_X509_CERTIFICATE);
        List<WSDataRef> parts = CastUtils.cast((List<?>) signature.get(WSSecurityEngineResult.TAG_DATA_REF_URIS));
        return signer != null
                && signer.getPublicKey() instanceof ECPublicKey key
                && key.getParams().getOrder().bitLength() >= 256
                && AnswerAlgorithm.ECDSA.equals(signature.get(WSSecurityEngineResult.TAG_SIGNATURE_METHOD))
                && EXCLUSIVE.equals(signature.get(WSSecurityEngineResult.TAG_CANONICALIZATION_METHOD))
                && parts.stream().allMatch(part -> SHA256.equals(part.getDigestAlgorithm()));
    }
}
