package lt.mokiniai.tools.contracts.documents;

import static lt.mokiniai.kernel.texts.Messages.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import lt.mokiniai.contract.files.ContractCodeLists;
import lt.mokiniai.contract.model.Contract;
import lt.mokiniai.contract.model.Contract.Act;
import lt.mokiniai.contract.model.Contract.Kind;
import lt.mokiniai.contract.model.Contract.Obligations;
import lt.mokiniai.contract.model.Contract.Statement;
import lt.mokiniai.contract.model.Contract.Supply;
import lt.mokiniai.contract.model.Grant;
import lt.mokiniai.contract.model.Party;
import lt.mokiniai.contract.model.Signer;
import lt.mokiniai.contract.model.Wording;
import lt.mokiniai.contract.schema.SchemaTree;
import lt.mokiniai.contract.schema.SchemaTree.DataItem;
import lt.mokiniai.kernel.OperationId;
import lt.mokiniai.kernel.scope.Population;
import lt.mokiniai.kernel.texts.Messages;
import lt.mokiniai.kernel.texts.Text;

/**
 * A contract in words and tables, in both languages: what a lawyer reads instead of the file (docs/contracts.md,
 * 'Priedas / The annex').
 *
 * @param id of the contract
 * @param version of the contract
 * @param digest SHA-256 of the file that it explains, lower hex: whoever signs the page signs that file
 * @param party the name of the other party, which signs too
 * @param title what the page is headed by
 * @param terms what holds for the whole contract
 * @param grants what it allows, operation by operation
 */
