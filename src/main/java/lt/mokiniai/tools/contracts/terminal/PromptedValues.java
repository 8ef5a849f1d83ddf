package lt.mokiniai.tools.contracts.terminal;

import static lt.mokiniai.kernel.texts.Messages.text;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import lt.mokiniai.contract.model.Contract.Kind;
import lt.mokiniai.contract.schema.PublishedOperation;
import lt.mokiniai.contract.schema.PublishedOperations;
import lt.mokiniai.kernel.LegalEntityCode;
import lt.mokiniai.kernel.XRoadId;
import lt.mokiniai.kernel.texts.Text;

/**
 * Reads what a contract is begun with, typed at a terminal or given as an option. An {@link IllegalArgumentException}
 * says what is wrong with it, in the language that was asked for.
 */
public final class PromptedValues {

    /** The kinds of contracts that there are. */
    public static final String KINDS =
            Arrays.stream(Kind.values()).map(Kind::toString).collect(Collectors.joining(", "));

    /** What the identifier of a subsystem looks like. */
    public static final String SUBSYSTEM = "instance/memberClass/memberCode/subsystemCode";

    private final PublishedOperations published = PublishedOperations.load();
    private final LanguageOption language;

    /** @param language that refusals are told in */
    public PromptedValues(LanguageOption language) {
        this.language = language;
    }

    /** The newest edition, which a new contract is written for. */
    public int edition() {
        return published.edition();
    }

    /** Reads a kind of contract. */
    public Kind kind(String name) {
        return Arrays.stream(Kind.values())
                .filter(known -> known.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> wrong(text("new.no-kind", name, KINDS)));
    }

    /** Reads the code of the party's institution. */
    public LegalEntityCode party(String code) {
        if (!LegalEntityCode.isValid(code)) {
            throw new IllegalArgumentException(notACode(code));
        }
        return new LegalEntityCode(code);
    }

    /** Says that a text is no code of an institution. */
    public String notACode(String code) {
        return language.say("new.no-code", code);
    }

    /** Reads the identifier of the party's subsystem. */
    public XRoadId client(String id) {
        if (!id.matches("[^/\\s]+(/[^/\\s]+){3}")) {
            throw wrong(text("new.no-subsystem", id, SUBSYSTEM));
        }
        return XRoadId.parse(id);
    }

    /** Reads the number of a contract. */
    public String number(String id) {
        if (!id.matches("MR-[0-9]{4}-[0-9]{3,6}")) {
            throw wrong(text("new.no-number", id));
        }
        return id;
    }

    /** Reads a day. */
    public LocalDate day(String day) {
        try {
            return LocalDate.parse(day);
        } catch (DateTimeParseException e) {
            throw wrong(text("new.no-day", day));
        }
    }

    /** Gives the last day of a contract, which does not end before it begins. */
    public LocalDate notBefore(LocalDate first, LocalDate last) {
        if (last.isBefore(first)) {
            throw wrong(text("new.wrong-order", last, first));
        }
        return last;
    }

    /** Reads names of operations that contracts grant, with their service or without it. */
    public List<PublishedOperation> operations(String names) {
        return Arrays.stream(names.split("[ ,]+"))
                .map(this::operation)
                .distinct()
                .toList();
    }

    private PublishedOperation operation(String name) {
        List<PublishedOperation> meant = published.all().stream()
                .filter(PublishedOperation::isGrantable)
                .filter(operation -> operation.id().toString().equals(name)
                        || operation.operation().equals(name))
                .toList();
        if (meant.size() == 1) {
            return meant.get(0);
        }
        String several =
                meant.stream().map(operation -> operation.id().toString()).collect(Collectors.joining(", "));
        throw meant.isEmpty()
                ? wrong(text("new.no-operation", name, grantable()))
                : wrong(text("new.several-operations", name, several));
    }

    /** The operations that contracts grant, for a person to choose from. */
    public String grantable() {
        return published.all().stream()
                .filter(PublishedOperation::isGrantable)
                .map(operation -> operation.id().toString())
                .collect(Collectors.joining(", "));
    }

    private IllegalArgumentException wrong(Text why) {
        return new IllegalArgumentException(language.of(why));
    }
}
