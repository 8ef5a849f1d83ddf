package lt.mokiniai.tools.contracts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import lt.mokiniai.contract.model.Contract;
import lt.mokiniai.contract.model.Contract.Act;
import lt.mokiniai.contract.model.Contract.Obligations;
import lt.mokiniai.contract.model.Contract.Signer;
import lt.mokiniai.contract.model.Contract.Statement;
import lt.mokiniai.contract.model.Contract.Supply;
import lt.mokiniai.contract.model.Grant;
import lt.mokiniai.contract.model.Party;
import lt.mokiniai.contract.model.Wording;
import lt.mokiniai.contract.schema.SchemaTree;
import lt.mokiniai.contract.schema.SchemaTree.DataItem;
import lt.mokiniai.kernel.Text;

/**
 * A contract in words and tables, in both languages: what a lawyer reads instead of the file (docs/contracts.md,
 * 'Priedas / The annex').
 *
 * @param id of the contract
 * @param version of the contract
 * @param title what the page is headed by
 * @param terms what holds for the whole contract
 * @param grants what it allows, operation by operation
 */
record Annex(String id, String version, Text title, List<Term> terms, List<Part> grants) {

    /** The key of the term that names restrictions of disclosure. */
    static final String RESTRICTIONS = "restrictions";

    /**
     * One thing that a contract says.
     *
     * @param key its name for programs
     * @param label its name for people
     * @param values what it says; of a legal statement also its acts
     */
    record Term(String key, Text label, List<Text> values) {}

    /**
     * One operation.
     *
     * @param operation such as {@code students/v1/getStudent}
     * @param description what it answers
     * @param shows the data items of the answer that the contract grants
     * @param asks the data items that the request may ask by
     * @param terms its bounds
     */
    record Part(String operation, Text description, List<Item> shows, List<Item> asks, List<Term> terms) {}

    /**
     * A data item of the register's regulations.
     *
     * @param number its number
     * @param sensitivity {@code ordinary}, {@code personal} or {@code special}
     * @param text what it is
     * @param path where it stands in the message
     */
    record Item(String number, String sensitivity, Text text, String path) {

        /** Says the sensitivity in words; public for the template of the page. */
        public Text sensitivityText() {
            return switch (sensitivity) {
                case "personal" -> new Text("asmens duomuo", "personal");
                case "special" -> new Text("specialios kategorijos", "special category");
                default -> new Text("įprastas", "ordinary");
            };
        }
    }

    /** Explains a contract as it is on a day. */
    static Annex of(Contract contract, LocalDate today) {
        return new Annex(
                contract.id(),
                contract.version(),
                new Text(
                        "Sutarties " + contract.id() + " priedas: duomenų apimtis ir sąlygos",
                        "Annex to the contract " + contract.id() + ": extent of the data and terms"),
                terms(contract, today),
                contract.grants().stream().map(Annex::part).toList());
    }

