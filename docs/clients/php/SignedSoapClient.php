<?php
declare(strict_types=1);

const SOAP = 'http://schemas.xmlsoap.org/soap/envelope/';
const OASIS = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-';
const WSSE = OASIS . 'wssecurity-secext-1.0.xsd';
const WSU = OASIS . 'wssecurity-utility-1.0.xsd';
const WSSE11 = 'http://docs.oasis-open.org/wss/oasis-wss-wssecurity-secext-1.1.xsd';
const X509 = OASIS . 'x509-token-profile-1.0#X509v3';
const BASE64 = OASIS . 'soap-message-security-1.0#Base64Binary';
const DS = 'http://www.w3.org/2000/09/xmldsig#';
const EXCLUSIVE = 'http://www.w3.org/2001/10/xml-exc-c14n#';
const SHA256 = 'http://www.w3.org/2001/04/xmlenc#sha256';
const RSA_SHA256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';
const ECDSA_SHA256 = 'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256';
const XRD = 'http://x-road.eu/xsd/xroad.xsd';
const IDS = 'http://x-road.eu/xsd/identifiers';

/** A SoapClient that signs what it sends, and takes no answer that is not the register's answer to it. */
final class SignedSoapClient extends SoapClient
{
    private OpenSSLAsymmetricKey $key;
    private string $certificate;
    /** @var string[] the register's certificates in DER: answers must be signed by one of these very ones */
    private array $register;
    /** Whether the last answer was signed by the register, whole; a fault may come unsigned. */
    private bool $verified = false;

    public function useKeys(string $key, string $certificate, string $registerCertificates): void
    {
        $this->key = openssl_pkey_get_private($key);
        $this->certificate = der($certificate);
        preg_match_all('/-----BEGIN CERTIFICATE-----.+?-----END CERTIFICATE-----/s', $registerCertificates, $found);
        $this->register = array_map(der(...), $found[0]);
    }

    public function isVerified(): bool
    {
        return $this->verified;
    }

    public function __doRequest(
        string $request,
        string $location,
        string $action,
        int $version,
        bool $oneWay = false,
        mixed ...$ofLaterVersions,
    ): ?string {
        $this->verified = false;
        [$sent, $signatureValue] = $this->sign($request);
        $answer = parent::__doRequest($sent, $location, $action, $version, $oneWay);
        if ($answer !== null) {
            $this->verified = $this->verify($answer, $sent, $signatureValue);
        }
        return $answer;
    }

    /** @return array{string, string} the signed bytes, and the value that the answer must confirm */
    private function sign(string $request): array
    {
        $document = parse($request);
        $envelope = $document->documentElement;
        $envelope->setAttributeNS('http://www.w3.org/2000/xmlns/', 'xmlns:wsu', WSU);
        $header = only($envelope, SOAP, 'Header');
        $security = append($header, WSSE, 'wsse:Security');
        $security->setAttributeNS(SOAP, $envelope->prefix . ':mustUnderstand', '1');
        $token = append($security, WSSE, 'wsse:BinarySecurityToken', base64_encode($this->certificate));
        $token->setAttributeNS(WSU, 'wsu:Id', 'token');
        $token->setAttribute('ValueType', X509);
        $token->setAttribute('EncodingType', BASE64);
        $timestamp = append($security, WSU, 'wsu:Timestamp');
        append($timestamp, WSU, 'wsu:Created', gmdate('Y-m-d\TH:i:s\Z'));
        append($timestamp, WSU, 'wsu:Expires', gmdate('Y-m-d\TH:i:s\Z', time() + 300));

        $elliptic = openssl_pkey_get_details($this->key)['type'] === OPENSSL_KEYTYPE_EC;
        $signature = append($security, DS, 'ds:Signature');
        $info = append($signature, DS, 'ds:SignedInfo');
        append($info, DS, 'ds:CanonicalizationMethod')->setAttribute('Algorithm', EXCLUSIVE);
        append($info, DS, 'ds:SignatureMethod')->setAttribute('Algorithm', $elliptic ? ECDSA_SHA256 : RSA_SHA256);
        $signed = array_filter(children($header), fn ($part) => str_starts_with($part->namespaceURI, 'http://x-road.eu/'));
        foreach ([...array_values($signed), $timestamp, only($envelope, SOAP, 'Body')] as $number => $part) {
            $part->setAttributeNS(WSU, 'wsu:Id', "signed-$number");
            $reference = append($info, DS, 'ds:Reference');
            $reference->setAttribute('URI', "#signed-$number");
            append(append($reference, DS, 'ds:Transforms'), DS, 'ds:Transform')->setAttribute('Algorithm', EXCLUSIVE);
            append($reference, DS, 'ds:DigestMethod')->setAttribute('Algorithm', SHA256);
            append($reference, DS, 'ds:DigestValue', base64_encode(hash('sha256', $part->C14N(true), true)));
        }
        openssl_sign($info->C14N(true), $raw, $this->key, OPENSSL_ALGO_SHA256);
        $value = base64_encode($elliptic ? fromDer($raw, $this->key) : $raw);
        append($signature, DS, 'ds:SignatureValue', $value);
        $toToken = append(append($signature, DS, 'ds:KeyInfo'), WSSE, 'wsse:SecurityTokenReference');
        $toToken = append($toToken, WSSE, 'wsse:Reference');
        $toToken->setAttribute('URI', '#token');
        $toToken->setAttribute('ValueType', X509);
        return [$document->saveXML(), $value];
    }

