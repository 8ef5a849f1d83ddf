package lt.mokiniai.contract.signatures;

import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfoFactory;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.crypto.dsig.spec.XPathFilter2ParameterSpec;
import javax.xml.crypto.dsig.spec.XPathType;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import lt.mokiniai.exchange.security.TestPki;
import lt.mokiniai.exchange.security.TestPki.Pair;
import org.apache.jcp.xml.dsig.internal.dom.XMLDSigRI;
import org.w3c.dom.Element;

/** Valid signatures that are not made by the code that is tested: with Apache Santuario, as others may. */
final class ForeignSignature {

    private static final XMLSignatureFactory FACTORY = XMLSignatureFactory.getInstance("DOM", new XMLDSigRI());

    private ForeignSignature() {}

    /** Signs what is left when the nodes of an expression are taken away. */
    static String of(String text, String subtracted, Pair signer) {
        try {
            Element root = ContractText.of(Signed.bytes(text)).root();
            XPathType nodes = new XPathType(subtracted, XPathType.Filter.SUBTRACT, Map.of("ds", XMLSignature.XMLNS));
            Transform subtraction =
                    FACTORY.newTransform(Transform.XPATH2, new XPathFilter2ParameterSpec(List.of(nodes)));
            Transform exclusive = FACTORY.newTransform(CanonicalizationMethod.EXCLUSIVE, (TransformParameterSpec) null);
            KeyInfoFactory keys = FACTORY.getKeyInfoFactory();
            DOMSignContext context = new DOMSignContext(signer.key(), root);
            context.putNamespacePrefix(XMLSignature.XMLNS, "ds");
            FACTORY.newXMLSignature(
                            FACTORY.newSignedInfo(
                                    FACTORY.newCanonicalizationMethod(
                                            CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null),
                                    FACTORY.newSignatureMethod(
                                            "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256", null),
                                    List.of(FACTORY.newReference(
                                            "",
                                            FACTORY.newDigestMethod(DigestMethod.SHA512, null),
                                            List.of(subtraction, exclusive),
                                            null,
                                            null))),
                            keys.newKeyInfo(List.of(keys.newX509Data(List.of(signer.certificate())))))
                    .sign(context);
            StringWriter written = new StringWriter();
            TransformerFactory.newDefaultInstance()
                    .newTransformer()
                    .transform(new DOMSource(root), new StreamResult(written));
            return written.toString();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether Santuario calls the first signature valid, whatever its shape is. */
    static boolean isValid(String text) {
        try {
            Element root = ContractText.of(Signed.bytes(text)).root();
            DOMValidateContext context = new DOMValidateContext(
                    TestPki.PARTY.certificate().getPublicKey(),
                    root.getElementsByTagNameNS(XMLSignature.XMLNS, "Signature").item(0));
            return FACTORY.unmarshalXMLSignature(context).validate(context);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
