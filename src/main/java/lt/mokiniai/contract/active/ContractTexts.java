package lt.mokiniai.contract.active;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lt.mokiniai.contract.files.folder.FileSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The files that are or were in force, byte for byte, each once, by its digest. */
final class ContractTexts {

    /** Oracle takes no more in one list (ORA-01795). */
    private static final int AT_ONCE = 1000;

    private final JdbcClient jdbc;

    ContractTexts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Gives the file with a digest. */
    byte[] of(String digest) {
        return jdbc.sql("SELECT content FROM contract_text WHERE file_digest = ?")
                .param(digest)
                .query((row, number) -> row.getBytes(1))
                .single();
    }

    /** Keeps those files of a set that are not kept yet, one after another. */
    void keep(FileSet files) {
        TreeMap<String, String> names = new TreeMap<>();
        files.digests().forEach((name, digest) -> names.put(digest, name));
        kept(new ArrayList<>(names.keySet())).forEach(names::remove);
        names.forEach((digest, name) -> jdbc.sql("INSERT INTO contract_text (file_digest, content) VALUES (?, ?)")
                .param(digest)
                .param(files.read(name))
                .update());
    }

    private Set<String> kept(List<String> digests) {
        return IntStream.iterate(0, from -> from < digests.size(), from -> from + AT_ONCE)
                .mapToObj(from -> digests.subList(from, Math.min(from + AT_ONCE, digests.size())))
                .flatMap(some -> jdbc
                        .sql("SELECT file_digest FROM contract_text WHERE file_digest IN (:digests)")
                        .param("digests", some)
                        .query(String.class)
                        .list()
                        .stream())
                .collect(Collectors.toSet());
    }
}