    /**
     * Throws when an answer is not the register's, is not signed whole, or answers another request.
     *
     * @return bool false for a fault that is not signed: then nothing is known
     */
    private function verify(string $answer, string $sent, string $signatureValue): bool
    {
        // Comments, CDATA and DTDs are read differently by different parsers; the register sends none.
        if (str_contains($answer, '<!')) {
            throw new RuntimeException('the answer holds what the register does not send');
        }
        $envelope = parse($answer)->documentElement;
        $body = only($envelope, SOAP, 'Body');
        $content = children($body);
        $fault = count($content) === 1 && $content[0]->namespaceURI === SOAP && $content[0]->localName === 'Fault';
        if ($fault && $envelope->getElementsByTagNameNS(WSSE, 'Security')->length === 0) {
            return false; // The register signs nothing for a sender that it does not know; nothing was answered.
        }
        $header = only($envelope, SOAP, 'Header');
        if (count(children($envelope)) !== 2) {
            throw new RuntimeException('the answer holds what the register does not send');
        }
        $security = only($header, WSSE, 'Security');
        $signature = only($security, DS, 'Signature');
        $info = only($signature, DS, 'SignedInfo');
        requireUniqueIdentifiers($envelope);
        $signer = base64_decode(only($security, WSSE, 'BinarySecurityToken')->textContent);
        if (!in_array($signer, $this->register, true)) {
            throw new RuntimeException('signed by somebody else than the register');
        }
        $this->verifySignature($info, only($signature, DS, 'SignatureValue')->textContent, $signer);

        $parts = array_filter(children($header), fn ($part) => $part !== $security);
        $confirmation = only($security, WSSE11, 'SignatureConfirmation');
        $digests = digests($info);
        foreach ([...$parts, $body, only($security, WSU, 'Timestamp'), $confirmation] as $part) {
            $digest = $digests['#' . $part->getAttributeNS(WSU, 'Id')] ?? null;
            if ($digest === null) {
                throw new RuntimeException("{$part->nodeName} is not signed");
            }
            if (!hash_equals($digest, hash('sha256', $part->C14N(true), true))) {
                throw new RuntimeException("its signature is wrong: {$part->nodeName} was changed");
            }
        }
        $hash = only($header, XRD, 'requestHash')->textContent;
        if ($confirmation->getAttribute('Value') !== $signatureValue
            || $hash !== base64_encode(hash('sha512', $sent, true))) {
            throw new RuntimeException('it answers another request');
        }
        return true;
    }

    private function verifySignature(DOMElement $info, string $value, string $signer): void
    {
        $key = openssl_pkey_get_public(pem($signer));
        $elliptic = openssl_pkey_get_details($key)['type'] === OPENSSL_KEYTYPE_EC;
        if (only($info, DS, 'CanonicalizationMethod')->getAttribute('Algorithm') !== EXCLUSIVE
            || only($info, DS, 'SignatureMethod')->getAttribute('Algorithm') !== ($elliptic ? ECDSA_SHA256 : RSA_SHA256)) {
            throw new RuntimeException('signed with another algorithm than agreed');
        }
        $raw = base64_decode($value);
        if (openssl_verify($info->C14N(true), $elliptic ? toDer($raw) : $raw, $key, OPENSSL_ALGO_SHA256) !== 1) {
            throw new RuntimeException('its signature is wrong');
        }
    }
}

/** What a reference resolves to must be the one element that is read. */
function requireUniqueIdentifiers(DOMElement $envelope): void
{
    $found = (new DOMXPath($envelope->ownerDocument))->query("//@*[local-name()='Id']");
    $ids = array_map(fn ($attribute) => $attribute->value, iterator_to_array($found));
    if (count($ids) !== count(array_unique($ids))) {
        throw new RuntimeException('an identifier stands twice in the answer');
    }
}

