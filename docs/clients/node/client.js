// Calls getStudent of the Pupils' Register with soap and xml-crypto; docs/clients.md.
//
//   npm ci
//   node client.js http://localhost:8080 var/demo benefits LT-DEMO/GOV/190000015/benefits ISSUE-1 59403149013
//
// Exit codes: 0 answered, 1 refused or not verified, 2 wrong usage.
import { execFileSync } from "node:child_process";
import { createPrivateKey, X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { createClientAsync } from "soap";
import { SignedExchange, xRoadHeaders } from "./signed-exchange.js";

const REGISTER = "LT-DEMO/GOV/190000008/mokiniai";

/** Node reads PEM and not PKCS#12: openssl turns one into the other. */
function pem(file, ...options) {
  const words = ["pkcs12", "-in", file, "-passin", "env:KEY_PASSWORD", "-nodes", ...options];
  return execFileSync("openssl", words, { env: { ...process.env, KEY_PASSWORD: "demo" } });
}

const certificates = (text) =>
  text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g).map((one) => new X509Certificate(one));

async function call(url, folder, party, client, issue, personalCode) {
  const keys = `${folder}/${party}.p12`;
  const exchange = new SignedExchange(
    createPrivateKey(pem(keys, "-nocerts")),
    new X509Certificate(pem(keys, "-clcerts", "-nokeys")),
    certificates(readFileSync(`${folder}/register.crt`, "utf8")),
  );
  const address = `${url}/services/students/v1`;
  const register = await createClientAsync(`${address}?wsdl`, { endpoint: address });
  register.setSecurity(exchange);
  xRoadHeaders({ client, service: `${REGISTER}/getStudent/v1`, userId: "node-client", issue }).forEach((header) =>
    register.addSoapHeader(header),
  );
  try {
    const [answer, bytes, header] = await register.getStudentAsync({ person: { personalCode } });
    exchange.verify(bytes); // Nothing of the answer is used before.
    console.log(JSON.stringify(answer, null, 2));
    console.log("signature verified, receipt", header.receipt.number);
    return 0;
  } catch (error) {
    const fault = error.root?.Envelope?.Body?.Fault;
    if (!fault) throw error;
    const signed = SignedExchange.isSigned(error.body);
    if (signed) exchange.verify(error.body);
    console.error("refused:", fault.faultstring, signed ? "" : "(not signed)", JSON.stringify(fault.detail?.fault ?? {}, null, 2));
    return 1;
  }
}

if (process.argv.length !== 8) {
  console.error("arguments: URL FOLDER PARTY CLIENT ISSUE PERSONAL-CODE");
  process.exit(2);
}
call(...process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error) => {
    console.error("not verified:", error.message);
    process.exit(1);
  },
);
