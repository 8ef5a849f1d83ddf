// UNTESTED: nobody has compiled or run this client here; docs/clients.md.
using System.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Text;
using System.Xml;

/// <summary>Signs what goes out, and takes no answer that is not the register's answer to it.</summary>
sealed class SignedExchange
{
    const string Soap = "http://schemas.xmlsoap.org/soap/envelope/";
    const string Oasis = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-";
    const string Wsse = Oasis + "wssecurity-secext-1.0.xsd";
    internal const string Wsu = Oasis + "wssecurity-utility-1.0.xsd";
    const string Wsse11 = "http://docs.oasis-open.org/wss/oasis-wss-wssecurity-secext-1.1.xsd";
    const string X509 = Oasis + "x509-token-profile-1.0#X509v3";
    const string Ds = "http://www.w3.org/2000/09/xmldsig#";
    const string Xrd = "http://x-road.eu/xsd/xroad.xsd";
    const string Ids = "http://x-road.eu/xsd/identifiers";
    const string Exclusive = "http://www.w3.org/2001/10/xml-exc-c14n#";
    const string Sha256 = "http://www.w3.org/2001/04/xmlenc#sha256";
    const string RsaSha256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
    const string EcdsaSha256 = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256";

    static readonly string[] Identifier =
        ["xRoadInstance", "memberClass", "memberCode", "subsystemCode", "serviceCode", "serviceVersion"];

    readonly X509Certificate2 own;
    readonly X509Certificate2Collection register;
    string signatureValue = "";

    /// <param name="own">the certificate that the contract names, with its key</param>
    /// <param name="register">the register's certificates: answers must be signed by one of these very ones</param>
    public SignedExchange(X509Certificate2 own, X509Certificate2Collection register)
    {
        this.own = own;
        this.register = register;
        CryptoConfig.AddAlgorithm(typeof(EcdsaSha256Description), EcdsaSha256);
    }

    /// <summary>The bytes to send. They must be sent as they are.</summary>
    public byte[] Sign(string client, string service, Dictionary<string, string> headers, string content)
    {
        // Written as text, so that every prefix is declared where the canonicalisation looks for it.
        var parts = new List<string> { "client", "service" };
        var xml = new StringBuilder()
            .Append($"<soap:Envelope xmlns:soap=\"{Soap}\" xmlns:xrd=\"{Xrd}\" xmlns:id=\"{Ids}\" xmlns:wsu=\"{Wsu}\">")
            .Append("<soap:Header>")
            .Append(Typed("client", "SUBSYSTEM", client))
            .Append(Typed("service", "SERVICE", service));
        foreach (var (name, value) in headers)
        {
            xml.Append($"<xrd:{name} wsu:Id=\"{name}\">{SecurityElement.Escape(value)}</xrd:{name}>");
            parts.Add(name);
        }
        var now = DateTime.UtcNow;
        xml.Append($"<wsse:Security xmlns:wsse=\"{Wsse}\" soap:mustUnderstand=\"1\">")
            .Append($"<wsse:BinarySecurityToken wsu:Id=\"token\" ValueType=\"{X509}\" ")
            .Append($"EncodingType=\"{Oasis}soap-message-security-1.0#Base64Binary\">")
            .Append(Convert.ToBase64String(own.RawData))
            .Append("</wsse:BinarySecurityToken><wsu:Timestamp wsu:Id=\"timestamp\">")
            .Append($"<wsu:Created>{now:yyyy-MM-ddTHH:mm:ss.fffZ}</wsu:Created>")
            .Append($"<wsu:Expires>{now.AddMinutes(5):yyyy-MM-ddTHH:mm:ss.fffZ}</wsu:Expires></wsu:Timestamp>")
            .Append("</wsse:Security></soap:Header>")
            .Append($"<soap:Body wsu:Id=\"body\">{content}</soap:Body></soap:Envelope>");
        parts.AddRange(["timestamp", "body"]);

        var document = Parse(xml.ToString());
        AsymmetricAlgorithm key = (AsymmetricAlgorithm?)own.GetECDsaPrivateKey() ?? own.GetRSAPrivateKey()
            ?? throw new SecurityException("the key is neither elliptic nor RSA");
        var signed = new WsuSignedXml(document) { SigningKey = key };
        signed.SignedInfo!.CanonicalizationMethod = Exclusive;
        signed.SignedInfo.SignatureMethod = key is ECDsa ? EcdsaSha256 : RsaSha256;
        foreach (var id in parts)
        {
            var reference = new Reference("#" + id) { DigestMethod = Sha256 };
            reference.AddTransform(new XmlDsigExcC14NTransform());
            signed.AddReference(reference);
        }
        signed.KeyInfo = new KeyInfo();
        signed.KeyInfo.AddClause(new KeyInfoNode(Parse(
            $"<wsse:SecurityTokenReference xmlns:wsse=\"{Wsse}\"><wsse:Reference URI=\"#token\" ValueType=\"{X509}\"/>"
            + "</wsse:SecurityTokenReference>").DocumentElement!));
        signed.ComputeSignature();
        signatureValue = Convert.ToBase64String(signed.SignatureValue!);

        var header = Only(document.DocumentElement!, Soap, "Header");
        Only(header, Wsse, "Security").AppendChild(document.ImportNode(signed.GetXml(), true));
        return Encoding.UTF8.GetBytes(document.OuterXml);
    }

