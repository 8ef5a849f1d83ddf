package lt.mokiniai.contract.signatures;

import static lt.mokiniai.kernel.texts.Messages.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.DigestMethod;
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

/** Signs contract files and batches of records for one party. The text of a file stays as it is; a Signature is put in at its end. */
public final class ContractSigner {

    private final PrivateKey key;
    private final X509Certificate certificate;

    /** @throws NotSigned when signatures of such a key are not taken */
    public ContractSigner(PrivateKey key, X509Certificate certificate) {
        if (!Algorithms.isTaken(certificate.getPublicKey())) {
            throw new NotSigned(text("not-signed.key.message"), text("not-signed.key.remedy", Algorithms.KEYS));
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
        return sign(file, Optional.empty());
    }

    /**
     * Gives a file with a signature more, of it and of a file beside it.
     *
     * @throws NotSigned as above
     * @throws UncheckedIOException when the file beside cannot be read
     */
    public byte[] sign(byte[] file, FileBeside beside) {
        return sign(file, Optional.of(beside));
    }

    private byte[] sign(byte[] file, Optional<FileBeside> beside) {
        ContractText text = ContractText.of(file);
        requireRoom(SignatureVerifier.verify(text.root(), beside));
        byte[] signed = text.with(signature(text.root(), beside));
        List<ContractSignature> all =
                SignatureVerifier.verify(ContractText.of(signed).root(), beside);
        if (!all.stream().allMatch(ContractSignature::isIntact)) {
            throw new NotSigned(text("not-signed.other-key.message"), text("not-signed.other-key.remedy"));
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
                            text("not-signed.broken-signature", problem.notice().what()),
                            problem.notice().remedy());
                });
        if (signatures.stream().anyMatch(signature -> signature.certificate().equals(Optional.of(certificate)))) {
            throw new NotSigned(text("not-signed.signed.message"), text("not-signed.signed.remedy"));
        }
        if (signatures.size() > 1) {
            throw new NotSigned(text("not-signed.twice.message"), text("not-signed.twice.remedy"));
        }
    }

    private String signature(Element root, Optional<FileBeside> beside) {
        DOMSignContext context = new DOMSignContext(key, root);
        if (beside.isEmpty()) {
            return signature(root, context, beside);
        }
        try (InputStream bytes = beside.get().open()) {
            context.setURIDereferencer(
                    beside.get().over(bytes, SignatureVerifier.factory().getURIDereferencer()));
            return signature(root, context, beside);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String signature(Element root, DOMSignContext context, Optional<FileBeside> beside) {
        try {
            context.putNamespacePrefix(XMLSignature.XMLNS, "ds");
            context.putNamespacePrefix(Algorithms.FILTER, "filter");
            XMLSignatureFactory factory = SignatureVerifier.factory();
            KeyInfoFactory keys = factory.getKeyInfoFactory();
            KeyInfo keyInfo = keys.newKeyInfo(List.of(keys.newX509Data(List.of(certificate))));
            factory.newXMLSignature(signedInfo(factory, beside), keyInfo).sign(context);
            return written(root.getLastChild());
        } catch (GeneralSecurityException | MarshalException | XMLSignatureException e) {
            throw new NotSigned(text("not-signed.no-key.message"), text("not-signed.other-key.remedy"));
        }
    }

    private SignedInfo signedInfo(XMLSignatureFactory factory, Optional<FileBeside> beside)
            throws GeneralSecurityException {
        XPathType others = new XPathType(
                ContractSignatureShape.SIGNATURES_OF_THE_ROOT,
                XPathType.Filter.SUBTRACT,
                Map.of("ds", XMLSignature.XMLNS));
        List<Transform> transforms = List.of(
                factory.newTransform(Algorithms.FILTER, new XPathFilter2ParameterSpec(List.of(others))),
                factory.newTransform(Algorithms.EXCLUSIVE, (TransformParameterSpec) null));
        DigestMethod digest = factory.newDigestMethod(Algorithms.digest(certificate.getPublicKey()), null);
        List<Reference> references = new ArrayList<>();
        references.add(factory.newReference("", digest, transforms, null, null));
        beside.ifPresent(file -> references.add(factory.newReference(file.name(), digest)));
        return factory.newSignedInfo(
                factory.newCanonicalizationMethod(Algorithms.EXCLUSIVE, (C14NMethodParameterSpec) null),
                factory.newSignatureMethod(Algorithms.signature(certificate.getPublicKey()), null),
                references);
    }

    /** The library breaks base64 with carriage returns, which XML must escape: they stand for nothing there. */
    private static String written(Node signature) {
        return XmlText.of(signature).replace("&#13;", "");
    }
}