public record Annex(
        String id, String version, String digest, Text party, Text title, List<Term> terms, List<Part> grants) {

    /** The key of the term that names restrictions of disclosure. */
    static final String RESTRICTIONS = "restrictions";

    /**
     * One thing that a contract says.
     *
     * @param key its name for programs
     * @param label its name for people
     * @param values what it says; of a legal statement also its acts
     */
    public record Term(String key, Text label, List<Text> values) {}

    /**
     * One operation.
     *
     * @param operation such as {@code students/v1/getStudent}
     * @param description what it answers
     * @param shows the data items of the answer that the contract grants
     * @param asks the data items that the request may ask by
     * @param writes the data items that the request may set
     * @param terms its bounds
     */
    public record Part(
            String operation,
            Text description,
            List<Item> shows,
            List<Item> asks,
            List<Item> writes,
            List<Term> terms) {}

    /**
     * A data item of the register's regulations.
     *
     * @param number its number
     * @param sensitivity {@code ordinary}, {@code personal} or {@code special}
     * @param text what it is
     * @param path where it stands in the message
     */
    public record Item(String number, String sensitivity, Text text, String path) {

        /** Names the item by its path, with its number and its sensitivity in words. */
        public Text named() {
            return Messages.text("annex.item-at", path, number, sensitivityText());
        }

        /** Says the sensitivity in words; public for the template of the page. */
        public Text sensitivityText() {
            return switch (sensitivity) {
                case "personal" -> Messages.text("sensitivity.personal");
                case "special" -> Messages.text("sensitivity.special");
                default -> Messages.text("sensitivity.ordinary");
            };
        }
    }

    /** Explains a contract as it is on a day. */
    public static Annex of(Contract contract, LocalDate today) {
        return new Annex(
                contract.id(),
                contract.version(),
                contract.digest(),
                contract.party().name(),
                text("annex.title", contract.id()),
                terms(contract, today),
                contract.grants().stream().map(Annex::part).toList());
    }

    private static List<Term> terms(Contract contract, LocalDate today) {
        List<Term> terms = new ArrayList<>();
        Party party = contract.party();
        terms.add(term("annex.kind", kind(contract.kind())));
        terms.add(term("annex.version", Text.same(contract.version())));
        terms.add(term("annex.edition", Text.same(contract.edition())));
        terms.add(term("annex.digest", Text.same(contract.digest())));
        terms.add(term("annex.party", text("annex.named", party.name(), party.code())));
        terms.add(term("annex.client", Text.same(party.client())));
        terms.add(term(
                "annex.certificates",
                party.signers().stream().map(Annex::certificate).toList()));
        terms.add(term(
                "annex.validity",
                text("annex.from-until", contract.term().from(), contract.term().until())));
        terms.add(new Term("today", text("annex.on", today), List.of(state(contract, today))));
        terms.add(statement("annex.purpose", contract.statements().purpose()));
        terms.add(statement("annex.basisToProvide", contract.statements().basisToProvide()));
        terms.add(statement("annex.basisToReceive", contract.statements().basisToReceive()));
        contract.statements().procedure().ifPresent(procedure -> terms.add(term("annex.procedure", procedure)));
        if (!contract.students().isEmpty()) {
            terms.add(term("annex.students", Text.same(contract.students().size())));
        }
        contract.supply().ifPresent(supply -> terms.add(supply(supply)));
        if (contract.kind() == Kind.PROCESSING) {
            terms.add(term(
                    "annex.representation",
                    contract.representation().isEmpty()
                            ? text("annex.represented-by-nobody")
                            : Text.same(listed(contract.representation().stream()
                                    .map(OperationId::toString)
                                    .toList()))));
        }
        contract.statements().obligations().ifPresent(obligations -> terms.add(obligations(obligations)));
        return terms;
    }

    private static Part part(Grant grant) {
        SchemaTree answer = grant.operation().answer();
        List<Item> requested = items(grant.request(), grant.request().grantable());
        return new Part(
                grant.id().toString(),
                answer.text(),
                items(grant.answer(), grant.answer().grantable()),
                grant.operation().writes() ? List.of() : requested,
                grant.operation().writes() ? requested : List.of(),
                terms(grant));
    }

    /** Says about which students, each code with its meaning. */
    public static Text population(Population population) {
        return Wording.population(population, ContractCodeLists::named);
    }

    /** Gives a kind of contracts as a file names it, with its meaning. */
    static Text kind(Kind kind) {
        return text("annex.coded", kind, Wording.kind(kind));
    }

    /** Tells every bound of a grant. */
    public static List<Term> terms(Grant grant) {
        List<Term> terms = new ArrayList<>();
        terms.add(term("annex.population", population(grant.coverage().population())));
        terms.add(term("annex.depth", Wording.depth(grant.coverage().reach())));
        terms.add(term("annex.delivery", Wording.delivery(grant.delivery())));
        terms.add(term("annex.quota", Wording.quota(grant.delivery().quota())));
        terms.add(term("annex.requires", headers(grant)));
        terms.add(term(
                "annex.restrictions",
                grant.coverage().restrictions().isEmpty()
                        ? text("annex.no-restrictions")
                        : all(Wording.named(
                                grant.coverage().restrictions(), "RESTRICTION", ContractCodeLists::named))));
        terms.add(term(
                "annex.absence", grant.shown().reasons() ? text("annex.absence-named") : text("annex.absence-hidden")));
        terms.add(
                term("annex.pseudonym", grant.shown().pseudonym() ? text("annex.pseudonym-given") : text("words.no")));
        terms.add(term(
                "annex.visibleAfter",
                grant.conditions().visibleAfterDays() == 0
                        ? text("annex.visible-at-once")
                        : text(
                                "annex.visible-later",
                                Wording.counted(grant.conditions().visibleAfterDays(), text("count.days-later")))));
        return terms;
    }

    private static List<Item> items(SchemaTree message, Collection<String> paths) {
        return paths.stream()
                .map(path -> item(message.at(path).orElseThrow(), path))
                .toList();
    }

    /** Tells of an element that carries a data item. */
    public static Item item(SchemaTree element, String path) {
        DataItem item = element.item().orElseThrow();
        return new Item(item.number(), item.sensitivity(), element.text(), path);
    }

    private static Text headers(Grant grant) {
        List<Text> names = new ArrayList<>();
        if (grant.conditions().requiresUserId()) {
            names.add(text("annex.header-user"));
        }
        if (grant.conditions().requiresIssue()) {
            names.add(text("annex.header-issue"));
        }
        return names.isEmpty() ? text("annex.no-headers") : all(names);
    }

    /** Names a signing certificate as the contract does. */
    public static Text certificate(Signer signer) {
        return signer.thumbprint().map(digits -> Text.same("SHA-256 " + digits)).orElseGet(() -> {
            String subject = signer.subject().map(Object::toString).orElse("–");
            String issuer = signer.issuer().map(Object::toString).orElse("–");
            return text("annex.issued", subject, issuer);
        });
    }

    private static Text state(Contract contract, LocalDate today) {
        return switch (contract.term().on(today)) {
            case IN_FORCE -> text("annex.in-force");
            case NOT_YET -> text("annex.not-yet");
            case ENDED -> text("annex.over");
            case SUSPENDED -> text("annex.suspended");
        };
    }

    private static Term obligations(Obligations bound) {
        return term(
                "annex.obligations",
                List.of(
                        bound.text(),
                        text("annex.kept", Wording.counted(bound.keepMonths(), text("count.months"))),
                        bound.handOn() ? text("annex.handed-on") : text("annex.not-handed-on")));
    }

    private static Term supply(Supply supply) {
        List<Text> said = new ArrayList<>();
        supply.register().ifPresent(register -> said.add(text("annex.register", register)));
        supply.ways()
                .forEach(way -> said.add(
                        switch (way) {
                            case PUSH -> text("annex.push");
                            case PULL -> text("annex.pull", supply.schedule().orElse("–"));
                            case FILE -> text("annex.file");
                        }));
        if (!supply.sourceOf().isEmpty()) {
            said.add(text(
                    "annex.source",
                    all(supply.sourceOf().stream().sorted().map(Wording::source).toList())));
        }
        return term("annex.supply", said);
    }

    private static Term statement(String key, Statement statement) {
        List<Text> values = new ArrayList<>(List.of(statement.text()));
        statement.acts().stream().map(Annex::act).forEach(values::add);
        return term(key, values);
    }

    /** Names an act and the items that it names. */
    public static Text act(Act act) {
        return act.items().isEmpty() ? act.text() : text("annex.act", act.text(), listed(act.items()));
    }

    private static Text all(List<Text> values) {
        return new Text(
                values.stream().map(Text::lt).collect(Collectors.joining(", ")),
                values.stream().map(Text::en).collect(Collectors.joining(", ")));
    }

    private static String listed(Collection<String> values) {
        return String.join(", ", values.stream().sorted().toList());
    }

    private static Term term(String key, Text value) {
        return term(key, List.of(value));
    }

    /** A term is known to programs by the end of the key of its label. */
    private static Term term(String key, List<Text> values) {
        return new Term(key.substring("annex.".length()), text(key), values);
    }
}
