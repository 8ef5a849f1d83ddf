package lt.mokiniai.exchange.security;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.crypto.dom.DOMCryptoContext;
import javax.xml.namespace.QName;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.platform.trust.CryptoProvider;
import lt.mokiniai.platform.trust.PartyCertificates;
import lt.mokiniai.platform.trust.TrustedAuthorities;
import lt.mokiniai.platform.xml.Elements;
import org.apache.wss4j.common.bsp.BSPEnforcer;
import org.apache.wss4j.common.bsp.BSPRule;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.WSDataRef;
import org.apache.wss4j.dom.callback.CallbackLookup;
import org.apache.wss4j.dom.engine.WSSConfig;
import org.apache.wss4j.dom.engine.WSSecurityEngine;
import org.apache.wss4j.dom.engine.WSSecurityEngineResult;
import org.apache.wss4j.dom.handler.RequestData;
import org.apache.wss4j.dom.processor.Processor;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.DocumentFragment;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Computes the signature of an envelope of the right shape, with WSS4J. The certificate is looked up, its key measured
 * and its path to a trusted authority checked before a key that anybody may have made is computed with.
 */
final class SignatureCheck {

    private static final Set<QName> UNUSED = Set.of(
            WSConstants.SAML_TOKEN,
            WSConstants.SAML2_TOKEN,
            WSConstants.ENCRYPTED_ASSERTION,
            WSConstants.ENCRYPTED_KEY,
            WSConstants.ENCRYPTED_DATA,
            WSConstants.REFERENCE_LIST,
            WSConstants.USERNAME_TOKEN,
            WSConstants.DERIVED_KEY_TOKEN_05_02,
            WSConstants.DERIVED_KEY_TOKEN_05_12,
            WSConstants.SECURITY_CONTEXT_TOKEN_05_02,
            WSConstants.SECURITY_CONTEXT_TOKEN_05_12,
            // Read by ourselves: WSS4J would measure the Timestamp by a clock of its own.
            WSConstants.TIMESTAMP,
            WSConstants.SIGNATURE_CONFIRMATION);

    private final WSSConfig config;
    private final PartyCertificates parties;

    SignatureCheck(TrustedAuthorities authorities, PartyCertificates parties, Clock clock) {
        CryptoProvider.install();
        this.parties = parties;
        this.config = WSSConfig.getNewInstance();
        // A second guard: EnvelopeShape refuses all of these.
        UNUSED.forEach(name -> config.setProcessor(name, (Processor) null));
        config.setValidator(WSConstants.SIGNATURE, (credential, data) -> {
            X509Certificate[] certificates = credential.getCertificates();
            if (certificates == null || certificates.length != 1) {
                throw ExchangeException.of(ExchangeError.CERTIFICATE_NOT_TRUSTED);
            }
            authorities.requireTrusted(certificates[0], clock.instant());
            return credential;
        });
    }

    /**
     * What a signature that verified says.
     *
     * @param signer the certificate of the key that made it; its path is trusted
     * @param value the signature's value
     * @param covered the elements that it covers, by identity
     */
    record Signed(X509Certificate signer, byte[] value, Set<Element> covered) {}

    /** @throws ExchangeException {@code MR-202} when it does not verify, {@code MR-208} or {@code MR-209} for its key */
    Signed check(SignedEnvelope envelope) {
        SerialNumberText serial = new SerialNumberText(envelope.signature());
        PartyLookup lookup = new PartyLookup(parties, serial::putBack);
        RequestData data = new Request();
        data.setWssConfig(config);
        data.setSigVerCrypto(lookup);
        data.setValidateSamlSubjectConfirmation(false);
        WSSecurityEngine engine = new WSSecurityEngine();
        engine.setWssConfig(config);
        engine.setCallbackLookup(new Ids(envelope));
        try {
            serial.collapse();
            return signed(
                    envelope,
                    engine.processSecurityHeader(envelope.security(), data)
                            .getActionResults()
                            .getOrDefault(WSConstants.SIGN, List.of()));
        } catch (ExchangeException refusal) {
            throw refusal;
        } catch (WSSecurityException | RuntimeException e) {
            // WSS4J's text may repeat the message; its kind is enough for the operator.
            throw ExchangeException.of(
                    lookup.missed() ? ExchangeError.CERTIFICATE_NOT_TRUSTED : ExchangeError.SIGNATURE_INVALID);
        } finally {
            serial.putBack();
        }
    }

