package lt.mokiniai.tools.demo.register.lists;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A list that the demo register is made from: a resource of lines whose fields are split by semicolons. */
public final class DemoList {

    private DemoList() {}

    /** Gives the lines of a list of the demo register, split; a line that begins with {@code #} explains. */
    public static List<String[]> lines(String resource) {
        try (InputStream list = DemoList.class.getResourceAsStream("/demo/" + resource)) {
            return new String(Objects.requireNonNull(list).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(";"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
