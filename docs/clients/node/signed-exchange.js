import { createHash, randomUUID, sign, verify, X509Certificate } from "node:crypto";
import { DOMParser } from "@xmldom/xmldom";
import { SignedXml } from "xml-crypto";

const SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
const OASIS = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-";
const WSSE = `${OASIS}wssecurity-secext-1.0.xsd`;
const WSU = `${OASIS}wssecurity-utility-1.0.xsd`;
const WSSE11 = "http://docs.oasis-open.org/wss/oasis-wss-wssecurity-secext-1.1.xsd";
const X509 = `${OASIS}x509-token-profile-1.0#X509v3`;
const DS = "http://www.w3.org/2000/09/xmldsig#";
const XRD = "http://x-road.eu/xsd/xroad.xsd";
const EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#";
const SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256";
const RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
const ECDSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256";

/** ECDSA for xml-crypto, which brings none. XML signatures hold r and s alone, not the DER that Node makes. */
class EcdsaSha256 {
  getAlgorithmName = () => ECDSA_SHA256;
  getSignature = (text, key) =>
    sign("sha256", Buffer.from(text), { key, dsaEncoding: "ieee-p1363" }).toString("base64");
  verifySignature = (text, key, value) =>
    verify("sha256", Buffer.from(text), { key, dsaEncoding: "ieee-p1363" }, Buffer.from(value, "base64"));
}

/** The security object of node-soap: signs what goes out; verifies what came back when it is asked to. */
export class SignedExchange {
  /** Own key and certificate, and the register's certificates: answers must be signed by one of these very ones. */
  constructor(privateKey, certificate, registerCertificates) {
    this.privateKey = privateKey;
    this.certificate = certificate;
    this.registerCertificates = registerCertificates;
  }

  /** node-soap calls this with the envelope just before it is sent. */
  postProcess(xml, envelopeKey) {
    const created = new Date();
    const expires = new Date(created.getTime() + 300_000);
    const security =
      `<wsse:Security xmlns:wsse="${WSSE}" xmlns:wsu="${WSU}" ${envelopeKey}:mustUnderstand="1">` +
      `<wsse:BinarySecurityToken wsu:Id="token" ValueType="${X509}" ` +
      `EncodingType="${OASIS}soap-message-security-1.0#Base64Binary">${this.certificate.raw.toString("base64")}` +
      `</wsse:BinarySecurityToken><wsu:Timestamp wsu:Id="timestamp"><wsu:Created>${created.toISOString()}` +
      `</wsu:Created><wsu:Expires>${expires.toISOString()}</wsu:Expires></wsu:Timestamp></wsse:Security>`;
    const end = xml.indexOf(`</${envelopeKey}:Header>`);
    const signer = new SignedXml({
      idMode: "wssecurity",
      privateKey: this.privateKey,
      signatureAlgorithm: this.privateKey.asymmetricKeyType === "ec" ? ECDSA_SHA256 : RSA_SHA256,
      canonicalizationAlgorithm: EXCLUSIVE,
      getKeyInfoContent: () =>
        `<wsse:SecurityTokenReference><wsse:Reference URI="#token" ValueType="${X509}"/></wsse:SecurityTokenReference>`,
    });
    signer.SignatureAlgorithms[ECDSA_SHA256] = EcdsaSha256;
    const header = "/*/*[local-name(.)='Header']";
    for (const xpath of [
      "/*/*[local-name(.)='Body']",
      `${header}/*/*[local-name(.)='Timestamp']`,
      `${header}/*[starts-with(namespace-uri(.),'http://x-road.eu/')]`,
    ]) {
      signer.addReference({ xpath, transforms: [EXCLUSIVE], digestAlgorithm: SHA256 });
    }
    signer.computeSignature(xml.slice(0, end) + security + xml.slice(end), {
      prefix: "ds",
      location: { reference: `${header}/*[local-name(.)='Security']`, action: "append" },
      existingPrefixes: { wsse: WSSE, wsu: WSU },
    });
    this.sent = signer.getSignedXml();
    this.signatureValue = signer.signatureValue;
    return this.sent;
  }

