package lt.mokiniai.register.results;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import lt.mokiniai.register.sql.Chunks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the register knows of programmes that a result depends on: their families, and the modules of vocational ones. */
@Component
class ProgrammeModules {

    private final JdbcClient jdbc;

    ProgrammeModules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Gives programmes by their state codes, read by one question, or by several where they are more than a list holds. */
    Map<String, TaughtProgramme> of(Collection<String> stateCodes) {
        Map<String, TaughtProgramme> programmes = new HashMap<>();
        Chunks.of(stateCodes)
                .forEach(chunk -> jdbc.sql("select g.state_code, g.family, m.code from programme g"
                                + " left join programme_module m on m.programme = g.state_code"
                                + " where g.state_code in (:codes)")
                        .param("codes", chunk)
                        .query(row -> {
                            String family = row.getString(2);
                            TaughtProgramme programme = programmes.computeIfAbsent(
                                    Objects.requireNonNull(row.getString(1)),
                                    absent -> new TaughtProgramme(family, new HashSet<>()));
                            String module = row.getString(3);
                            if (module != null) {
                                programme.modules().add(module);
                            }
                        }));
        return programmes;
    }
}
