package lt.mokiniai.contract.signatures;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.keyinfo.KeyInfoFactory;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.crypto.dsig.spec.XPathFilter2ParameterSpec;
import javax.xml.crypto.dsig.spec.XPathType;
import lt.mokiniai.platform.xml.XmlText;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Signs contract files for one party. The text of a file stays as it is; a Signature is put in at its end. */
public final class ContractSigner {

    private final PrivateKey key;
    private final X509Certificate certificate;

    /** @throws NotSigned when signatures of such a key are not taken */
    public ContractSigner(PrivateKey key, X509Certificate certificate) {
        if (!Algorithms.isTaken(certificate.getPublicKey())) {
            throw new NotSigned(
                    "signatures of such a key are not taken", "Sign with a key that is " + Algorithms.KEYS.en());
        }
        this.key = key;
        this.certificate = certificate;
    }

    /**
     * Gives the file with a signature more.
     *
     * @throws NotSigned when it cannot be read, was signed with the same certificate or twice, carries a signature that
     *     is not intact, or the key is not that of the certificate
     */
    public byte[] sign(byte[] file) {
        ContractText text = ContractText.of(file);
        requireRoom(SignatureVerifier.verify(text.root()));
        byte[] signed = text.with(signature(text.root()));
        List<ContractSignature> all =
                SignatureVerifier.verify(ContractText.of(signed).root());
        if (!all.stream().allMatch(ContractSignature::isIntact)) {
            throw new NotSigned(
                    "the key is not that of the certificate", "Name a key and the certificate of its public half");
        }
        return signed;
    }

    private void requireRoom(List<ContractSignature> signatures) {
        signatures.stream()
                .map(ContractSignature::problem)
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(problem -> {
                    throw new NotSigned(
                            "the file carries a signature that cannot be taken: "
                                    + problem.notice().en().what(),
                            problem.notice().en().remedy());
                });
        if (signatures.stream().anyMatch(signature -> signature.certificate().equals(Optional.of(certificate)))) {
            throw new NotSigned(
                    "the file was signed with this certificate already", "It is the other party's turn to sign");
        }
        if (signatures.size() > 1) {
            throw new NotSigned(
                    "the file carries two signatures already",
                    "To sign it anew, take the Signature elements out, and let both parties sign");
        }
    }

    private String signature(Element root) {
        try {
            DOMSignContext context = new DOMSignContext(key, root);
            context.putNamespacePrefix(XMLSignature.XMLNS, "ds");
            context.putNamespacePrefix(Algorithms.FILTER, "filter");
            XMLSignatureFactory factory = SignatureVerifier.factory();
            KeyInfoFactory keys = factory.getKeyInfoFactory();
            KeyInfo keyInfo = keys.newKeyInfo(List.of(keys.newX509Data(List.of(certificate))));
            factory.newXMLSignature(signedInfo(factory), keyInfo).sign(context);
            return text(root.getLastChild());
        } catch (GeneralSecurityException | MarshalException | XMLSignatureException e) {
            throw new NotSigned("the key cannot sign", "Name a key and the certificate of its public half");
        }
    }

    private SignedInfo signedInfo(XMLSignatureFactory factory) throws GeneralSecurityException {
        XPathType others = new XPathType(
                ContractSignatureShape.SIGNATURES_OF_THE_ROOT,
                XPathType.Filter.SUBTRACT,
                Map.of("ds", XMLSignature.XMLNS));
        List<Transform> transforms = List.of(
                factory.newTransform(Algorithms.FILTER, new XPathFilter2ParameterSpec(List.of(others))),
                factory.newTransform(Algorithms.EXCLUSIVE, (TransformParameterSpec) null));
        Reference document = factory.newReference(
                "",
                factory.newDigestMethod(Algorithms.digest(certificate.getPublicKey()), null),
                transforms,
                null,
                null);
        return factory.newSignedInfo(
                factory.newCanonicalizationMethod(Algorithms.EXCLUSIVE, (C14NMethodParameterSpec) null),
                factory.newSignatureMethod(Algorithms.signature(certificate.getPublicKey()), null),
                List.of(document));
    }

    /** The library breaks base64 with carriage returns, which XML must escape: they stand for nothing there. */
    private static String text(Node signature) {
        return XmlText.of(signature).replace("&#13;", "");
    }
}
