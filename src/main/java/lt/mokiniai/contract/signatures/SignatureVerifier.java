package lt.mokiniai.contract.signatures;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.NoSuchProviderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Verifies the signatures of a contract, or of another document, with the JDK's XML signatures, each for itself. */
public final class SignatureVerifier {

    private SignatureVerifier() {}

    /**
     * Verifies every Signature of a document, wherever it stands.
     *
     * @param root the document's element, parsed with namespaces: their declarations and processing instructions are in
     *     the tree, comments need not be. The line of an element is its user data {@code line}, where it has any
     * @return in the order of the document; empty when nobody has signed
     */
    public static List<ContractSignature> verify(Element root) {
        return verify(root, Optional.empty());
    }

    /**
     * Verifies every Signature of a document, wherever it stands.
     *
     * @param root as above
     * @param beside the file that each of them must sign too
     * @throws UncheckedIOException when the file cannot be read
     */
    public static List<ContractSignature> verify(Element root, Optional<FileBeside> beside) {
        List<ContractSignature> signatures = new ArrayList<>();
        NodeList all = root.getElementsByTagNameNS(XMLSignature.XMLNS, "*");
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            if (!isOfASignature(element.getParentNode())) {
                signatures.add(verified(root, element, beside));
            }
        }
        return List.copyOf(signatures);
    }

    /** The line of an element's start tag; 1 where the parser kept none. */
    static int line(Element element) {
        return element.getUserData("line") instanceof Integer line ? line : 1;
    }

    private static boolean isOfASignature(Node node) {
        return XMLSignature.XMLNS.equals(node.getNamespaceURI());
    }

    private static ContractSignature verified(Element root, Element signature, Optional<FileBeside> beside) {
        int line = line(signature);
        Optional<X509Certificate> certificate = Optional.empty();
        try {
            requirePlace(root, signature);
            certificate = Optional.of(
                    certificate(ContractSignatureShape.certificate(signature, beside.map(FileBeside::name))));
            verify(signature, certificate.get(), beside);
            return new ContractSignature(line, certificate, Optional.empty());
        } catch (BadSignature e) {
            return new ContractSignature(line, certificate, Optional.of(e.at(line)));
        }
    }

    private static void requirePlace(Element root, Element signature) {
        boolean isLast = signature.getParentNode() == root && "Signature".equals(signature.getLocalName());
        for (Node next = signature; next != null; next = next.getNextSibling()) {
            isLast &= !(next instanceof Element) || isOfASignature(next);
        }
        if (!isLast || root.getOwnerDocument().getDocumentElement() != root) {
            throw new BadSignature(SignatureFault.NO_PLACE.of());
        }
    }

    private static X509Certificate certificate(String base64) {
        X509Certificate certificate;
        try {
            certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(
                            new ByteArrayInputStream(Base64.getMimeDecoder().decode(base64)));
        } catch (CertificateException | IllegalArgumentException e) {
            throw new BadSignature(SignatureFault.CERTIFICATE.of());
        }
        if (!Algorithms.isTaken(certificate.getPublicKey())) {
            throw new BadSignature(SignatureFault.KEY.of(Algorithms.KEYS));
        }
        return certificate;
    }

    private static void verify(Element element, X509Certificate certificate, Optional<FileBeside> beside) {
        DOMValidateContext context = new DOMValidateContext(certificate.getPublicKey(), element);
        context.setProperty("org.jcp.xml.dsig.secureValidation", true);
        if (beside.isEmpty()) {
            verify(context);
            return;
        }
        try (InputStream bytes = beside.get().open()) {
            context.setURIDereferencer(beside.get().over(bytes, factory().getURIDereferencer()));
            verify(context);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void verify(DOMValidateContext context) {
        try {
            XMLSignature signature = factory().unmarshalXMLSignature(context);
            if (!signature.getSignatureValue().validate(context)) {
                throw notOfThisKey();
            }
            for (Object reference : signature.getSignedInfo().getReferences()) {
                if (!((Reference) reference).validate(context)) {
                    throw new BadSignature(SignatureFault.OTHER_TEXT.of());
                }
            }
        } catch (MarshalException | XMLSignatureException e) {
            throw notOfThisKey();
        }
    }

    private static BadSignature notOfThisKey() {
        return new BadSignature(SignatureFault.OTHER_KEY.of());
    }

    /** Named: WSS4J brings another implementation, whose place in the list of providers depends on the start. */
    static XMLSignatureFactory factory() {
        try {
            return XMLSignatureFactory.getInstance("DOM", "XMLDSig");
        } catch (NoSuchProviderException e) {
            throw new IllegalStateException("this JDK lacks its module java.xml.crypto", e);
        }
    }
}
