package lt.mokiniai.tools.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lt.mokiniai.kernel.texts.Messages;
import lt.mokiniai.kernel.texts.Text;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The documents of this version, as they are written: a page in Markdown with its links, other files as plain text. */
@Controller
class Documents {

    /** A document that the start page leads to. */
    record Listed(String name, Text title) {}

    /**
     * A piece of a document.
     *
     * @param target where it leads; empty for text
     */
    record Part(String text, String target) {

        public boolean isLink() {
            return !target.isEmpty();
        }
    }

    /** No segment begins with a dot, so none leads out of the folder; the last has one in it, so it is no folder. */
    private static final Pattern NAME = Pattern.compile("(?:[\\w-][\\w.-]*/)*[\\w-][\\w-]*\\.[\\w.-]*\\w");

    private static final String FOLDER = "docs/";
    private static final MediaType PLAIN = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);
    private static final Pattern LINK = Pattern.compile("\\[([^\\]\\n]+)]\\(([^()\\s]+)\\)");

    /** Those that a newcomer needs, in the order in which they are read. */
    static List<Listed> listed() {
        return List.of(
                new Listed("docs/quickstart-recipient.md", Messages.text("document.recipient")),
                new Listed("docs/quickstart-school.md", Messages.text("document.school")),
                new Listed("docs/delivering.md", Messages.text("document.source")),
                new Listed("docs/quickstart-tester.md", Messages.text("document.tester")),
                new Listed("docs/quickstart-operator.md", Messages.text("document.operator")),
                new Listed("docs/contracts.md", Messages.text("document.contracts")),
                new Listed("docs/operations/README.md", Messages.text("document.operations")),
                new Listed("docs/code-lists.md", Messages.text("document.code-lists")),
                new Listed("docs/messages.md", Messages.text("document.messages")),
                new Listed("docs/faults.md", Messages.text("document.faults")),
                new Listed("docs/clients.md", Messages.text("document.clients")),
                new Listed("docs/examples/README.md", Messages.text("document.examples")),
                new Listed("docs/glossary.md", Messages.text("document.glossary")));
    }

    /** Gives a page as a view, and what pages lead to (code, messages) as text that nobody's browser runs. */
    @GetMapping("/docs/{*name}")
    Object show(@PathVariable String name) throws IOException {
        String file = name.substring(1);
        if (!isThere(file)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        String text = new ClassPathResource(FOLDER + file).getContentAsString(StandardCharsets.UTF_8);
        return file.endsWith(".md")
                ? new ModelAndView("document", Map.of("name", file, "parts", parts(text, file)))
                : ResponseEntity.ok().contentType(PLAIN).body(text);
    }

    private static boolean isThere(String file) {
        return NAME.matcher(file).matches() && new ClassPathResource(FOLDER + file).exists();
    }

    private static List<Part> parts(String text, String page) {
        List<Part> parts = new ArrayList<>();
        Matcher link = LINK.matcher(text);
        int end = 0;
        while (link.find()) {
            Optional<String> target = target(link.group(2), page);
            if (target.isPresent()) {
                parts.add(new Part(text.substring(end, link.start()), ""));
                parts.add(new Part(link.group(1), target.get()));
                end = link.end();
            }
        }
        parts.add(new Part(text.substring(end), ""));
        return parts;
    }

    /** Only other documents are links: what stands elsewhere in the sources is not here. */
    private static Optional<String> target(String link, String page) {
        String path = link.replaceFirst("#.*", "");
        if (path.isEmpty() || path.contains(":")) {
            return Optional.empty();
        }
        String file = Path.of(page).resolveSibling(path).normalize().toString().replace('\\', '/');
        return isThere(file) ? Optional.of("/" + FOLDER + file) : Optional.empty();
    }
}