/** @return array<string, string> what is signed: a digest for each reference */
function digests(DOMElement $info): array
{
    $digests = [];
    $isReference = fn ($child) => $child->namespaceURI === DS && $child->localName === 'Reference';
    foreach (array_filter(children($info), $isReference) as $reference) {
        $transforms = children(only($reference, DS, 'Transforms'));
        if (count($transforms) !== 1 || $transforms[0]->getAttribute('Algorithm') !== EXCLUSIVE
            || count(children($transforms[0])) !== 0
            || only($reference, DS, 'DigestMethod')->getAttribute('Algorithm') !== SHA256) {
            throw new RuntimeException('signed with another algorithm than agreed');
        }
        $digests[$reference->getAttribute('URI')] = base64_decode(only($reference, DS, 'DigestValue')->textContent);
    }
    return $digests;
}

/** XML signatures hold r and s of ECDSA side by side (RFC 4050); openssl writes them as a DER sequence. */
function fromDer(string $der, OpenSSLAsymmetricKey $key): string
{
    $bytes = intdiv(openssl_pkey_get_details($key)['bits'] + 7, 8);
    $at = 3;
    $r = substr($der, $at + 1, ord($der[$at]));
    $at += 2 + strlen($r);
    $s = substr($der, $at + 1, ord($der[$at]));
    $fixed = fn (string $number) => str_pad(ltrim($number, "\0"), $bytes, "\0", STR_PAD_LEFT);
    return $fixed($r) . $fixed($s);
}

function toDer(string $raw): string
{
    $der = '';
    foreach (str_split($raw, intdiv(strlen($raw), 2)) as $number) {
        $number = ltrim($number, "\0");
        if ($number === '' || ord($number[0]) > 127) {
            $number = "\0" . $number;
        }
        $der .= "\x02" . chr(strlen($number)) . $number;
    }
    return "\x30" . chr(strlen($der)) . $der;
}

function xRoadIdentifier(string $name, string $type, string $path): SoapHeader
{
    $names = ['xRoadInstance', 'memberClass', 'memberCode', 'subsystemCode', 'serviceCode', 'serviceVersion'];
    $xml = '<xrd:' . $name . ' xmlns:xrd="' . XRD . '" xmlns:id="' . IDS . '" id:objectType="' . $type . '">';
    foreach (explode('/', $path) as $at => $part) {
        $xml .= "<id:$names[$at]>" . htmlspecialchars($part, ENT_XML1) . "</id:$names[$at]>";
    }
    return new SoapHeader(XRD, $name, new SoapVar("$xml</xrd:$name>", XSD_ANYXML));
}

function xRoadText(string $name, string $value): SoapHeader
{
    $xml = "<xrd:$name xmlns:xrd=\"" . XRD . '">' . htmlspecialchars($value, ENT_XML1) . "</xrd:$name>";
    return new SoapHeader(XRD, $name, new SoapVar($xml, XSD_ANYXML));
}

function parse(string $xml): DOMDocument
{
    $document = new DOMDocument();
    if (!$document->loadXML($xml, LIBXML_NONET)) {
        throw new RuntimeException('the answer is no XML');
    }
    return $document;
}

function append(DOMElement $parent, string $namespace, string $name, string $text = ''): DOMElement
{
    $element = $parent->appendChild($parent->ownerDocument->createElementNS($namespace, $name));
    $element->appendChild($parent->ownerDocument->createTextNode($text));
    return $element;
}

/** @return DOMElement[] */
function children(DOMElement $parent): array
{
    return array_values(array_filter(iterator_to_array($parent->childNodes), fn ($node) => $node instanceof DOMElement));
}

function only(DOMElement $parent, string $namespace, string $name): DOMElement
{
    $is = fn ($node) => $node->namespaceURI === $namespace && $node->localName === $name;
    $found = array_values(array_filter(children($parent), $is));
    if (count($found) !== 1) {
        throw new RuntimeException("the answer has " . count($found) . " $name in {$parent->nodeName}");
    }
    return $found[0];
}

function der(string $pem): string
{
    return base64_decode(preg_replace('/-----[^-]+-----|\s/', '', $pem));
}

function pem(string $der): string
{
    return "-----BEGIN CERTIFICATE-----\n" . chunk_split(base64_encode($der), 64) . "-----END CERTIFICATE-----\n";
}
