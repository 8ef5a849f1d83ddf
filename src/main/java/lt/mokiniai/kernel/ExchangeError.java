package lt.mokiniai.kernel;

import org.jspecify.annotations.Nullable;

/**
 * The catalogue of refusals: a stable code, the text in both languages, whose fault it is, and whether sending the same
 * message again makes sense. {@code {0}} stands for the particulars. {@code docs/faults.md} is generated from it.
 */
public enum ExchangeError {
    // MR-1xx: the message
    NOT_XML(
            101,
            "Pranešimas nėra taisyklingas XML.",
            "The message is not well-formed XML.",
            "Send UTF-8 XML without a DTD or processing instructions."),
    NOT_SOAP(
            102,
            "Pranešimas nėra tinkamas SOAP 1.1 pranešimas: {0}.",
            "The message is not a proper SOAP 1.1 message: {0}.",
            "Send one Envelope with one Header and one Body that holds one element."),
    SCHEMA(
            103,
            "Užklausa neatitinka schemos: {0}.",
            "The request does not conform to the schema: {0}.",
            "Validate the Body against the service's XSD; 'field' names the element."),
    LIMIT(
            104,
            "Viršyta pranešimo riba: {0}.",
            "A limit of messages is exceeded: {0}.",
            "Send a smaller or flatter message; docs/messages.md lists the limits."),
    PROTOCOL_VERSION(
            105,
            "Palaikoma tik X-Road protokolo versija 4.0.",
            "Only X-Road protocol version 4.0 is supported.",
            "Send <xrd:protocolVersion>4.0</xrd:protocolVersion>."),
    XROAD_HEADER(
            106,
            "X-Road antraštės trūksta, ji kartojasi arba neteisinga: {0}.",
            "An X-Road header is missing, repeated or wrong: {0}.",
            "Send client, service, id and protocolVersion exactly once each."),
    OPERATION_MISMATCH(
            107,
            "Operacijos pavadinimas nesutampa: SOAPAction, serviceCode ir Body elementas turi būti ta pati operacija.",
            "The operation does not agree: SOAPAction, serviceCode and the Body's element must name the same operation.",
            "Give the three the same name, exactly."),
    UNKNOWN_OPERATION(
            108,
            "Šioje paslaugoje tokios operacijos nėra.",
            "This service has no such operation.",
            "Look at the WSDL; check the address."),
    HTTP(
            109,
            "Priimami tik HTTP POST pranešimai, kurių Content-Type yra text/xml: {0}.",
            "Only HTTP POST with Content-Type text/xml is accepted: {0}.",
            "Send POST, text/xml; charset=utf-8, without Content-Encoding and without attachments."),
    FOREIGN_HEADER(
            110,
            "Antraštė nepalaikoma: {0}.",
            "A header is not supported: {0}.",
            "Send the X-Road headers and wsse:Security only."),
    NOT_THIS_REGISTER(
            111,
            "Antraštė service nurodo ne šio registro paslaugą.",
            "The service header names a service that is not of this register.",
            "Copy the service identifier from the start page."),
    TOO_SLOW(
            112,
            "Pranešimas siunčiamas per lėtai: {0}.",
            "The message is sent too slowly: {0}.",
            "Send the same message again, all of it at once; docs/messages.md lists the limits."),
    // MR-2xx: the signature
    NOT_SIGNED(
            201,
            "Pranešimas nepasirašytas.",
            "The message is not signed.",
            "Sign Body, Timestamp and every X-Road header (WS-Security, X.509)."),
    SIGNATURE_INVALID(
            202,
            "Parašas neteisingas.",
            "The signature does not verify.",
            "The message was changed after signing, or canonicalised differently; sign last, send the bytes as signed."),
    BODY_NOT_COVERED(
            203,
            "Parašas neapima Body.",
            "The signature does not cover the Body.",
            "Add a Reference to the Body's wsu:Id."),
    HEADER_NOT_COVERED(
            204,
            "Parašas neapima X-Road antraštės: {0}.",
            "The signature does not cover an X-Road header: {0}.",
            "Add a Reference to each X-Road header's wsu:Id."),
    TIMESTAMP_NOT_COVERED(
            205,
            "Nėra Timestamp arba parašas jo neapima.",
            "There is no Timestamp, or the signature does not cover it.",
            "Send a Timestamp with Created and Expires, and sign it."),
    TIMESTAMP_EXPIRED(
            206,
            "Pranešimo Timestamp nebegalioja.",
            "The Timestamp of the message has expired.",
            "Send within 5 minutes of signing; check the clock."),
    TIMESTAMP_AHEAD(
            207,
            "Pranešimo Timestamp yra ateityje.",
            "The Timestamp of the message lies in the future.",
            "Check the clock: 60 seconds ahead are tolerated."),
    ALGORITHM(
            208,
            "Parašo algoritmas neleidžiamas.",
            "An algorithm of the signature is not allowed.",
            "Use RSA or ECDSA with SHA-256, SHA-384 or SHA-512, digests SHA-256, SHA-384 or SHA-512, exclusive canonicalisation, RSA keys of 2048 bits and more, curves P-256 or P-384."),
    CERTIFICATE_NOT_TRUSTED(
            209,
            "Sertifikatu nepasitikima.",
            "The certificate is not trusted.",
            "Use a certificate of an authority that the register trusts."),
    CERTIFICATE_REVOKED(
            210,
            "Sertifikatas atšauktas.",
            "The certificate is revoked.",
            "Get a new certificate and have the contract changed."),
    CERTIFICATE_EXPIRED(
            211,
            "Sertifikatas dar arba jau negalioja.",
            "The certificate is not valid at this time.",
            "Renew the certificate."),
    REVOCATION_UNKNOWN(
            212,
            "Nepavyko sužinoti, ar sertifikatas neatšauktas.",
            "Whether the certificate is revoked cannot be found out.",
            "Try again later; the operator sees the age of the revocation list."),
    CERTIFICATE_OF_NO_PARTY(
            213,
            "Sertifikatas nepriklauso jokiai sutarties šaliai.",
            "The certificate belongs to no party of a contract.",
            "Have the certificate named in the contract."),
    CLIENT_IS_NOT_THE_SIGNER(
            214,
            "Antraštė client nurodo ne tą šalį, kuri pasirašė.",
            "The client header names another party than the one that signed.",
            "Send your own identifier, as the contract names it."),
    REPLAYED(
            215,
            "Pranešimas su tokiu id jau gautas.",
            "A message with this id was received before.",
            "Give each message a new id."),
    SIGNATURE_SHAPE(
            216,
            "Parašo sandara neleidžiama: {0}.",
            "The shape of the signature is not allowed: {0}.",
            "One Security header with one Timestamp, one Signature and its token; references by #id, exclusive canonicalisation only."),
    // MR-3xx: the contract
    NO_CONTRACT(
            301,
            "Šalis neturi sutarties.",
            "The party has no contract.",
            "Conclude a contract with the register's operator."),
    CONTRACT_NOT_IN_FORCE(
            302,
            "Sutartis negalioja: {0}.",
            "The contract is not in force: {0}.",
            "Have the contract renewed or resumed."),
    OPERATION_NOT_GRANTED(
            303,
            "Sutartis šios operacijos nesuteikia.",
            "The contract does not grant this operation.",
            "Ask only what the contract names; see the start page."),
    USER_ID_MISSING(
            304,
            "Sutartis reikalauja antraštės userId.",
            "The contract requires the header userId.",
            "Name the user on whose behalf the question is asked."),
    ISSUE_MISSING(
            305,
            "Sutartis reikalauja antraštės issue.",
            "The contract requires the header issue.",
            "Name the case for which the question is asked."),
    NOT_TO_BE_ASKED(
            306,
            "Sutartis neleidžia klausti pagal {0}.",
            "The contract does not allow asking by {0}.",
            "Leave the element out, or have the contract name it under <asks>; getContract tells what may be asked by."),
    MESSAGES_A_MINUTE(
            307,
            "Išnaudota sutarties pranešimų per minutę kvota: {0}.",
            "The contract's quota of messages a minute is used up: {0}.",
            "Send the message again at the time that is named."),
    MESSAGES_A_DAY(
            308,
            "Išnaudota sutarties pranešimų per dieną kvota: {0}.",
            "The contract's quota of messages a day is used up: {0}.",
            "Wait for the time that is named, or have the contract's quota changed."),
    STUDENTS_A_MONTH(
            309,
            "Viršijama sutarties skirtingų mokinių per mėnesį kvota: {0}.",
            "The contract's quota of different pupils a month would be exceeded: {0}.",
            "Ask about fewer pupils at once, or one by one about those of earlier answers this month; wait for the time that is named, or have the contract's quota changed."),
    STUDENTS_A_MESSAGE(
            310,
            "Atsakyme būtų daugiau mokinių, nei sutartis leidžia viename pranešime: {0}.",
            "The answer would tell about more pupils than the contract allows in one message: {0}.",
            "Send smaller batches or pages."),
    REQUEST_SPENT(
            311,
            "Vienkartinė sutartis įvykdyta, jos duomenys jau pateikti: {0}.",
            "The contract is for one delivery, and its data were delivered: {0}.",
            "Ask only about pupils that were not delivered yet, or conclude a new contract."),
    // MR-4xx: the request
    PERSONAL_CODE(
            401,
            "Asmens kodas neteisingas.",
            "The personal code is not valid.",
            "Check the digits: the date must exist, the last digit is a check digit."),
    UNKNOWN_CODE(
            402,
            "Klasifikatoriuje {0} tokios reikšmės nėra.",
            "The code list {0} has no such value.",
            "Use a value of the code list that is valid on the day asked about."),
    INSTITUTION_CODE(
            403,
            "Įstaigos kodas neteisingas.",
            "The institution code is not valid.",
            "Check the digits: the last one is a check digit."),
    OUT_OF_DEPTH(
            404,
            "Sutartis tokios datos neapima.",
            "The contract does not reach to this date.",
            "Ask about a day that the contract's depth reaches."),
    BATCH_TOO_LARGE(
            405,
            "Vienu pranešimu galima klausti daugiausia apie {0} mokinių.",
            "One message may ask about {0} pupils at the most.",
            "Send smaller batches or pages."),
    PAGE_TOKEN(
            406,
            "Puslapio žymė neteisinga arba skirta kitai paieškai.",
            "The page token is wrong, or of another search.",
            "Hand back nextPageToken unchanged, with the same criteria."),
    PERIOD(
            407,
            "Laikotarpis baigiasi anksčiau, nei prasideda, arba validOn ir period nurodyti kartu.",
            "The period ends before it begins, or validOn and period are given together.",
            "Correct the dates."),
    KNOWN_AT_AHEAD(
            408,
            "knownAt negali būti ateityje.",
            "knownAt must not lie in the future.",
            "Leave knownAt out to ask about now."),
    // MR-9xx: ours
    INTERNAL(
            901,
            "Vidinė registro klaida. Nurodykite numerį {0}.",
            "An internal error of the register. Quote the number {0}.",
            "Report the correlation id to the operator."),
    DATABASE(
            902,
            "Registro duomenų bazė laikinai nepasiekiama.",
            "The register's database is not available at the moment.",
            "Try again in a minute."),
    OVERLOADED(
            903,
            "Registras šiuo metu perkrautas.",
            "The register is overloaded at the moment.",
            "Send the same message again after as many seconds as the HTTP header Retry-After says.");

