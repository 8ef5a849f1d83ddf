package mokiniai.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One exchange of the register, kept in two files: the raw loop computes its digests, and rivals give its answer. */
final class Exchange {

    static final String REQUEST = "request.xml";
    static final String ANSWER = "answer.xml";

    private Exchange() {}

    static Path record(Asked asked, Path folder) {
        try {
            Files.createDirectories(folder);
            byte[] request = asked.requests().make(1).get(0);
            Files.write(folder.resolve(REQUEST), request);
            Files.write(folder.resolve(ANSWER), asked.connection().send(request));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
