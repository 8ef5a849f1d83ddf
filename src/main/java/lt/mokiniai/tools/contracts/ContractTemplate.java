package lt.mokiniai.tools.contracts;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import lt.mokiniai.contract.model.Contract.Kind;
import lt.mokiniai.contract.schema.PublishedOperation;
import lt.mokiniai.contract.schema.PublishedOperations;
import lt.mokiniai.contract.schema.SchemaTree;
import lt.mokiniai.kernel.InstitutionCode;
import lt.mokiniai.kernel.Text;
import lt.mokiniai.kernel.XRoadId;
import lt.mokiniai.tools.contracts.Annex.Item;
import org.springframework.web.util.HtmlUtils;

/**
 * The beginning of a contract file: valid against {@code contract.xsd}, suspended, with comments that say what to fill
 * in. What is left blank and must not stay so, {@code contract check} finds.
 */
final class ContractTemplate {

    private static final Text BLANK = new Text("", "");

    /**
     * What is known of a contract when it is begun. Words that are empty are left to be filled in.
     *
     * @param edition of the data items that it is written for
     * @param operations what a grant is begun for; of a supply, whose items the supplier may be the source of, and where
     *     there are none, every item
     */
    record Beginning(
            Kind kind,
            String id,
            int edition,
            InstitutionCode party,
            XRoadId client,
            Text name,
            Text purpose,
            List<PublishedOperation> operations,
            LocalDate from,
            LocalDate until) {}

    private final Beginning known;
    private final StringBuilder xml = new StringBuilder();
    private String indent = "";

    private ContractTemplate(Beginning known) {
        this.known = known;
    }

    /** Writes the beginning of a contract. */
    static String of(Beginning known) {
        ContractTemplate skeleton = new ContractTemplate(known);
        skeleton.write();
        return skeleton.xml.toString();
    }

    private void write() {
        line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        comment(
                "Užpildykite, kur parašyta ĮRAŠYKITE; tada: mokiniai contract check",
                "Fill in where it says FILL IN; then: mokiniai contract check");
        comment(
                "id – sutarties numeris; status – in-force, kai rinkmena parengta pasirašyti",
                "id is the contract's number; status becomes in-force when the file is ready to be signed");
        open("contract xmlns=\"http://mokiniai.lt/contract/v1\" id=\"" + known.id + "\" version=\"1\" kind=\""
                + known.kind + "\" status=\"suspended\" from=\"" + known.from + "\" until=\"" + known.until
                + "\" edition=\"" + known.edition + "\"");
        party();
        statement("purpose", known.purpose, "duomenų naudojimo tikslas", "the purpose for which the data are used");
        comment(
                "Specialios kategorijos duomenis turi įvardyti bent vieno pagrindo aktas: <act items=\"MR-5.1\">",
                "Items of a special category must be named by an act of a legal basis: <act items=\"MR-5.1\">");
        statement(
                "legalBasisToProvide",
                BLANK,
                "teisinis pagrindas duomenis teikti",
                "the legal basis to provide the data");
        statement(
                "legalBasisToReceive",
                BLANK,
                "teisinis pagrindas duomenis gauti",
                "the legal basis to receive the data");
        if (known.kind != Kind.REQUEST) {
            open("procedure");
            texts("kaip duomenimis keičiamasi", "how the data are exchanged");
            close("procedure");
        } else {
            comment("Mokiniai, apie kuriuos prašoma", "The pupils that are asked about");
            open("pupils");
            line("<registerId>0000000000000000</registerId>");
            close("pupils");
        }
        if (known.kind == Kind.SUPPLY) {
            supply();
        } else {
            open("grants");
            known.operations.forEach(this::grant);
            close("grants");
        }
        comment(
                "Kiek mėnesių gavėjas gali saugoti duomenis ir ar gali juos perduoti kitiems",
                "For how many months the recipient may keep the data, and whether it may hand them on");
        open("obligations keepMonths=\"12\" handOn=\"false\"");
        texts("gavėjo įsipareigojimai", "what the recipient is bound to");
        close("obligations");
        close("contract");
    }

    private void party() {
        open("party code=\"" + known.party + "\" client=\"" + escaped(known.client.toString()) + "\"");
        open("name");
        texts(known.name, "įstaigos pavadinimas", "name of the institution");
        close("name");
        comment(
                "Sertifikatas, kuriuo šalis pasirašo pranešimus: CN=x, O=y, C=LT; arba <thumbprint> (SHA-256)",
                "The certificate that the party signs messages with: CN=x, O=y, C=LT; or <thumbprint> (SHA-256)");
        open("certificate");
        line("<subject>ĮRAŠYKITE / FILL IN</subject>");
        line("<issuer>ĮRAŠYKITE / FILL IN</issuer>");
        close("certificate");
        close("party");
    }

    private void statement(String name, Text given, String lt, String en) {
        open(name);
        texts(given, lt, en);
        open("act");
        texts("teisės aktas ir jo nuostata", "the act and its provision");
        close("act");
        close(name);
    }

    private void texts(String lt, String en) {
        texts(BLANK, lt, en);
    }

