package lt.mokiniai.exchange.security;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import javax.security.auth.callback.CallbackHandler;
import lt.mokiniai.platform.trust.CryptoProvider;
import lt.mokiniai.platform.trust.SigningKey;
import lt.mokiniai.platform.xml.Elements;
import lt.mokiniai.platform.xml.Namespaces;
import org.apache.wss4j.common.WSEncryptionPart;
import org.apache.wss4j.common.crypto.CryptoBase;
import org.apache.wss4j.common.crypto.CryptoType;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.WsuIdAllocator;
import org.apache.wss4j.dom.message.WSSecHeader;
import org.apache.wss4j.dom.message.WSSecSignature;
import org.apache.wss4j.dom.message.WSSecSignatureConfirmation;
import org.apache.wss4j.dom.message.WSSecTimestamp;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Signs messages: the register's answers and faults, and a client's requests (docs/messages.md, 'Signature'). It may be used by many threads, on a document each.
 */
public final class MessageSigner {

    private static final int LIFETIME_SECONDS = 300;
    private static final String DIGEST = "http://www.w3.org/2001/04/xmlenc#sha256";

    private final Clock clock;

    /** @param clock the time of the Timestamps */
    public MessageSigner(Clock clock) {
        CryptoProvider.install();
        this.clock = clock;
    }

    /**
     * Puts one Security into the envelope: the certificate, a Timestamp of 5 minutes, a SignatureConfirmation for each
     * confirmed value, and one Signature over those, the Body and every other child of the Header. The header's
     * children are signed one by one, so that a security server may add to it. Every namespace must be declared by an
     * attribute where the document stands: canonicalisation sees no other.
     *
     * @param confirmed the signature values of the request that is answered; empty for a request
     * @return the value of the signature, which the answer must confirm
     * @throws IllegalArgumentException when the envelope holds a Security already, or too many headers to sign
     */
    public byte[] sign(Document envelope, SigningKey key, List<byte[]> confirmed) {
        List<Element> parts = parts(envelope.getDocumentElement());
        if (parts.size() + confirmed.size() + 1 > MessageSignatureShape.MOST_REFERENCES) {
            throw new IllegalArgumentException("too many headers to sign");
        }
        try {
            WsuIdAllocator ids = new Numbers();
            WSSecHeader header = new WSSecHeader(envelope);
            header.insertSecurityHeader();
            for (byte[] value : confirmed) {
                WSSecSignatureConfirmation confirmation = new WSSecSignatureConfirmation(header);
                confirmation.setIdAllocator(ids);
                confirmation.build(value);
                parts.add(confirmation.getSignatureConfirmationElement());
            }
            WSSecTimestamp timestamp = new WSSecTimestamp(header);
            timestamp.setIdAllocator(ids);
            timestamp.setWsTimeSource(clock::instant);
            timestamp.setTimeToLive(LIFETIME_SECONDS);
            timestamp.build();
            parts.add(timestamp.getElement());
            return sign(header, key, parts, ids);
        } catch (WSSecurityException e) {
            throw new IllegalStateException("the message cannot be signed", e);
        }
    }

    private static byte[] sign(WSSecHeader header, SigningKey key, List<Element> parts, WsuIdAllocator ids)
            throws WSSecurityException {
        WSSecSignature signature = new WSSecSignature(header);
        signature.setIdAllocator(ids);
        signature.setX509Certificate(key.certificate());
        signature.setKeyIdentifierType(WSConstants.BST_DIRECT_REFERENCE);
        signature.setSignatureAlgorithm(key.algorithm());
        signature.setDigestAlgo(DIGEST);
        signature.setAddInclusivePrefixes(false);
        signature.prepare(new OneKey(key));
        List<WSEncryptionPart> references = new ArrayList<>(parts.size());
        for (Element part : parts) {
            WSEncryptionPart reference = new WSEncryptionPart(part.getLocalName(), part.getNamespaceURI(), "Content");
            reference.setElement(part);
            references.add(reference);
        }
        signature.computeSignature(signature.addReferencesToSign(references), false, null);
        signature.prependBSTElementToHeader();
        return signature.getSignatureValue();
    }

    /** The Body and every child of the Header. */
    private static List<Element> parts(Element envelope) {
        List<Element> parts = new ArrayList<>();
        for (Element child : Elements.children(envelope)) {
            if (Elements.is(child, Namespaces.SOAP, "Body")) {
                parts.add(child);
            } else if (Elements.is(child, Namespaces.SOAP, "Header")) {
                parts.addAll(Elements.children(child));
            }
        }
        if (parts.stream().anyMatch(part -> Elements.is(part, Namespaces.WSSE, "Security"))) {
            throw new IllegalArgumentException("the envelope holds a Security already");
        }
        return parts;
    }

    /** Ids need be unique in their document alone. WSS4J would take 17 random numbers of 36 digits for an answer. */
    private static final class Numbers implements WsuIdAllocator {

        private int last;

        @Override
        public String createId(String prefix, Object element) {
            return prefix + ++last;
        }

        @Override
        public String createSecureId(String prefix, Object element) {
            return createId(prefix, element);
        }
    }

    /** WSS4J's way to the key of one signature. */
    private static final class OneKey extends CryptoBase {

        private final SigningKey key;

        OneKey(SigningKey key) {
            this.key = key;
        }

        @Override
        public X509Certificate[] getX509Certificates(CryptoType wanted) {
            return new X509Certificate[] {key.certificate()};
        }

        @Override
        public String getX509Identifier(X509Certificate certificate) {
            return "";
        }

        @Override
        public PrivateKey getPrivateKey(X509Certificate certificate, CallbackHandler handler) {
            return key.key();
        }

        @Override
        public PrivateKey getPrivateKey(PublicKey publicKey, CallbackHandler handler) {
            return key.key();
        }

        @Override
        public PrivateKey getPrivateKey(String identifier, String password) {
            return key.key();
        }

        @Override
        public void verifyTrust(
                X509Certificate[] certificates,
                boolean revocation,
                Collection<Pattern> subjects,
                Collection<Pattern> issuers) {
            throw new UnsupportedOperationException("a signer trusts nobody");
        }

        @Override
        public void verifyTrust(PublicKey publicKey) {
            throw new UnsupportedOperationException("a signer trusts nobody");
        }
    }
}
