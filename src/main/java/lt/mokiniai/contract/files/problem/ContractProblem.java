package lt.mokiniai.contract.files.problem;

import lt.mokiniai.kernel.Notice;
import lt.mokiniai.kernel.Notice.Words;

/**
 * The catalogue of what can be wrong with a contract file: a stable code, what is wrong and what would be right in both
 * languages. {@code {0}} and so on stand for the particulars, {@code {meaning}} for what contract.xsd says belongs there.
 * What is wrong with signatures stands in the signature module, as {@code MR-C6xx}. {@code docs/contract-problems.md} is
 * generated from both.
 */
public enum ContractProblem {
    // MR-C1xx: the file, and its XML
    NOT_XML(
            101,
            "tai nėra taisyklingas XML (stulpelis {0})",
            "Ištaisykite XML šioje vietoje",
            "this is not proper XML (column {0})",
            "Correct the XML here"),
    DTD(102, "rinkmenoje yra DTD", "Išimkite <!DOCTYPE …>", "the file has a DTD", "Take <!DOCTYPE …> out"),
    NOT_CLOSED(
            103,
            "<{0}> neturi baigiamosios žymės",
            "Parašykite </{0}> prieš šią vietą",
            "<{0}> has no closing tag",
            "Write </{0}> before this place"),
    CUT_OFF(
            104,
            "rinkmena baigiasi neuždarius visų jos elementų",
            "Pažiūrėkite, ar nukopijuota visa rinkmena, ir uždarykite elementus",
            "the file ends before its elements are closed",
            "See whether the whole file was copied, and close the elements"),
    BARE_SIGN(
            105,
            "tekste yra & arba <, o šie ženklai XML turi kitą reikšmę",
            "Tekste vietoj & rašykite &amp;, vietoj < rašykite &lt;",
            "a text holds & or <, which mean something else in XML",
            "In a text write &amp; for & and &lt; for <"),
    UNKNOWN_ENTITY(
            106,
            "&{0}; čia nieko nereiškia",
            "Vietoj jo parašykite patį ženklą",
            "&{0}; means nothing here",
            "Write the character itself instead"),
    NO_QUOTES(
            107,
            "atributo {0} reikšmė parašyta be kabučių",
            "Rašykite {0}=\"…\"",
            "the value of the attribute {0} has no quotation marks",
            "Write {0}=\"…\""),
    ATTRIBUTE_TWICE(
            108,
            "elemento <{1}> atributas {0} parašytas du kartus",
            "Palikite vieną",
            "the attribute {0} of <{1}> is written twice",
            "Leave one of them"),
    PREFIX(
            109,
            "priešdėlis {0} nesusietas su jokia vardų sritimi",
            "Susiekite jį, xmlns:{0}=\"…\", arba išimkite",
            "the prefix {0} is bound to no namespace",
            "Bind it, xmlns:{0}=\"…\", or take it out"),
    OUTSIDE(
            110,
            "už elemento <contract> ribų parašyta tai, ko ten būti negali",
            "Palikite tik <contract> ir komentarus",
            "something stands outside <contract> that cannot stand there",
            "Leave only <contract> and comments"),
    NOT_UTF8(
            111,
            "rinkmenos nepavyksta perskaityti kaip UTF-8 teksto",
            "Įrašykite ją UTF-8 koduote",
            "the file cannot be read as UTF-8 text",
            "Save it in UTF-8"),
    FILE_TOO_LARGE(
            112,
            "rinkmena didesnė, nei gali būti sutartis; baitų – daugiausia {0}",
            "Išimkite ją iš aplanko; jei tai sutartis, padidinkite mokiniai.contract.largest-file",
            "the file is larger than a contract may be: {0} bytes at the most",
            "Take it out of the folder; if it is a contract, raise mokiniai.contract.largest-file"),
    FILE_IS_FOLDER(
            113,
            "tai aplankas, o ne rinkmena",
            "Išimkite jį arba pervadinkite taip, kad vardas nesibaigtų .xml",
            "this is a folder and not a file",
            "Take it out, or give it a name that does not end in .xml"),
    LINK_LEADS_NOWHERE(
            114,
            "nuoroda niekur neveda",
            "Išimkite nuorodą arba grąžinkite rinkmeną, į kurią ji veda",
            "the link leads nowhere",
            "Take the link out, or put back the file that it leads to"),
    FILE_IS_SPECIAL(
            115,
            "tai ne paprasta rinkmena, o įrenginys, vamzdis arba lizdas",
            "Išimkite ją iš aplanko",
            "this is not a regular file but a device, a pipe or a socket",
            "Take it out of the folder"),
    FILE_CANNOT_BE_READ(
            116,
            "rinkmenos negalima perskaityti",
            "Leiskite ją skaityti paslaugos naudotojui; jei jau leista, patikrinkite diską",
            "the file cannot be read",
            "Let the user that the service runs as read it; where it may already, check the disk"),
    MORE_PROBLEMS(
            117,
            "rinkmenoje yra ir daugiau klaidų: {0}",
            "Pirmiausia ištaisykite išvardytas",
            "the file has more problems: {0}",
            "Correct those that are named first"),
    // MR-C2xx: the file against contract.xsd
    NOT_A_CONTRACT(
            201,
            "pirmasis elementas <{0}> nėra šios kalbos sutartis",
            "Pradėkite elementu <contract xmlns=\"http://mokiniai.lt/contract/v1\">",
            "the first element, <{0}>, is no contract of this language",
            "Begin with <contract xmlns=\"http://mokiniai.lt/contract/v1\">"),
    ELEMENT_INSTEAD(
            202,
            "čia yra <{0}>, o turi būti {1}",
            "Elemente <{2}> gali būti, šia tvarka: {3}",
            "<{0}> stands where {1} is expected",
            "In <{2}> may stand, in this order: {3}"),
    ELEMENT_TOO_MANY(
            203,
            "<{0}> čia būti nebegali",
            "Išimkite jį; elemente <{1}> gali būti, šia tvarka: {2}",
            "<{0}> stands where nothing more is expected",
            "Take it out; in <{1}> may stand, in this order: {2}"),
    ELEMENT_MISSING(
            204,
            "elementas <{0}> nebaigtas: trūksta {1}",
            "Elemente <{0}> gali būti, šia tvarka: {2}",
            "<{0}> is not complete: {1} is missing",
            "In <{0}> may stand, in this order: {2}"),
    ELEMENT_TOO_OFTEN(
            205,
            "<{0}> kartojamas dažniau, nei galima",
            "Palikite tiek (daugiausia): {1}",
            "<{0}> stands there more often than it may",
            "Leave this many at the most: {1}"),
    TEXT_AMONG_ELEMENTS(
            206,
            "elemente <{0}> yra teksto, o gali būti tik elementai",
            "Išimkite tekstą arba perkelkite jį į vieną iš šių elementų: {1}",
            "<{0}> holds text, and only elements may stand in it",
            "Take the text out, or put it into one of {1}"),
    NOT_EMPTY(
            207,
            "elementas <{0}> turi būti tuščias",
            "Išimkite, kas parašyta tarp jo žymių",
            "<{0}> must be empty",
            "Take out what stands between its tags"),
    ELEMENT_IN_TEXT(
            208,
            "elemente <{0}> gali būti tik tekstas",
            "Išimkite iš jo elementus",
            "<{0}> may hold only text",
            "Take the elements out of it"),
    ATTRIBUTE_MISSING(
            209,
            "elementui <{0}> trūksta atributo {1}",
            "Parašykite {1}=\"…\". {meaning}",
            "<{0}> lacks the attribute {1}",
            "Write {1}=\"…\". {meaning}"),
    ATTRIBUTE_UNKNOWN(
            210,
            "elementas <{0}> negali turėti atributo {1}",
            "Išimkite jį; galimi atributai: {2}",
            "<{0}> cannot have the attribute {1}",
            "Take it out; the attributes that it can have: {2}"),
    NOT_A_DATE(
            211,
            "{0}: „{1}“ nėra data",
            "Rašykite kalendoriuje esančią dieną, pavyzdžiui, 2026-09-01",
            "{0}: '{1}' is not a date",
            "Write a day of the calendar as YYYY-MM-DD, such as 2026-09-01"),
    NOT_A_NUMBER(
            212,
            "{0}: „{1}“ nėra sveikasis skaičius",
            "Rašykite skaitmenimis. {meaning}",
            "{0}: '{1}' is not a whole number",
            "Write digits. {meaning}"),
    NOT_TRUE_OR_FALSE(
            213,
            "{0}: „{1}“ nėra nei true, nei false",
            "Rašykite true arba false. {meaning}",
            "{0}: '{1}' is neither true nor false",
            "Write true or false. {meaning}"),
    TOO_SMALL(
            214,
            "{0}: {1} yra mažiau nei {2}",
            "Rašykite skaičių, ne mažesnį kaip {2}. {meaning}",
            "{0}: {1} is less than {2}",
            "Write a number from {2} upwards. {meaning}"),
    TOO_LARGE(
            215,
            "{0}: {1} yra daugiau nei {2}",
            "Rašykite skaičių, ne didesnį kaip {2}. {meaning}",
            "{0}: {1} is more than {2}",
            "Write a number up to {2}. {meaning}"),
    NOT_ONE_OF(
            216,
            "{0}: reikšmės „{1}“ nėra",
            "Rašykite vieną iš šių reikšmių: {2}",
            "{0}: there is no value '{1}'",
            "Write one of these values: {2}"),
    NOTHING_WRITTEN(
            217,
            "{0}: nieko neparašyta",
            "Parašykite, kas čia turi būti. {meaning}",
            "{0}: nothing is written",
            "Write what belongs here. {meaning}"),
    TOO_LONG(
            218,
            "{0}: tekstas ilgesnis, nei galima",
            "Sutrumpinkite; ženklų – ne daugiau kaip {1}",
            "{0}: the text is longer than it may be",
            "Shorten it to {1} characters at the most"),
    WRONG_SHAPE(
            219,
            "{0}: „{1}“ parašyta ne taip, kaip reikia",
            "Ištaisykite. {meaning}",
            "{0}: '{1}' is not written as it must be",
            "Correct it. {meaning}"),
    OTHER_RULE(
            220,
            "elementas <{0}> neatitinka contract.xsd",
            "Žr. contracts/contract.xsd",
            "<{0}> does not conform to contract.xsd",
            "See contracts/contract.xsd"),
    // MR-C3xx: the contract
    ENDS_BEFORE_IT_BEGINS(
            301,
            "sutartis baigiasi anksčiau, nei prasideda",
            "Diena from turi būti ne vėlesnė už until",
            "the contract ends before it begins",
            "Write from and until in this order"),
    NEEDS_PROCEDURE(
            302,
            "{0} rūšies sutartyje turi būti <procedure>",
            "Parašykite lt ir en, kaip keičiamasi duomenimis",
            "a contract of the kind {0} needs <procedure>",
            "Say how the data are exchanged, in lt and en"),
    NEEDS_STUDENTS(
            303,
            "{0} rūšies sutartyje turi būti <pupils>",
            "Parašykite <pupils> su mokinių, apie kuriuos prašoma, registro identifikatoriais",
            "a contract of the kind {0} needs <pupils>",
            "Write <pupils> with the register ids of the pupils that are asked about"),
    NEEDS_SUPPLY(
            304,
            "{0} rūšies sutartyje turi būti <supply>",
            "Parašykite <supply>: kaip duomenys pasiekia registrą ir kurių duomenų šaltinis yra tiekėjas",
            "a contract of the kind {0} needs <supply>",
            "Write <supply>: how the data arrive and of which items the supplier is the source"),
    NEEDS_GRANTS(
            305,
            "{0} rūšies sutartyje turi būti <grants>",
            "Parašykite <grants>, jame – po vieną <grant> kiekvienai operacijai",
            "a contract of the kind {0} needs <grants>",
            "Write <grants> with one grant for each operation"),
    NOT_OF_THIS_KIND(
            306,
            "{1} rūšies sutartyje <{0}> būti negali",
            "Išimkite jį",
            "<{0}> does not belong to a contract of the kind {1}",
            "Take it out"),
    PARTY_CODE(
            307,
            "elemento <party> atributo code kontrolinis skaitmuo neteisingas",
            "Rašykite 9 skaitmenų įstaigos kodą; paskutinis jo skaitmuo – kontrolinis",
            "the code of <party> has a wrong check digit",
            "Write an institution code of 9 digits whose last digit is its check digit"),
    NOT_A_NAME(
            308,
            "<{0}> nėra sertifikato vardas",
            "Rašykite taip, kaip nurodyta RFC 2253, pavyzdžiui, CN=x, O=y, C=LT",
            "<{0}> is not a distinguished name",
            "Write it as in RFC 2253, such as CN=x, O=y, C=LT"),
    NOT_CRON(
            309,
            "elemento <pull> atributas schedule nėra cron išraiška",
            "Rašykite sekundę, minutę, valandą, dieną, mėnesį ir savaitės dieną, pavyzdžiui, 0 30 3 * * * – kasdien pusę keturių nakties",
            "the schedule of <pull> is not a cron expression",
            "Write second, minute, hour, day, month, weekday, such as 0 30 3 * * * for every day at half past three"),
    NO_ITEM(
            310,
            "duomens {0} nėra",
            "Artimiausi keliai: {1}",
            "there is no data item {0}",
            "The nearest paths are {1}"),
    BEYOND_OWN_STUDENTS(
            311,
            "processing rūšies sutartis apima ne tik šalies mokinius",
            "Rašykite <institution>{0}</institution> ir jokios kitos įstaigos",
            "a contract of the kind processing reaches beyond the party's own pupils",
            "Write <institution>{0}</institution>, and no other institution"),
    NOT_FILLED_IN(
            312,
            "<{0}> dar neužpildytas: tebėra ĮRAŠYKITE arba FILL IN",
            "Vietoj to parašykite, kas čia turi būti. {meaning}",
            "<{0}> is not filled in yet: it still says ĮRAŠYKITE or FILL IN",
            "Write what belongs here in its place. {meaning}"),
    NO_NUMBER(
            313,
            "sutartis dar neturi numerio: {0} palieka „contract new“",
            "Vietoj {0} įrašykite jos numerį, pavyzdžiui, {1}",
            "the contract has no number yet: {0} is what 'contract new' leaves",
            "Write its number in place of {0}, such as {1}"),
    NO_STUDENT(
            314,
            "joks mokinys neturi registro identifikatoriaus iš vienų nulių",
            "Įrašykite mokinio, apie kurį prašoma, registro identifikatorių",
            "no pupil has a register identifier of zeros",
            "Write the register identifier of the pupil that is asked about"),
    CLIENT_OF_ANOTHER(
            315,
            "šalies kodas yra {0}, o client nurodo {1}",
            "Abiejose vietose turi būti tas pats kodas: code=\"{1}\" arba client=\"{2}\"",
            "the code of the party is {0}, and client names {1}",
            "Write the same code in both: code=\"{1}\" or client=\"{2}\""),
    NEWER_EDITION(
            316,
            "sutartis parašyta pagal duomenų sąrašo laidą {0}, o programa žino laidas iki {1}",
            "Atnaujinkite programą arba parašykite sutartį pagal laidą {1}",
            "the contract was written for edition {0} of the data items, and the software knows editions up to {1}",
            "Update the software, or write the contract for edition {1}"),
    NO_NUMBER_OF_ITEM(
            317,
            "aktas įvardija duomenį {0}, o jo sutarties duomenų sąrašo laidoje nėra",
            "Artimiausi numeriai: {1}",
            "an act names the item {0}, which there is not in the edition of the contract",
            "The nearest numbers are {1}"),
    // MR-C4xx: a grant
    POPULATION_EMPTY(
            401,
            "<population> nieko nesako",
            "Rašykite <everyone/> arba bent vieną sąlygą",
            "<population> says nothing",
            "Write <everyone/> or at least one criterion"),
    INSTITUTION_CODE(
            402,
            "elemento <institution> kodo kontrolinis skaitmuo neteisingas",
            "Rašykite 9 skaitmenų įstaigos kodą; paskutinis jo skaitmuo – kontrolinis",
            "<institution> has a wrong check digit",
            "Write an institution code of 9 digits whose last digit is its check digit"),
    RANGE(
            403,
            "<{0}> baigiasi anksčiau, nei prasideda",
            "Reikšmė from turi būti ne didesnė už to",
            "<{0}> ends before it begins",
            "Write from and to in this order"),
    DELIVERY_EMPTY(
            404,
            "<delivery> nieko nesako",
            "Operacija {0} teikia šiais būdais: {1}",
            "<delivery> says nothing",
            "{0} delivers as {1}"),
    WAY(
            405,
            "operacija {0} būdu <{1}> neteikia",
            "Išimkite jį; {0} teikia šiais būdais: {2}",
            "{0} does not deliver as <{1}>",
            "Take it out; {0} delivers as {2}"),
    QUOTA_EMPTY(
            406,
            "<quota> nieko nesako",
            "Rašykite <messages>, <pupils> arba <repeatedLooks>",
            "<quota> says nothing",
            "Write <messages>, <pupils> or <repeatedLooks>"),
    QUOTA_AXIS_EMPTY(
            407,
            "<{0}> nieko nesako",
            "Rašykite bent vieną jo atributą",
            "<{0}> says nothing",
            "Write at least one of its attributes"),
    GRANTED_TWICE(
            408,
            "operacija {0} suteikta du kartus",
            "Kiekvienai operacijai rašykite po vieną <grant>",
            "{0} is granted twice",
            "Write one grant for each operation"),
    NEEDS_NO_GRANT(
            409,
            "operacijai {0} leidimo nereikia: ji šaliai pasako apie ją pačią",
            "Išimkite <grant>",
            "{0} needs no grant: it tells a party about itself",
            "Take the grant out"),
    NO_OPERATION(410, "operacijos {0} nėra", "Artimiausios: {1}", "there is no operation {0}", "The nearest are {1}"),
    REQUIRES_EMPTY(
            411,
            "<requires> nieko nesako",
            "Rašykite <userId/>, <issue/> arba abu, arba išimkite jį",
            "<requires> says nothing",
            "Write <userId/>, <issue/> or both, or take it out"),
    NO_STUDENT_IN_ANSWER(
            412,
            "operacijos {0} atsakymas neįvardija mokinio",
            "Išimkite <pseudonym>",
            "the answer of {0} names no pupil",
            "Take <pseudonym> out"),
    PSEUDONYM_OF_NAMED(
            413,
            "sutartis įvardija mokinius, todėl žinoma, kieno pseudonimas teikiamas",
            "Išimkite <pseudonym> arba mokinių neįvardykite",
            "the contract names its pupils, so that it is known whose pseudonym is given",
            "Take <pseudonym> out, or do not name pupils"),
    PSEUDONYM_OF_ASKED(
            414,
            "operacijos {0} klausiama pagal asmens tapatybę, todėl klausiantysis žino, kieno pseudonimą gauna",
            "Pseudonimus teikite operacija, kuri pateikia mokinių sąrašą",
            "{0} is asked by who a person is, so that the asker knows whose pseudonym it gets",
            "Grant pseudonyms with an operation that lists pupils"),
    PSEUDONYM_BESIDE(
            415,
            "šalia pseudonimo šie duomenys pasako, kas yra asmuo: {0}",
            "Elemente <fields> jų nerašykite",
            "beside the pseudonym these items say who a person is: {0}",
            "Leave them out of <fields>"),
    NEVER_ASKED(
            416,
            "operacijos {0} niekada nebus galima klausti: <asks> neįvardija nė vieno iš šių duomenų: {1}",
            "Elemente <asks> įvardykite, pagal ką galima klausti, arba išimkite <grant>",
            "{0} can never be asked: <asks> names none of {1}",
            "Name under <asks> what may be asked by, or take the grant out"),
    NO_PLACE_FOR_REASONS(
            417,
            "operacijos {0} atsakyme nėra vietos priežastims",
            "Rašykite <absence shownAs=\"absent\"/> arba išimkite jį",
            "the answer of {0} has no place for reasons",
            "Write <absence shownAs=\"absent\"/>, or take it out"),
    ASKED_ANYWAY(
            418,
            "pagal {0} galima klausti ir be leidimo",
            "Išimkite jį",
            "{0} may be asked by without a grant",
            "Take it out"),
    ASKED_GROUP(
            419,
            "{0} yra grupė",
            "Įvardykite reikalingus duomenis iš šių: {1}",
            "{0} is a group",
            "Name the items that are meant, of {1}"),
    NOT_IN_REQUEST(
            420,
            "užklausoje {0} nėra",
            "Artimiausi keliai: {1}",
            "there is no {0} in the request",
            "The nearest paths are {1}"),
    NOTHING_IN_REQUEST(
            421,
            "užklausoje {0} nėra, ir nėra nieko, pagal ką klausti reikėtų leidimo",
            "Išimkite jį",
            "there is no {0} in the request, nor anything that needs a grant to be asked by",
            "Take it out"),
    NOT_IN_ANSWER(
            422,
            "atsakyme {0} nėra",
            "Artimiausi keliai: {1}",
            "there is no {0} in the answer",
            "The nearest paths are {1}"),
    NOT_IN_GROUP(
            423,
            "grupėje {2} {0} nėra",
            "Artimiausi keliai: {1}",
            "there is no {0} in {2}",
            "The nearest paths are {1}"),
    EXCEPTION_OF_NOTHING(
            424,
            "išimtis {0} nieko neatima",
            "Išimkite <except>: grupė šių duomenų neteikia arba juos įvardija kitas <except>",
            "the exception {0} takes nothing out",
            "Take <except> out: the group does not grant it, or another <except> names it"),
    IS_A_GROUP(
            425,
            "{0} yra grupė",
            "Rašykite <group path=\"{0}\"/> arba įvardykite reikalingus duomenis",
            "{0} is a group",
            "Write <group path=\"{0}\"/>, or name the items that are meant"),
    IS_NO_GROUP(
            426, "{0} nėra grupė", "Rašykite <item path=\"{0}\"/>", "{0} is not a group", "Write <item path=\"{0}\"/>"),
    PSEUDONYM_BY_PATH(
            427,
            "{0} keliu nesuteikiamas",
            "Elemente <grant> rašykite <pseudonym/>",
            "{0} is not granted by its path",
            "Write <pseudonym/> in the grant"),
    REASONS_BY_PATH(
            428,
            "{0} keliu nesuteikiamas",
            "Elemente <grant> rašykite <absence shownAs=\"reasons\"/>",
            "{0} is not granted by its path",
            "Write <absence shownAs=\"reasons\"/> in the grant"),
    IN_EVERY_ANSWER(
            429,
            "{0} yra kiekviename atsakyme ir nesuteikiamas",
            "Išimkite jį",
            "{0} is in every answer and cannot be granted",
            "Take it out"),
    SPECIAL_WITHOUT_BASIS(
            430,
            "joks teisinis pagrindas neįvardija specialios kategorijos duomenų {0}",
            "Įvardykite juos prie teisinio pagrindo akto, kuris tai leidžia, <act items=\"{0}\">, arba jų nerašykite",
            "no legal basis names the items of a special category {0}",
            "Name them at the act of a legal basis that allows them, <act items=\"{0}\">, or leave them out"),
    UNKNOWN_CODE(
            431,
            "klasifikatoriuje {0} reikšmės {1} nėra",
            "Artimiausios reikšmės: {2}",
            "the code list {0} has no value {1}",
            "The nearest values are {2}"),
    PSEUDONYM_BESIDE_GRANT(
            432,
            "{0} pasako, kas yra mokinys, o {1} pagal tą pačią sutartį teikia pseudonimus: jų atsakymus galima susieti",
            "Vieną iš jų iškelkite į atskirą sutartį su atskiru posistemiu",
            "{0} tells who a pupil is, and {1} of the same contract gives pseudonyms: their answers could be joined",
            "Take one of the two out, and write it into a contract of its own, with a client of its own"),
    // MR-C5xx: contracts of one set against each other
    SAME_ID(
            501,
            "{0} turi tą patį numerį {1}",
            "Kiekvienai sutarčiai suteikite jos numerį ir aplanke laikykite vieną jos redakciją",
            "{0} has the id {1} too",
            "Give each contract an id of its own, and keep one version of it in the folder"),
    SAME_CERTIFICATE(
            502,
            "{0} tą patį sertifikatą priskiria kitai šaliai",
            "Sertifikatas priklauso vienai šaliai: ištaisykite ten, kur suklysta",
            "{0} names the same certificate for another party",
            "A certificate belongs to one party: correct it where it is wrong"),
    SAME_CLIENT(
            503,
            "{0} tą patį client priskiria kitai šaliai",
            "Posistemis priklauso vienai šaliai: ištaisykite ten, kur suklysta",
            "{0} names the same client for another party",
            "A subsystem belongs to one party: correct it where it is wrong"),
    SAME_GRANT(
            504,
            "{0} tam pačiam client tuo pačiu metu suteikia {1}",
            "Vienas posistemis – vienas tikslas: nurodykite šiai sutarčiai kitą client, išimkite <grant> arba užbaikite ar sustabdykite kitą sutartį",
            "{0} grants {1} to the same client for the same time",
            "One subsystem is one purpose: give this contract a client of its own, take the grant out, or end or suspend the other contract"),
    SAME_SOURCE(
            505,
            "{0} nurodo kitą duomens {1} šaltinį",
            "Duomuo turi vieną šaltinį: išimkite jį iš vienos iš dviejų sutarčių",
            "{0} names another source of {1}",
            "An item has one source: take it out of one of the two contracts"),
    // MR-C7xx: warnings of a sound contract
    PSEUDONYM_BESIDE_INDIRECT(
            701,
            "šalia pseudonimo šie duomenys kartu su kitomis žiniomis gali pasakyti, kas yra asmuo: {0}",
            "Palikite elementuose <fields> ir <asks> tik tuos, kurių reikia sutarties tikslui",
            "beside the pseudonym these items may say who a person is, together with what else is known: {0}",
            "Leave in <fields> and <asks> only those that the purpose of the contract needs"),
    NEWER_EDITION_ADDS(
            702,
            "pagal duomenų sąrašo laidą {0} ta pati sutartis suteiktų daugiau",
            "Jei to reikia, pasirašykite naują redakciją su edition=\"{0}\": {meaning}",
            "for edition {0} of the data items the same contract would grant more",
            "Sign a new version with edition=\"{0}\" where this is wanted: {meaning}");

    private final int number;
    private final String whatLt;
    private final String remedyLt;
    private final String whatEn;
    private final String remedyEn;

    ContractProblem(int number, String whatLt, String remedyLt, String whatEn, String remedyEn) {
        this.number = number;
        this.whatLt = whatLt;
        this.remedyLt = remedyLt;
        this.whatEn = whatEn;
        this.remedyEn = remedyEn;
    }

    /** Gives the problem as it stands in the catalogue, without particulars. */
    public Notice notice() {
        return new Notice("MR-C" + number, new Words(whatLt, remedyLt), new Words(whatEn, remedyEn));
    }

    /** Gives the problem with its particulars, in the order of their numbers. */
    public Notice of(String... particulars) {
        return notice().with(particulars);
    }
}
