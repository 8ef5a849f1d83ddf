package lt.mokiniai.contract.signatures;

import lt.mokiniai.kernel.Notice;
import lt.mokiniai.kernel.Notice.Words;

/**
 * The catalogue of what can be wrong with the signatures of a contract file: the part {@code MR-C6xx} of what can be wrong
 * with a contract. {@code {0}} and so on stand for the particulars. {@code docs/contract-problems.md} is generated from it.
 */
public enum SignatureFault {
    NO_PLACE(
            601,
            "parašas yra ten, kur jo būti negali",
            "Kiekvienas Signature rašomas sutarties gale, prieš baigiamąją jos žymę",
            "a signature stands where none belongs",
            "Put each Signature at the end of the contract, before the closing tag of its root"),
    CERTIFICATE(
            602,
            "parašo sertifikato nepavyksta perskaityti",
            "Pasirašykite X.509 sertifikatu",
            "the certificate in the signature cannot be read",
            "Sign with an X.509 certificate"),
    KEY(
            603,
            "parašo sertifikato raktas nėra priimamas",
            "Pasirašykite tokiu raktu: {0}",
            "the key of the signature's certificate is not one that is taken",
            "Sign with a key that is {1}"),
    ALGORITHM(
            604,
            "parašo {0} nėra priimamas",
            "Pasirašykite RSA arba ECDSA su SHA-256, SHA-384 arba SHA-512 ir komandos „contract sign“ transformacijomis",
            "the {0} of the signature is not one that is taken",
            "Sign with RSA or ECDSA and SHA-256, SHA-384 or SHA-512, and the transforms of 'contract sign'"),
    SHAPE(
            605,
            "parašo sandara ne tokia, kokia turi būti sutarties: {0}",
            "Pasirašykite komanda „contract sign“ arba taip, kaip rodo docs/decisions/0012-contract-signatures.md",
            "the signature is not of the shape that a contract's has: {0}",
            "Sign with 'contract sign', or in the shape that docs/decisions/0012-contract-signatures.md shows"),
    OTHER_TEXT(
            606,
            "sutartis nėra tas tekstas, kuris buvo pasirašytas: po šio parašo ji pakeista arba parašas yra kitos sutarties",
            "Grąžinkite pasirašytą tekstą arba išimkite parašus, ir tegul abi šalys pasirašo tai, kas čia parašyta",
            "the contract is not the text that was signed: it was changed after this signature was made, or the signature is that of another contract",
            "Restore the text that was signed, or take the signatures out and let both parties sign what stands here"),
    OTHER_KEY(
            607,
            "parašas sukurtas ne jo sertifikato raktu arba pats buvo pakeistas",
            "Išimkite jį, ir tegul šalis pasirašo iš naujo",
            "the signature was not made with the key of its certificate, or was changed itself",
            "Take it out and let the party sign again"),
    TOO_MANY(
            608,
            "sutartis turi du parašus, o čia jų yra {0}",
            "Palikite vieną registro ir vieną šalies",
            "a contract has two signatures, and here are {0}",
            "Leave one of the register and one of the party"),
    STRANGER(
            609,
            "šio parašo sertifikatui (SHA-256 santrauka {0}) neleista pasirašyti nei už {1}, nei už {2}",
            "Jei jam leidžiama, įdėkite jį į pasirašančiųjų aplanką kaip CODE.crt; jei ne, tegul pasirašo tas, kam leidžiama",
            "the certificate of this signature (SHA-256 thumbprint {0}) is trusted to sign neither for {1} nor for {2}",
            "If it may, put it into the folder of signatories as CODE.crt; else let somebody sign who may"),
    REPEATED(
            610,
            "sutartis šiuo sertifikatu jau pasirašyta",
            "Palikite vieną iš šių dviejų parašų, ir tegul pasirašo kita šalis",
            "the contract was signed with this certificate before",
            "Leave one of the two signatures, and let the other party sign"),
    ONE_INSTITUTION(
            611,
            "abu parašai yra vienos įstaigos, {0}",
            "Vienas turi būti registro ({1}), kitas – kitos šalies ({2})",
            "both signatures are of one institution, {0}",
            "One must be of the register ({1}) and one of the other party ({2})"),
    REGISTER_MISSING(
            612,
            "sutarties nepasirašė registras ({0})",
            "Tegul {0} pasirašo ją komanda „contract sign“",
            "the register ({0}) has not signed the contract",
            "Let {0} sign it with 'contract sign'"),
    PARTY_MISSING(
            613,
            "sutarties nepasirašė kita šalis ({0})",
            "Tegul {0} pasirašo ją komanda „contract sign“",
            "the other party ({0}) has not signed the contract",
            "Let {0} sign it with 'contract sign'");

    private final int number;
    private final String whatLt;
    private final String remedyLt;
    private final String whatEn;
    private final String remedyEn;

    SignatureFault(int number, String whatLt, String remedyLt, String whatEn, String remedyEn) {
        this.number = number;
        this.whatLt = whatLt;
        this.remedyLt = remedyLt;
        this.whatEn = whatEn;
        this.remedyEn = remedyEn;
    }

    /** Gives the fault as it stands in the catalogue, without particulars. */
    public Notice notice() {
        return new Notice("MR-C" + number, new Words(whatLt, remedyLt), new Words(whatEn, remedyEn));
    }

    Notice of(String... particulars) {
        return notice().with(particulars);
    }
}