    private static Signed signed(SignedEnvelope envelope, List<WSSecurityEngineResult> results) {
        if (results.size() != 1
                || results.get(0).get(WSSecurityEngineResult.TAG_TOKEN_ELEMENT) != envelope.signature()
                || !(results.get(0).get(WSSecurityEngineResult.TAG_X509_CERTIFICATE) instanceof X509Certificate signer)
                || !(results.get(0).get(WSSecurityEngineResult.TAG_SIGNATURE_VALUE) instanceof byte[] value)
                || !(results.get(0).get(WSSecurityEngineResult.TAG_DATA_REF_URIS) instanceof List<?> references)) {
            throw ExchangeException.of(ExchangeError.SIGNATURE_INVALID);
        }
        Set<Element> covered = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Object reference : references) {
            covered.add(((WSDataRef) reference).getProtectedElement());
        }
        return new Signed(signer, value, covered);
    }

    /**
     * What WSS4J refuses by the rules of the Basic Security Profile is told as the form that it is, by the number of the
     * rule; {@link MessageSignatureShape} names all that it knows before.
     */
    private static final class Request extends RequestData {

        /** Stricter than WS-Security: EncodingType where its default would do. */
        private static final Set<BSPRule> NOT_ASKED = EnumSet.of(BSPRule.R3029, BSPRule.R3030, BSPRule.R3070);

        @Override
        public BSPEnforcer getBSPEnforcer() {
            return new BSPEnforcer() {
                @Override
                public void handleBSPRule(BSPRule rule) {
                    if (!NOT_ASKED.contains(rule)) {
                        throw EnvelopeShape.shape("BSP " + rule.name());
                    }
                }
            };
        }
    }

    /**
     * The X509SerialNumber that a signature names its key by. WSS4J reads its text as it stands, while an xs:integer collapses
     * its white space: the text is collapsed until WSS4J has read it, and put back before digests are computed, for the element
     * may be signed too.
     */
    private static final class SerialNumberText {

        private final Element signature;
        private Runnable undo = () -> {};

        SerialNumberText(Element signature) {
            this.signature = signature;
        }

        void collapse() {
            for (Element serial : Elements.all(signature, EnvelopeShape.DS, "X509SerialNumber")) {
                String text = serial.getTextContent();
                if (!text.equals(text.strip())) {
                    DocumentFragment written = serial.getOwnerDocument().createDocumentFragment();
                    for (Node child = serial.getFirstChild(); child != null; child = serial.getFirstChild()) {
                        written.appendChild(child);
                    }
                    serial.setTextContent(text.strip());
                    undo = () -> {
                        serial.setTextContent("");
                        serial.appendChild(written);
                    };
                }
            }
        }

        /** Puts back what stood there, once. */
        void putBack() {
            Runnable once = undo;
            undo = () -> {};
            once.run();
        }
    }

    /** Finds elements by the ids that the shape found to be unique, without going through the document again. */
    private record Ids(Map<String, Element> ids, Element body) implements CallbackLookup {

        Ids(SignedEnvelope envelope) {
            this(envelope.ids(), envelope.frame().body());
        }

        @Override
        public @Nullable Element getElement(String uri, @Nullable String valueType, boolean checkMultiple) {
            return ids.get(uri.startsWith("#") ? uri.substring(1) : uri);
        }

        @Override
        public @Nullable Element getAndRegisterElement(
                String uri, @Nullable String valueType, boolean checkMultiple, @Nullable DOMCryptoContext context) {
            Element element = getElement(uri, valueType, checkMultiple);
            if (element != null && context != null) {
                String namespace = element.hasAttributeNS(EnvelopeShape.WSU, "Id") ? EnvelopeShape.WSU : null;
                if (element.hasAttributeNS(namespace, "Id")) {
                    context.setIdAttributeNS(element, namespace, "Id");
                }
            }
            return element;
        }

        @Override
        public List<Element> getElements(String name, String namespace) {
            return List.of();
        }

        @Override
        public Element getSOAPBody() {
            return body;
        }
    }
}
