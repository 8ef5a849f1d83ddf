#!/usr/bin/env python3
"""Calls getStudent of the Pupils' Register with zeep and xmlsec.

    apt-get install python3-zeep python3-xmlsec python3-cryptography
    python3 client.py http://localhost:8080 var/demo benefits LT-DEMO/GOV/190000015/benefits ISSUE-1 59403149013

Signs Body, Timestamp and every X-Road header, verifies the signature of the answer and that it answers this very
request, and prints what a fault says. Exit codes: 0 answered, 1 refused or not verified.
"""
import base64
import hashlib
import re
import ssl
import sys
import uuid
from datetime import datetime, timedelta, timezone

import xmlsec
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, pkcs12
from lxml import etree
from zeep import Client
from zeep.exceptions import Fault
from zeep.transports import Transport

SOAP = "http://schemas.xmlsoap.org/soap/envelope/"
WSSE = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd"
WSSE11 = "http://docs.oasis-open.org/wss/oasis-wss-wssecurity-secext-1.1.xsd"
WSU = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd"
X509 = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-x509-token-profile-1.0#X509v3"
B64 = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0#Base64Binary"
XRD = "http://x-road.eu/xsd/xroad.xsd"
IDS = "http://x-road.eu/xsd/identifiers"
DS = "http://www.w3.org/2000/09/xmldsig#"
EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#"
MORE = "http://www.w3.org/2001/04/xmldsig-more#"
SIGNATURES = {f"{MORE}{key}-sha{bits}" for key in ("ecdsa", "rsa") for bits in (256, 384, 512)}
DIGESTS = {"http://www.w3.org/2001/04/xmlenc#sha256", f"{MORE}sha384", "http://www.w3.org/2001/04/xmlenc#sha512"}


