package mokiniai.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one run measured; what it did not run is not there. */
final class Results {

    /** The names of the variants: the page says what each is. */
    static final String RAW = "(a) raw";

    static final String STOCK = "(b) CXF, stock";
    static final String TUNED = "(c) CXF, tuned";
    static final String SPRING = "(d) Spring-WS";
    static final String OURS_H2 = "(e) ours, H2";
    static final String OURS_POSTGRES = "(e) ours, PostgreSQL";

    /** Of the question that every variant answers, by the name of the variant. */
    final Map<String, Series<Sample>> first = new LinkedHashMap<>();

    final Map<String, OpenLoop.Latency> latencies = new LinkedHashMap<>();

    /** By question, and by the name of the variant. */
    final Map<Question, Map<String, Series<Sample>>> operations = new LinkedHashMap<>();

    /** By the name of the variant, and by the label of the question. */
    final Map<String, Map<String, Double>> roundTrips = new LinkedHashMap<>();

    final Map<String, List<String>> stacks = new LinkedHashMap<>();

    /** The load of the machine before anything of the run was started. */
    double load = Machine.load();

    String raw = "";

    @Nullable
    LogSize log;

    @Nullable
    Series<Startup> startup;

    Duration took = Duration.ZERO;
}