    /// <summary>
    /// What stands in the Body, and whether it is signed: a fault may not be. Throws when the answer is not the
    /// register's, whole, and to this request.
    /// </summary>
    public (XmlElement Content, bool Signed) Verify(string answer, byte[] request)
    {
        // Comments, CDATA and DTDs are read differently by different parsers; the register sends none.
        Require(!answer.Contains("<!"), "the answer holds what the register does not send");
        var document = Parse(answer);
        var envelope = document.DocumentElement!;
        var body = Only(envelope, Soap, "Body");
        var content = Children(body).Single();
        if (content.LocalName == "Fault" && content.NamespaceURI == Soap
            && document.GetElementsByTagName("Security", Wsse).Count == 0)
        {
            return (content, false); // The register signs nothing for a sender that it does not know; nothing was answered.
        }
        var header = Only(envelope, Soap, "Header");
        Require(Children(envelope).Count() == 2, "the answer holds what the register does not send");
        var security = Only(header, Wsse, "Security");
        // What a reference resolves to must be the one element that is read.
        var ids = document.SelectNodes("//@*[local-name()='Id']")!.OfType<XmlAttribute>().Select(one => one.Value).ToList();
        Require(ids.Distinct().Count() == ids.Count, "an identifier stands twice in the answer");
        using var signer = new X509Certificate2(
            Convert.FromBase64String(Only(security, Wsse, "BinarySecurityToken").InnerText));
        Require(register.Any(one => one.RawData.AsSpan().SequenceEqual(signer.RawData)),
            "signed by somebody else than the register");

        AsymmetricAlgorithm key = (AsymmetricAlgorithm?)signer.GetECDsaPublicKey() ?? signer.GetRSAPublicKey()!;
        var signed = new WsuSignedXml(document);
        var signature = Only(security, Ds, "Signature");
        Only(signature, Ds, "SignedInfo");
        signed.LoadXml(signature);
        // Those of SignedInfo alone: a reference that stands elsewhere was checked by nobody.
        var references = signed.SignedInfo!.References.Cast<Reference>().ToList();
        Require(signed.SignedInfo.SignatureMethod == (key is ECDsa ? EcdsaSha256 : RsaSha256)
            && signed.SignedInfo.CanonicalizationMethod == Exclusive
            && references.All(one => one.DigestMethod == Sha256 && one.TransformChain.Count == 1
                && one.TransformChain[0].Algorithm == Exclusive), "signed with another algorithm than agreed");
        Require(signed.CheckSignature(key), "its signature is wrong");

        var covered = references.Select(reference => reference.Uri).ToHashSet();
        var confirmation = Only(security, Wsse11, "SignatureConfirmation");
        var parts = Children(header).Where(part => part != security)
            .Append(body).Append(Only(security, Wsu, "Timestamp")).Append(confirmation);
        foreach (var part in parts)
        {
            Require(covered.Contains("#" + part.GetAttribute("Id", Wsu)), part.Name + " is not signed");
        }
        Require(confirmation.GetAttribute("Value") == signatureValue, "it answers another request");
        Require(Only(header, Xrd, "requestHash").InnerText == Convert.ToBase64String(SHA512.HashData(request)),
            "it answers another request");
        return (content, true);
    }

    static string Typed(string name, string type, string path)
    {
        var parts = path.Split('/').Select((part, at) =>
            $"<id:{Identifier[at]}>{SecurityElement.Escape(part)}</id:{Identifier[at]}>");
        return $"<xrd:{name} id:objectType=\"{type}\" wsu:Id=\"{name}\">{string.Concat(parts)}</xrd:{name}>";
    }

    static XmlDocument Parse(string xml)
    {
        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        document.LoadXml(xml);
        return document;
    }

    static IEnumerable<XmlElement> Children(XmlElement parent) => parent.ChildNodes.OfType<XmlElement>();

    static XmlElement Only(XmlElement parent, string space, string name)
    {
        var found = Children(parent).Where(one => one.NamespaceURI == space && one.LocalName == name).ToList();
        Require(found.Count == 1, $"the answer has {found.Count} {name} in {parent.Name}");
        return found[0];
    }

    static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new SecurityException(otherwise);
        }
    }
}

/// <summary>Finds what is signed by wsu:Id, and refuses an identifier that stands twice.</summary>
sealed class WsuSignedXml(XmlDocument document) : SignedXml(document)
{
    public override XmlElement? GetIdElement(XmlDocument? document, string idValue)
    {
        var found = document!.SelectNodes("//*")!.OfType<XmlElement>()
            .Where(one => one.GetAttribute("Id", SignedExchange.Wsu) == idValue).ToList();
        return found.Count == 1 ? found[0] : null;
    }
}

/// <summary>ECDSA for SignedXml, which brings none. .NET signs as XML wants it: r and s side by side.</summary>
sealed class EcdsaSha256Description : SignatureDescription
{
    public EcdsaSha256Description()
    {
        KeyAlgorithm = typeof(ECDsa).AssemblyQualifiedName;
        DigestAlgorithm = typeof(SHA256).AssemblyQualifiedName;
    }

    public override HashAlgorithm CreateDigest() => SHA256.Create();

    public override AsymmetricSignatureFormatter CreateFormatter(AsymmetricAlgorithm key) => new Formatter((ECDsa)key);

    public override AsymmetricSignatureDeformatter CreateDeformatter(AsymmetricAlgorithm key) =>
        new Deformatter((ECDsa)key);

    sealed class Formatter(ECDsa key) : AsymmetricSignatureFormatter
    {
        public override byte[] CreateSignature(byte[] rgbHash) => key.SignHash(rgbHash);

        public override void SetHashAlgorithm(string strName) { }

        public override void SetKey(AsymmetricAlgorithm other) { }
    }

    sealed class Deformatter(ECDsa key) : AsymmetricSignatureDeformatter
    {
        public override bool VerifySignature(byte[] rgbHash, byte[] rgbSignature) => key.VerifyHash(rgbHash, rgbSignature);

        public override void SetHashAlgorithm(string strName) { }

        public override void SetKey(AsymmetricAlgorithm other) { }
    }
}