class SignedExchange:
    """The wsse object of zeep: signs what goes out, verifies what comes in."""

    def __init__(self, key_file, password, register_file):
        self.key_file, self.password, self.register_file = key_file, password, register_file
        self.signature_value = None
        self.verified = False

    def key(self):
        return xmlsec.Key.from_file(self.key_file, xmlsec.KeyFormat.PKCS12_PEM, self.password)

    def certificate(self):
        with open(self.key_file, "rb") as file:
            private, certificate, _ = pkcs12.load_key_and_certificates(file.read(), self.password.encode())
        return certificate.public_bytes(Encoding.DER), private

    def apply(self, envelope, headers):
        certificate, private = self.certificate()
        header = envelope.find(f"{{{SOAP}}}Header")
        security = etree.SubElement(header, f"{{{WSSE}}}Security", nsmap={"wsse": WSSE, "wsu": WSU})
        security.set(f"{{{SOAP}}}mustUnderstand", "1")
        token = etree.SubElement(security, f"{{{WSSE}}}BinarySecurityToken")
        token.set("ValueType", X509)
        token.set("EncodingType", B64)
        token.set(f"{{{WSU}}}Id", "token")
        token.text = base64.b64encode(certificate).decode()
        timestamp = etree.SubElement(security, f"{{{WSU}}}Timestamp")
        now = datetime.now(timezone.utc)
        for name, at in (("Created", now), ("Expires", now + timedelta(minutes=5))):
            part = etree.SubElement(timestamp, f"{{{WSU}}}{name}")
            part.text = at.strftime("%Y-%m-%dT%H:%M:%S.") + "%03dZ" % (at.microsecond // 1000)

        elliptic = isinstance(private, ec.EllipticCurvePrivateKey)
        method = xmlsec.Transform.ECDSA_SHA256 if elliptic else xmlsec.Transform.RSA_SHA256
        signature = xmlsec.template.create(envelope, xmlsec.Transform.EXCL_C14N, method, ns="ds")
        security.append(signature)
        signed = [envelope.find(f"{{{SOAP}}}Body"), timestamp]
        signed += [part for part in header if part.tag.startswith("{http://x-road.eu/")]
        for number, part in enumerate(signed):
            part.set(f"{{{WSU}}}Id", f"signed-{number}")
            reference = xmlsec.template.add_reference(signature, xmlsec.Transform.SHA256, uri=f"#signed-{number}")
            xmlsec.template.add_transform(reference, xmlsec.Transform.EXCL_C14N)
        key_info = xmlsec.template.ensure_key_info(signature)
        to_token = etree.SubElement(key_info, f"{{{WSSE}}}SecurityTokenReference")
        reference = etree.SubElement(to_token, f"{{{WSSE}}}Reference")
        reference.set("URI", "#token")
        reference.set("ValueType", X509)

        context = xmlsec.SignatureContext()
        context.key = self.key()
        for part in signed:
            context.register_id(part, "Id", WSU)
        context.sign(signature)
        self.signature_value = "".join(signature.findtext(f"{{{DS}}}SignatureValue").split())
        return envelope, headers

    def verify(self, envelope):
        """Raises when the answer is not the register's, or answers another request."""
        self.verified = False
        body = only(envelope, SOAP, "Body")
        if next(envelope.iter(f"{{{WSSE}}}Security"), None) is None:
            if [part.tag for part in body] == [f"{{{SOAP}}}Fault"]:
                return envelope  # The register does not know who asks, so it signs nothing; nothing was answered.
            raise ValueError("the answer is not signed")
        header = only(envelope, SOAP, "Header")
        if len(envelope) != 2:
            raise ValueError("the answer holds what the register does not send")
        security = only(header, WSSE, "Security")
        token = base64.b64decode(only(security, WSSE, "BinarySecurityToken").text)
        self.require_the_register(token)
        signature = only(security, DS, "Signature")
        if len(list(envelope.iter(f"{{{DS}}}Signature"))) != 1:
            raise ValueError("it does not have one signature")
        # What a reference resolves to must be the one element that is read.
        ids = [value for part in envelope.iter(etree.Element) for name, value in part.items() if local(name) == "Id"]
        if len(ids) != len(set(ids)):
            raise ValueError("an identifier stands twice in the answer")
        covered = references(only(signature, DS, "SignedInfo"))
        context = xmlsec.SignatureContext()
        context.key = xmlsec.Key.from_memory(token, xmlsec.KeyFormat.CERT_DER, None)
        for part in envelope.iter(etree.Element):
            if part.get(f"{{{WSU}}}Id") is not None:
                context.register_id(part, "Id", WSU)
        context.verify(signature)
        confirmation = only(security, WSSE11, "SignatureConfirmation")
        parts = [body, only(security, WSU, "Timestamp"), confirmation]
        for part in parts + [part for part in header if part is not security]:
            if "#" + part.get(f"{{{WSU}}}Id", "") not in covered:
                raise ValueError(f"the signature does not cover {part.tag}")
        if confirmation.get("Value") != self.signature_value:
            raise ValueError("it answers another request")
        # No WSDL names this header, so zeep does not give it out.
        self.request_hash = base64.b64decode(only(header, XRD, "requestHash").text)
        self.verified = True
        return envelope

    def require_the_register(self, certificate):
        """The register's certificates come from its operator, in a file; nobody else's is taken."""
        with open(self.register_file) as file:
            known = re.findall("-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----", file.read())
        if certificate not in [ssl.PEM_cert_to_DER_cert(one) for one in known]:
            raise ValueError("signed by somebody else than the register")


def local(name):
    return etree.QName(name).localname


def only(parent, namespace, name):
    """The one child of this name: a second one might be the one that is not signed."""
    found = parent.findall(f"{{{namespace}}}{name}")
    if len(found) != 1:
        raise ValueError(f"the answer has {len(found)} {name} in {parent.tag}")
    return found[0]


def references(info):
    """What SignedInfo says is signed. A reference that stands elsewhere was checked by nobody."""
    found = info.findall(f"{{{DS}}}Reference")
    agreed = only(info, DS, "CanonicalizationMethod").get("Algorithm") == EXCLUSIVE
    agreed = agreed and only(info, DS, "SignatureMethod").get("Algorithm") in SIGNATURES
    for reference in found:
        transforms = [one.get("Algorithm") for one in only(reference, DS, "Transforms")]
        agreed = agreed and transforms == [EXCLUSIVE]
        agreed = agreed and only(reference, DS, "DigestMethod").get("Algorithm") in DIGESTS
    if not agreed:
        raise ValueError("signed with another algorithm than agreed")
    return {reference.get("URI") for reference in found}


class Wire(Transport):
    """Keeps the bytes that were sent, so that the answer's requestHash can be compared."""

    def post(self, address, message, headers):
        self.sent = message
        return super().post(address, message, headers)


def identifier(name, kind, parts):
    element = etree.Element(f"{{{XRD}}}{name}", nsmap={"xrd": XRD, "id": IDS})
    element.set(f"{{{IDS}}}objectType", kind)
    for part, value in parts:
        etree.SubElement(element, f"{{{IDS}}}{part}").text = value
    return element


def text(name, value):
    element = etree.Element(f"{{{XRD}}}{name}", nsmap={"xrd": XRD})
    element.text = value
    return element


REGISTER = "LT-DEMO/GOV/190000008/mokiniai"
MEMBER = ("xRoadInstance", "memberClass", "memberCode", "subsystemCode")


def main(url, folder, party, client, issue, personal_code):
    exchange = SignedExchange(f"{folder}/{party}.p12", "demo", f"{folder}/register.crt")
    wire = Wire()
    address = f"{url}/services/students/v1"
    register = Client(f"{address}?wsdl", wsse=exchange, transport=wire)
    students = register.create_service("{http://mokiniai.lt/students/v1}StudentsBinding", address)
    service = zip(MEMBER + ("serviceCode", "serviceVersion"), REGISTER.split("/") + ["getStudent", "v1"])
    headers = [
        identifier("client", "SUBSYSTEM", zip(MEMBER, client.split("/"))),
        identifier("service", "SERVICE", service),
        text("id", str(uuid.uuid4())),
        text("userId", "python-client"),
        text("issue", issue),
        text("protocolVersion", "4.0"),
    ]
    try:
        answer = students.getStudent(person={"personalCode": personal_code}, _soapheaders=headers)
    except Fault as fault:
        print("refused:", fault.message, "" if exchange.verified else "(not signed)", file=sys.stderr)
        if fault.detail is not None:
            print(etree.tostring(fault.detail, pretty_print=True, encoding="unicode"), file=sys.stderr)
        return 1
    if not exchange.verified:
        raise ValueError("the answer is not signed")
    if exchange.request_hash != hashlib.sha512(wire.sent).digest():
        raise ValueError("the answer's requestHash is of another request")
    print(answer.body)
    print("signature verified, receipt", answer.header.receiptHeader.number)
    return 0


if __name__ == "__main__":
    if len(sys.argv) != 7:
        sys.exit(__doc__)
    try:
        sys.exit(main(*sys.argv[1:]))
    except xmlsec.Error as failure:
        sys.exit(f"not verified: its signature is wrong: {failure}")
    except ValueError as failure:
        sys.exit(f"not verified: {failure}")