  /** Throws when an answer is not the register's, is not signed whole, or answers another request. */
  verify(answer) {
    // Comments, CDATA and DTDs are read differently by different parsers; the register sends none.
    if (answer.includes("<!")) throw new Error("the answer holds what the register does not send");
    const envelope = new DOMParser().parseFromString(answer, "text/xml").documentElement;
    const header = only(envelope, SOAP, "Header");
    const body = only(envelope, SOAP, "Body");
    // soap reads names without their namespaces, so nothing else may stand beside these.
    if (children(envelope).length !== 2) throw new Error("the answer holds what the register does not send");
    const security = only(header, WSSE, "Security");
    const signature = only(security, DS, "Signature");
    const info = only(signature, DS, "SignedInfo");
    requirePlainUniqueIdentifiers(envelope);
    const signer = new X509Certificate(Buffer.from(only(security, WSSE, "BinarySecurityToken").textContent, "base64"));
    if (!this.registerCertificates.some((one) => one.raw.equals(signer.raw))) {
      throw new Error("signed by somebody else than the register");
    }
    const check = new SignedXml({ publicCert: signer.publicKey, getCertFromKeyInfo: () => null });
    check.SignatureAlgorithms = { [RSA_SHA256]: check.SignatureAlgorithms[RSA_SHA256], [ECDSA_SHA256]: EcdsaSha256 };
    check.CanonicalizationAlgorithms = { [EXCLUSIVE]: check.CanonicalizationAlgorithms[EXCLUSIVE] };
    check.HashAlgorithms = { [SHA256]: check.HashAlgorithms[SHA256] };
    check.loadSignature(signature);
    if (!check.checkSignature(answer)) throw new Error("its signature is wrong");

    const references = children(info).filter((one) => one.namespaceURI === DS && one.localName === "Reference");
    const covered = new Set(references.map((reference) => reference.getAttribute("URI")));
    const confirmation = only(security, WSSE11, "SignatureConfirmation");
    const mustBeSigned = children(header).filter((part) => part !== security);
    for (const part of [...mustBeSigned, body, only(security, WSU, "Timestamp"), confirmation]) {
      if (!covered.has(`#${part.getAttributeNS(WSU, "Id")}`)) throw new Error(`${part.nodeName} is not signed`);
    }
    const hash = createHash("sha512").update(this.sent, "utf8").digest("base64");
    if (confirmation.getAttribute("Value") !== this.signatureValue || only(header, XRD, "requestHash").textContent !== hash) {
      throw new Error("it answers another request");
    }
  }

  /** Whether there is a signature at all: the register signs no fault for a sender that it does not know. */
  static isSigned(answer) {
    return new DOMParser().parseFromString(answer, "text/xml").getElementsByTagNameNS(WSSE, "Security").length > 0;
  }
}

/** The headers of X-Road message protocol 4.0. */
export function xRoadHeaders({ client, service, userId, issue }) {
  const names = ["xRoadInstance", "memberClass", "memberCode", "subsystemCode", "serviceCode", "serviceVersion"];
  const escape = (text) => text.replace(/[<>&"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
  const declared = `xmlns:xrd="${XRD}" xmlns:id="http://x-road.eu/xsd/identifiers"`;
  const identifier = (name, type, path) =>
    `<xrd:${name} ${declared} id:objectType="${type}">` +
    path.split("/").map((part, at) => `<id:${names[at]}>${escape(part)}</id:${names[at]}>`).join("") +
    `</xrd:${name}>`;
  const text = (name, value) => `<xrd:${name} ${declared}>${escape(value)}</xrd:${name}>`;
  return [
    identifier("client", "SUBSYSTEM", client),
    identifier("service", "SERVICE", service),
    text("id", randomUUID()),
    text("userId", userId),
    text("issue", issue),
    text("protocolVersion", "4.0"),
  ];
}

/** What a reference resolves to must be the one element that is read; and an identifier must not be a piece of XPath. */
function requirePlainUniqueIdentifiers(envelope) {
  const seen = new Set();
  for (const element of [envelope, ...Array.from(envelope.getElementsByTagName("*"))]) {
    for (const { prefix, localName, value } of Array.from(element.attributes)) {
      if (prefix === "xmlns" || localName.toLowerCase() !== "id") continue;
      if (!/^[A-Za-z0-9._-]+$/.test(value)) throw new Error("an identifier holds what none of the register's does");
      if (seen.has(value)) throw new Error("an identifier stands twice in the answer");
      seen.add(value);
    }
  }
}

const children = (parent) => Array.from(parent.childNodes).filter((node) => node.nodeType === 1);

function only(parent, namespace, name) {
  const found = children(parent).filter((node) => node.namespaceURI === namespace && node.localName === name);
  if (found.length !== 1) throw new Error(`the answer has ${found.length} ${name} in ${parent.nodeName}`);
  return found[0];
}
