<?php
// Calls getStudent of the Pupils' Register with SoapClient, DOM and openssl; docs/clients.md.
//
//   apt-get install php-cli php-soap php-xml
//   php client.php http://localhost:8080 var/demo benefits LT-DEMO/GOV/190000015/benefits ISSUE-1 59403149013
//
// Exit codes: 0 answered, 1 refused or not verified, 2 wrong usage.
declare(strict_types=1);

require __DIR__ . '/SignedSoapClient.php';

const REGISTER = 'LT-DEMO/GOV/190000008/mokiniai';

if ($argc !== 7) {
    fwrite(STDERR, "arguments: URL FOLDER PARTY CLIENT ISSUE PERSONAL-CODE\n");
    exit(2);
}
[, $url, $folder, $party, $client, $issue, $personalCode] = $argv;

try {
    openssl_pkcs12_read(file_get_contents("$folder/$party.p12"), $keys, 'demo')
        or throw new RuntimeException("$party.p12 cannot be read: " . openssl_error_string());
    $address = "$url/services/students/v1";
    $register = new SignedSoapClient("$address?wsdl", [
        'location' => $address,
        'exceptions' => true,
        'cache_wsdl' => WSDL_CACHE_NONE,
        'keep_alive' => false,
    ]);
    $register->useKeys($keys['pkey'], $keys['cert'], file_get_contents("$folder/register.crt"));
    $headers = [
        xRoadIdentifier('client', 'SUBSYSTEM', $client),
        xRoadIdentifier('service', 'SERVICE', REGISTER . '/getStudent/v1'),
        xRoadText('id', bin2hex(random_bytes(16))),
        xRoadText('userId', 'php-client'),
        xRoadText('issue', $issue),
        xRoadText('protocolVersion', '4.0'),
    ];
    $question = ['person' => ['personalCode' => $personalCode]];
    $answer = $register->__soapCall('getStudent', [$question], null, $headers, $answerHeaders);
    if (!$register->isVerified()) {
        throw new RuntimeException('the answer is not signed');
    }
    echo json_encode($answer, JSON_PRETTY_PRINT | JSON_UNESCAPED_UNICODE), "\n";
    echo 'signature verified, receipt ', $answerHeaders['receipt']->number, "\n";
    exit(0);
} catch (SoapFault $fault) {
    // SoapClient's own failures are SoapFaults too: those have no detail of the register. The code is
    // $fault->detail->fault->code, and the message begins with it.
    $who = isset($fault->detail->fault->code) ? 'refused' : 'failed';
    $signed = isset($register) && $register->isVerified() ? '' : ' (not signed)';
    fwrite(STDERR, "$who: {$fault->getMessage()}$signed\n");
    exit(1);
} catch (Throwable $failure) {
    fwrite(STDERR, "not verified: {$failure->getMessage()}\n");
    exit(1);
}