    private final int number;
    private final String lt;
    private final String en;
    private final String remedy;

    ExchangeError(int number, String lt, String en, String remedy) {
        this.number = number;
        this.lt = lt;
        this.en = en;
        this.remedy = remedy;
    }

    /** The stable code, {@code MR-203}. */
    public String code() {
        return "MR-" + number;
    }

    /** Whether the fault is ours (SOAP {@code Server}) rather than the sender's ({@code Client}). */
    public boolean isOurs() {
        return number >= 900 || this == REVOCATION_UNKNOWN;
    }

    /** Whether sending the same message again makes sense: our troubles pass, and so does a minute or a slow line. */
    public boolean retryable() {
        return isOurs() || this == MESSAGES_A_MINUTE || this == TOO_SLOW;
    }

    /**
     * Whether a message that is refused so has used its id up: it was accepted, and the reason stays what it is however
     * often it is sent. An id is not used up by a message that was refused before it was accepted (signature, party and
     * headers), nor by one whose work was undone for a reason that passes. It does not depend on what the fault advises.
     */
    public boolean usesIdUp() {
        return switch (this) {
            case SCHEMA -> true;
            case MESSAGES_A_MINUTE -> false;
            default -> number >= 300 && number < 900;
        };
    }

    /** What the sender can do. */
    public String remedy() {
        return remedy;
    }

    /** The text in Lithuanian. */
    public String messageLt(@Nullable String particulars) {
        return lt.replace("{0}", particulars == null ? "–" : particulars);
    }

    /** The text in English. */
    public String messageEn(@Nullable String particulars) {
        return en.replace("{0}", particulars == null ? "–" : particulars);
    }
}