    private static List<Term> terms(Contract contract, LocalDate today) {
        List<Term> terms = new ArrayList<>();
        Party party = contract.party();
        terms.add(term("kind", "Sutarties rūšis", "Kind of contract", Wording.kind(contract.kind())));
        terms.add(term("version", "Redakcija", "Version", same(contract.version())));
        String edition = String.valueOf(contract.edition());
        terms.add(term("edition", "Duomenų sąrašo laida", "Edition of the data items", same(edition)));
        terms.add(term(
                "party",
                "Šalis",
                "Party",
                new Text(party.nameLt() + ", kodas " + party.code(), party.nameEn() + ", code " + party.code())));
        terms.add(term(
                "client",
                "X-Road posistemis",
                "X-Road subsystem",
                same(party.client().toString())));
        terms.add(new Term(
                "certificates",
                new Text("Parašo sertifikatai", "Signing certificates"),
                contract.signers().stream().map(Annex::certificate).toList()));
        terms.add(term(
                "validity",
                "Galiojimas",
                "Validity",
                new Text(
                        "nuo " + contract.from() + " iki " + contract.until() + " imtinai",
                        "from " + contract.from() + " until " + contract.until() + ", both included")));
        terms.add(term("today", today + " (Vilniaus laiku)", "On " + today + " (in Vilnius)", state(contract, today)));
        terms.add(statement("purpose", "Tikslas", "Purpose", contract.purpose()));
        terms.add(statement(
                "basisToProvide", "Teisinis pagrindas teikti", "Legal basis to provide", contract.basisToProvide()));
        terms.add(statement(
                "basisToReceive", "Teisinis pagrindas gauti", "Legal basis to receive", contract.basisToReceive()));
        contract.procedure().ifPresent(text -> terms.add(term("procedure", "Tvarka", "Procedure", text)));
        if (!contract.students().isEmpty()) {
            terms.add(term(
                    "pupils",
                    "Prašyme išvardytų mokinių skaičius",
                    "Number of pupils that the request names",
                    same(String.valueOf(contract.students().size()))));
        }
        contract.supply().ifPresent(supply -> terms.add(supply(supply)));
        contract.obligations().ifPresent(obligations -> terms.add(obligations(obligations)));
        return terms;
    }

    private static Part part(Grant grant) {
        SchemaTree answer = grant.operation().answer();
        SchemaTree request = grant.operation().request();
        return new Part(
                grant.name(),
                new Text(answer.lt(), answer.en()),
                items(grant.answer(), grant.answer().grantable()),
                items(
                        request,
                        request.items().stream().filter(grant.asks()::contains).toList()),
                terms(grant));
    }

    /** Tells every bound of a grant. */
    static List<Term> terms(Grant grant) {
        List<Term> terms = new ArrayList<>();
        terms.add(term("population", "Mokinių aibė", "Population", Wording.population(grant.population())));
        terms.add(term("depth", "Istorijos gylis", "Depth", Wording.depth(grant.reach())));
        terms.add(term("delivery", "Teikimo būdas", "Delivery", Wording.delivery(grant)));
        terms.add(term("quota", "Kvota", "Quota", Wording.quota(grant.quota())));
        terms.add(term("requires", "Privalomos antraštės", "Required headers", headers(grant)));
        terms.add(term(
                RESTRICTIONS,
                "Įvardyti atskleidimo ribojimai",
                "Restrictions of disclosure that are named",
                grant.restrictions().isEmpty()
                        ? new Text(
                                "neįvardyta: mokinių, kuriems taikomas ribojimas, gyvenamoji vieta, mokykla ir atstovai neteikiami",
                                "none: residence, school and guardians of a pupil under a restriction are left out")
                        : same(listed(grant.restrictions()))));
        terms.add(term(
                "absence",
                "Ko atsakyme nėra",
                "What is left out of an answer",
                grant.reasons()
                        ? new Text("įvardijama su priežastimi", "is named with the reason")
                        : new Text("nerodoma", "is not shown")));
        terms.add(term(
                "pseudonym",
                "Pseudonimas vietoj asmens kodo",
                "A pseudonym instead of the personal code",
                grant.pseudonym()
                        ? new Text("taip, pastovus šioje sutartyje", "yes, stable within this contract")
                        : new Text("ne", "no")));
        terms.add(term(
                "visibleAfter",
                "Mokinys panaudojimą mato",
                "The pupil sees the use",
                grant.visibleAfterDays() == 0
                        ? new Text("iš karto", "at once")
                        : new Text(
                                "po " + Wording.counted(grant.visibleAfterDays(), "dienos", "dienų", "dienų"),
                                "after " + grant.visibleAfterDays() + " days")));
        return terms;
    }

    private static List<Item> items(SchemaTree message, Collection<String> paths) {
        return paths.stream()
                .map(path -> item(message.at(path).orElseThrow(), path))
                .toList();
    }