    private void texts(Text given, String lt, String en) {
        line("<lt>" + (given.lt().isEmpty() ? "ĮRAŠYKITE: " + lt : escaped(given.lt())) + "</lt>");
        line("<en>" + (given.en().isEmpty() ? "FILL IN: " + en : escaped(given.en())) + "</en>");
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    private void supply() {
        comment(
                "Kaip duomenys pasiekia registrą: <push/>, <pull schedule=\"0 30 3 * * *\"/> arba <file/>",
                "How the data arrive: <push/>, <pull schedule=\"0 30 3 * * *\"/> or <file/>");
        open("supply");
        line("<push/>");
        comment(
                "Duomenys, kurių šaltinis yra tiekėjas; kitus išbraukite",
                "The items of which the supplier is the source; strike out the others");
        Set<String> written = new TreeSet<>();
        List<PublishedOperation> operations =
                known.operations.isEmpty() ? PublishedOperations.load().all() : known.operations;
        operations.forEach(operation -> shown(operation.answer()).stream()
                .filter(item -> written.add(item.path()))
                .forEach(item -> line(element("sourceOf", item) + " " + note(item))));
        close("supply");
    }

    private void grant(PublishedOperation operation) {
        String service = operation.service();
        int slash = service.indexOf('/');
        comment(operation.answer().lt(), operation.answer().en());
        open("grant service=\"" + service.substring(0, slash) + "\" version=\"" + service.substring(slash + 1)
                + "\" operation=\"" + operation.operation() + "\"");
        comment(
                "Duomenys, kuriuos galima matyti; nereikalingus išbraukite",
                "The data items that may be seen; strike out those that are not needed");
        open("fields");
        shown(operation.answer()).forEach(this::field);
        close("fields");
        asks(operation.request());
        comment(
                "Apie kuriuos mokinius: <everyone/> arba sąlygos municipality, institution, founderKind,"
                        + " programmeFamily, level, age, enrolled, citizenship",
                "About which pupils: <everyone/>, or criteria municipality, institution, founderKind,"
                        + " programmeFamily, level, age, enrolled, citizenship");
        population();
        comment(
                "Kiek į praeitį: <current/>, <since>2020-09-01</since> arba <years>2</years>",
                "How far back: <current/>, <since>2020-09-01</since> or <years>2</years>");
        open("depth");
        line("<current/>");
        close("depth");
        comment("Kaip teikiama", "How it is delivered");
        open("delivery");
        ways(operation.ways());
        close("delivery");
        comment(
                "Kvota; kas nenurodyta, tas neribojama: <quota><messages perMinute=\"60\" perDay=\"1000\"/>"
                        + "<pupils distinctPerMonth=\"500\"/><repeatedLooks perDay=\"5\"/></quota>",
                "The quota; what is not given is not bounded");
        comment("Privalomos antraštės: <userId/>, <issue/>", "Required headers: <userId/>, <issue/>");
        open("requires");
        line("<userId/>");
        close("requires");
        close("grant");
    }

    private void field(Item item) {
        if ("special".equals(item.sensitivity())) {
            comment(
                    element("item", item) + " " + item.number()
                            + ": specialios kategorijos, tik kai jį įvardija pagrindo aktas",
                    "special category, only where an act of a legal basis names it: "
                            + item.text().en());
        } else {
            line(element("item", item) + " " + note(item));
        }
    }

    /** One comment, so that taking its ends away grants them. */
    private void asks(SchemaTree request) {
        if (request.items().isEmpty()) {
            return;
        }
        comment(
                "Pagal ką galima klausti; palikite reikalingus ir išimkite komentaro ženklus",
                "What may be asked by; keep those that are needed, and take the marks of the comment away");
        request.items().stream()
                .map(path -> Annex.item(request.at(path).orElseThrow(), path))
                .forEach(item -> line("<!-- " + safe(item.path() + ": " + words(item)) + " -->"));
        line("<!--");
        open("asks");
        request.items().forEach(path -> line("<item path=\"" + path + "\"/>"));
        close("asks");
        line("-->");
    }

    private void population() {
        if (known.kind == Kind.PROVISION) {
            line("<population/>");
            return;
        }
        open("population");
        line(known.kind == Kind.PROCESSING ? "<institution>" + known.party + "</institution>" : "<everyone/>");
        close("population");
    }

    private void ways(Set<String> ways) {
        for (String way : List.of("single", "batch", "changes", "extract")) {
            if (ways.contains(way)) {
                line("batch".equals(way) ? "<batch largest=\"100\"/>" : "<" + way + "/>");
            }
        }
    }

    /** A pseudonym is granted by an element of its own. */
    private static List<Item> shown(SchemaTree answer) {
        return answer.grantable().stream()
                .filter(path -> !path.endsWith("/pseudonym"))
                .map(path -> Annex.item(answer.at(path).orElseThrow(), path))
                .toList();
    }

    private static String element(String name, Item item) {
        return "<" + name + " path=\"" + item.path() + "\"/>";
    }

    private static String note(Item item) {
        return "<!-- " + safe(words(item)) + " -->";
    }

    private static String words(Item item) {
        return item.number() + ", " + item.sensitivity() + ": " + item.text().lt() + " / "
                + item.text().en();
    }

    private void comment(String lt, String en) {
        line("<!-- " + safe(lt) + " / " + safe(en) + " -->");
    }

    /** Two hyphens would end the comment. */
    private static String safe(String text) {
        return text.replaceAll("-{2,}", "–").replaceAll("-$", "–");
    }

    private void open(String element) {
        line("<" + element + ">");
        indent += "  ";
    }

    private void close(String element) {
        indent = indent.substring(2);
        line("</" + element + ">");
    }

    private void line(String text) {
        xml.append(indent).append(text).append('\n');
    }
}
