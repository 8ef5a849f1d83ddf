package mokiniai.bench;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lt.mokiniai.platform.trust.CryptoProvider;
import lt.mokiniai.platform.trust.SigningKey;
import lt.mokiniai.platform.xml.XmlParsers;
import org.apache.xml.security.c14n.Canonicalizer;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What one exchange cannot do without, and nothing else: the digests of the parts that its request and its answer sign, one
 * verification and one signature. The parts are those of a real exchange, canonical already; keys and provider are the
 * register's.
 */
final class RawLoop {

    private static final String DS = "http://www.w3.org/2000/09/xmldsig#";
    private static final String ID =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";

    private final List<byte[]> parts = new ArrayList<>();
    private final byte[] signedInfo;
    private final byte[] answeredInfo;
    private final byte[] value;
    private final PublicKey verifying;
    private final PrivateKey signing;
    private final MessageDigest digest;
    private final Signature verifier;
    private final Signature signer;

    private RawLoop(Path request, Path answer, X509Certificate client, SigningKey register)
            throws IOException, SAXException, XMLSecurityException, GeneralSecurityException {
        Document asked = XmlParsers.parse(Files.readAllBytes(request));
        Document answered = XmlParsers.parse(Files.readAllBytes(answer));
        collect(asked);
        collect(answered);
        this.signedInfo = canonical(first(asked, "SignedInfo"));
        this.answeredInfo = canonical(first(answered, "SignedInfo"));
        byte[] plain = java.util.Base64.getMimeDecoder()
                .decode(first(asked, "SignatureValue").getTextContent());
        this.verifying = client.getPublicKey();
        this.signing = register.key();
        this.digest = MessageDigest.getInstance("SHA-256");
        // As XML Signature writes it: the two numbers, not their DER structure.
        this.verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
        this.signer = Signature.getInstance("SHA256withECDSAinP1363Format");
        this.value = plain;
        if (!once()) {
            throw new IllegalStateException("the signature of the request is not verified");
        }
    }

    /** Waits for numbers, and runs so often. */
    public static void main(String[] arguments) throws Exception {
        String provider = CryptoProvider.install();
        RawLoop loop = new RawLoop(
                Path.of(arguments[0]),
                Path.of(arguments[1]),
                SigningKey.load(Path.of(arguments[2]), "demo".toCharArray()).certificate(),
                SigningKey.load(Path.of(arguments[3]), "demo".toCharArray(), "ec"));
        System.out.println("ready: " + loop.parts.size() + " digests, " + provider);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            int times = Integer.parseInt(line);
            int good = 0;
            for (int time = 0; time < times; time++) {
                good += loop.once() ? 1 : 0;
            }
            System.out.println(good);
        }
    }

    private boolean once() throws GeneralSecurityException {
        for (byte[] part : parts) {
            digest.digest(part);
        }
        verifier.initVerify(verifying);
        verifier.update(signedInfo);
        boolean good = verifier.verify(value);
        signer.initSign(signing);
        signer.update(answeredInfo);
        return good && signer.sign().length > 0;
    }

    private void collect(Document document) throws XMLSecurityException {
        Map<String, Element> byId = new HashMap<>();
        NodeList all = document.getElementsByTagNameNS("*", "*");
        for (int index = 0; index < all.getLength(); index++) {
            Element element = (Element) all.item(index);
            byId.put(element.getAttributeNS(ID, "Id"), element);
        }
        NodeList references = document.getElementsByTagNameNS(DS, "Reference");
        for (int index = 0; index < references.getLength(); index++) {
            String uri = ((Element) references.item(index)).getAttribute("URI");
            Element part = byId.get(uri.substring(1));
            if (part != null) {
                parts.add(canonical(part));
            }
        }
    }

    private static Element first(Document document, String name) {
        return (Element) document.getElementsByTagNameNS(DS, name).item(0);
    }

    private static byte[] canonical(Element element) throws XMLSecurityException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Canonicalizer.getInstance(Canonicalizer.ALGO_ID_C14N_EXCL_OMIT_COMMENTS).canonicalizeSubtree(element, out);
        return out.toByteArray();
    }
}