    /** Tells of an element that carries a data item. */
    static Item item(SchemaTree element, String path) {
        DataItem item = element.item().orElseThrow();
        return new Item(item.number(), item.sensitivity(), new Text(element.lt(), element.en()), path);
    }

    private static Text headers(Grant grant) {
        List<String> names = new ArrayList<>();
        if (grant.requiresUserId()) {
            names.add("userId");
        }
        if (grant.requiresIssue()) {
            names.add("issue");
        }
        return names.isEmpty() ? new Text("nėra", "none") : same(String.join(", ", names));
    }

    /** Names a signing certificate as the contract does. */
    static Text certificate(Signer signer) {
        return signer.thumbprint().map(digits -> same("SHA-256 " + digits)).orElseGet(() -> {
            String subject = signer.subject().map(Object::toString).orElse("–");
            String issuer = signer.issuer().map(Object::toString).orElse("–");
            return new Text(subject + "; išdavė " + issuer, subject + "; issued by " + issuer);
        });
    }

    private static Text state(Contract contract, LocalDate today) {
        if (contract.whyNotInForce(today).isEmpty()) {
            return new Text("vykdoma", "in force");
        }
        if (today.isBefore(contract.from())) {
            return new Text("dar nevykdoma", "not yet in force");
        }
        return today.isAfter(contract.until())
                ? new Text("nebevykdoma: terminas pasibaigė", "no longer in force: its term is over")
                : new Text("nevykdoma: sustabdyta", "not in force: suspended");
    }

    private static Term obligations(Obligations bound) {
        return new Term(
                "obligations",
                new Text("Gavėjo įsipareigojimai", "Obligations of the recipient"),
                List.of(
                        bound.text(),
                        new Text(
                                "duomenys saugomi ne ilgiau kaip "
                                        + Wording.counted(bound.keepMonths(), "mėnesį", "mėnesius", "mėnesių"),
                                "the data are kept for at most " + bound.keepMonths() + " months"),
                        bound.handOn()
                                ? new Text("duomenis galima perduoti kitiems", "the data may be handed on")
                                : new Text("duomenų perduoti kitiems negalima", "the data may not be handed on")));
    }

    private static Term supply(Supply supply) {
        Text way = switch (supply.way()) {
            case "push" -> new Text("tiekėjas kreipiasi į registrą", "the supplier calls the register");
            case "pull" ->
                new Text(
                        "registras kreipiasi į tiekėją pagal tvarkaraštį "
                                + supply.schedule().orElse("–"),
                        "the register calls the supplier on the schedule "
                                + supply.schedule().orElse("–"));
            default -> new Text("pasirašyta rinkmena", "a signed file");
        };
        String items = listed(supply.sourceOf());
        return new Term(
                "supply",
                new Text("Duomenų gavimas", "Supply"),
                List.of(
                        way,
                        new Text(
                                "tiekėjas yra šių duomenų šaltinis: " + items,
                                "the supplier is the source of: " + items)));
    }

    private static Term statement(String key, String lt, String en, Statement statement) {
        List<Text> values = new ArrayList<>(List.of(statement.text()));
        statement.acts().stream().map(Annex::act).forEach(values::add);
        return new Term(key, new Text(lt, en), values);
    }

    /** Names an act and the items that it names. */
    static Text act(Act act) {
        if (act.items().isEmpty()) {
            return act.text();
        }
        String items = listed(act.items());
        return new Text(
                act.text().lt() + " (įvardija duomenis " + items + ")",
                act.text().en() + " (names the items " + items + ")");
    }

    private static String listed(Collection<String> values) {
        return String.join(", ", values.stream().sorted().toList());
    }

    private static Term term(String key, String lt, String en, Text value) {
        return new Term(key, new Text(lt, en), List.of(value));
    }

    private static Text same(String text) {
        return new Text(text, text);
    }
}
