package lt.mokiniai.soapui;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import lt.mokiniai.soapui.SoapUiProject.Entry;
import lt.mokiniai.soapui.SoapUiProject.Keystore;
import lt.mokiniai.soapui.SoapUiProject.Part;
import lt.mokiniai.soapui.SoapUiProject.Signature;
import lt.mokiniai.soapui.SoapUiProject.Timestamp;
import org.apache.wss4j.common.WSEncryptionPart;
import org.apache.wss4j.common.crypto.Merlin;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.apache.wss4j.dom.engine.WSSecurityEngine;
import org.apache.wss4j.dom.message.WSSecHeader;
import org.apache.wss4j.dom.message.WSSecSignature;
import org.apache.wss4j.dom.message.WSSecTimestamp;
import org.w3c.dom.Document;

/**
 * The project's WS-Security, by a newer WSS4J than SoapUI's. SoapUI sends a message that it could not sign as it is;
 * here that fails.
 */
record MessageSecurity(SoapUiProject project, Expansion expansion) {

    /** Puts in what the outgoing configuration says, entry by entry. */
    void secure(Document envelope, String configuration) {
        SoapUiProject.Outgoing outgoing = project.security().get(configuration);
        if (outgoing == null) {
            throw new AssertionError("no outgoing configuration " + configuration);
        }
        try {
            WSSecHeader header = new WSSecHeader(envelope);
            header.setMustUnderstand(false);
            header.insertSecurityHeader();
            for (Entry entry : outgoing.entries()) {
                if (entry instanceof Timestamp timestamp) {
                    WSSecTimestamp made = new WSSecTimestamp(header);
                    made.setTimeToLive(timestamp.timeToLive());
                    made.build();
                } else if (entry instanceof Signature signature) {
                    sign(header, signature);
                }
            }
        } catch (WSSecurityException e) {
            throw new AssertionError("not signed: " + configuration, e);
        }
    }

    private void sign(WSSecHeader header, Signature signature) throws WSSecurityException {
        WSSecSignature made = new WSSecSignature(header);
        made.setUserInfo(expansion.expand(signature.alias()), expansion.expand(signature.password()));
        made.setKeyIdentifierType(signature.keyIdentifier());
        made.setSignatureAlgorithm(signature.algorithm());
        made.setSigCanonicalization(signature.canonicalization());
        made.setDigestAlgo(signature.digest());
        made.setUseSingleCertificate(signature.singleCertificate());
        for (Part part : signature.parts()) {
            made.getParts().add(new WSEncryptionPart(part.name(), part.namespace(), part.encoding()));
        }
        made.build(crypto(signature.keystore()));
    }

    /** Verifies what stands in the Security header of an answer, and that something does. */
    void verify(Document answer, String configuration) {
        String keystore = project.incoming().get(configuration);
        if (keystore == null) {
            throw new AssertionError("no incoming configuration '" + configuration + "'");
        }
        try {
            var results = new WSSecurityEngine().processSecurityHeader(answer, "", null, crypto(keystore));
            if (results == null || results.getResults().isEmpty()) {
                throw new AssertionError("Missing WS-Security results");
            }
        } catch (WSSecurityException e) {
            throw new AssertionError("WS-Security validation failed: " + e.getMessage(), e);
        }
    }

    private Merlin crypto(String name) {
        Keystore keystore = project.keystores().get(name);
        if (keystore == null) {
            throw new AssertionError("no keystore " + name);
        }
        Path file = Path.of(expansion.expand(keystore.source()));
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, keystore.password().toCharArray());
            Merlin crypto = new Merlin();
            crypto.setKeyStore(store);
            crypto.setTrustStore(store);
            return crypto;
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError("keystore " + file + " cannot be opened", e);
        }
    }
}
