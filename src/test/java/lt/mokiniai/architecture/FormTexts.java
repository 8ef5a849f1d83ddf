package lt.mokiniai.architecture;

import lt.mokiniai.kernel.texts.Messages;
import lt.mokiniai.kernel.texts.Text;
import lt.mokiniai.kernel.texts.Text.Language;
import lt.mokiniai.register.form.Column;
import lt.mokiniai.register.form.RecordKind;

/** What the kinds of records and their columns mean, as the bundles say it. */
final class FormTexts {

    static final String REGISTER = "form.register";
    static final String STUDENT_RECORDS = "form.studentRecords";
    private static final String SHARED = "form.column.";

    private FormTexts() {}

    static Text of(RecordKind kind) {
        return Messages.text(key(kind));
    }

    static Text of(RecordKind kind, Column column) {
        return Messages.text(key(kind, column));
    }

    static String key(RecordKind kind) {
        return "form." + kind.element();
    }

    /** A column may mean the same in every kind that has it. */
    static String key(RecordKind kind, Column column) {
        String own = key(kind) + "." + column.name();
        return Messages.keys(Language.LT).contains(own) ? own : SHARED + column.name();
    }
}
