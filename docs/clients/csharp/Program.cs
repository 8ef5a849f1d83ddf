// UNTESTED: nobody has compiled or run this client here; docs/clients.md says why, and what to look at first.
//
// Calls getStudent of the Pupils' Register with HttpClient and SignedXml.
//
//   dotnet run -- http://localhost:8080 var/demo benefits LT-DEMO/GOV/190000015/benefits ISSUE-1 59403149013
//
// Exit codes: 0 answered, 1 refused or not verified, 2 wrong usage.
using System.Net.Http.Headers;
using System.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Xml;

if (args.Length != 6)
{
    Console.Error.WriteLine("arguments: URL FOLDER PARTY CLIENT ISSUE PERSONAL-CODE");
    return 2;
}
var (url, folder, party, client, issue, personalCode) = (args[0], args[1], args[2], args[3], args[4], args[5]);
const string Register = "LT-DEMO/GOV/190000008/mokiniai";

using var own = new X509Certificate2($"{folder}/{party}.p12", "demo");
var register = new X509Certificate2Collection();
register.ImportFromPemFile($"{folder}/register.crt");
var exchange = new SignedExchange(own, register);

try
{
    var question = $"<m:getStudent xmlns:m=\"http://mokiniai.lt/students/v1\" xmlns:t=\"http://mokiniai.lt/types/v1\">"
        + $"<m:person><t:personalCode>{SecurityElement.Escape(personalCode)}</t:personalCode></m:person></m:getStudent>";
    var headers = new Dictionary<string, string>
    {
        ["id"] = Guid.NewGuid().ToString(),
        ["userId"] = "csharp-client",
        ["issue"] = issue,
        ["protocolVersion"] = "4.0",
    };
    byte[] request = exchange.Sign(client, $"{Register}/getStudent/v1", headers, question);

    using var http = new HttpClient();
    using var content = new ByteArrayContent(request);
    content.Headers.ContentType = new MediaTypeHeaderValue("text/xml") { CharSet = "utf-8" };
    content.Headers.Add("SOAPAction", "\"http://mokiniai.lt/students/v1/getStudent\"");
    using var response = await http.PostAsync($"{url}/services/students/v1", content);
    string answer = Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync());

    var (body, signed) = exchange.Verify(answer, request);
    if (!signed || body.LocalName == "Fault")
    {
        Console.Error.WriteLine("refused: " + body["faultstring"]?.InnerText + (signed ? "" : " (not signed)"));
        return 1;
    }
    Console.WriteLine(body.OuterXml);
    Console.WriteLine("signature verified");
    return 0;
}
catch (Exception failure)
{
    Console.Error.WriteLine("not verified: " + failure.Message);
    return 1;
}
