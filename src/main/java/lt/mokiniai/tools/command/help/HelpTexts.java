package lt.mokiniai.tools.command.help;

import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import lt.mokiniai.kernel.texts.Messages;
import lt.mokiniai.kernel.texts.Text.Language;
import org.jspecify.annotations.Nullable;

/**
 * The help of the commands in one language, as picocli asks for it: {@code help.contract.check.json} of the bundles is
 * the option {@code --json} of {@code mokiniai contract check}, {@code help.lang} that of every command which has no text
 * of its own for it. Of a text of several lines, with {@code %n} between them, picocli asks for each by its number.
 */
public final class HelpTexts extends ResourceBundle {

    private static final String OURS = "help.";
    private static final String MAIN = "help.main.";
    private static final String PICOCLI = "mokiniai.";

    private final Map<String, String> texts = new TreeMap<>();

    /** @param language of the help */
    public HelpTexts(Language language) {
        for (String key : Messages.keys(language)) {
            if (key.startsWith(OURS)) {
                put(asAskedFor(key), language.of(Messages.unfilled(key)));
            }
        }
    }

    private void put(String key, String text) {
        if (!key.endsWith("usage.description") && !key.endsWith("usage.footer")) {
            texts.put(key, text);
            return;
        }
        String[] lines = text.split("%n", -1);
        for (int i = 0; i < lines.length; i++) {
            texts.put(key + "." + i, lines[i]);
        }
    }

    /** A key of one command begins with the names of the command; that of the whole command line with one of its own. */
    private static String asAskedFor(String key) {
        if (key.startsWith(MAIN)) {
            return PICOCLI + key.substring(MAIN.length());
        }
        String rest = key.substring(OURS.length());
        boolean isOfAny = !rest.contains(".") || rest.startsWith("usage.") || rest.startsWith("mixin");
        return isOfAny ? rest : PICOCLI + rest;
    }

    @Override
    protected @Nullable Object handleGetObject(String key) {
        return texts.get(key);
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(texts.keySet());
    }
}
