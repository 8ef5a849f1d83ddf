package lt.mokiniai.tools.contracts;

import static lt.mokiniai.kernel.texts.Messages.text;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import lt.mokiniai.contract.model.Contract.Kind;
import lt.mokiniai.contract.schema.PublishedOperation;
import lt.mokiniai.contract.schema.PublishedOperations;
import lt.mokiniai.kernel.InstitutionCode;
import lt.mokiniai.kernel.XRoadId;
import lt.mokiniai.kernel.texts.Text;

/**
 * Reads what a contract is begun with, typed at a terminal or given as an option. An {@link IllegalArgumentException}
 * says what is wrong with it, in the language that was asked for.
 */
final class PromptedValues {

    static final String KINDS = Arrays.stream(Kind.values()).map(Kind::toString).collect(Collectors.joining(", "));
    static final String SUBSYSTEM = "instance/memberClass/memberCode/subsystemCode";

    private final PublishedOperations published = PublishedOperations.load();
    private final LanguageOption language;

    PromptedValues(LanguageOption language) {
        this.language = language;
    }

    int edition() {
        return published.edition();
    }

    Kind kind(String name) {
        return Arrays.stream(Kind.values())
                .filter(known -> known.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> wrong(text("new.no-kind", name, KINDS)));
    }

    InstitutionCode party(String code) {
        if (!InstitutionCode.isValid(code)) {
            throw new IllegalArgumentException(notACode(code));
        }
        return new InstitutionCode(code);
    }

    String notACode(String code) {
        return language.say("new.no-code", code);
    }

    XRoadId client(String id) {
        if (!id.matches("[^/\\s]+(/[^/\\s]+){3}")) {
            throw wrong(text("new.no-subsystem", id, SUBSYSTEM));
        }
        return XRoadId.parse(id);
    }

    String number(String id) {
        if (!id.matches("MR-[0-9]{4}-[0-9]{3,6}")) {
            throw wrong(text("new.no-number", id));
        }
        return id;
    }

    LocalDate day(String day) {
        try {
            return LocalDate.parse(day);
        } catch (DateTimeParseException e) {
            throw wrong(text("new.no-day", day));
        }
    }

    LocalDate notBefore(LocalDate first, LocalDate last) {
        if (last.isBefore(first)) {
            throw wrong(text("new.wrong-order", last, first));
        }
        return last;
    }

    List<PublishedOperation> operations(String names) {
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

    String grantable() {
        return published.all().stream()
                .filter(PublishedOperation::isGrantable)
                .map(operation -> operation.id().toString())
                .collect(Collectors.joining(", "));
    }

    private IllegalArgumentException wrong(Text why) {
        return new IllegalArgumentException(language.of(why));
    }
}
