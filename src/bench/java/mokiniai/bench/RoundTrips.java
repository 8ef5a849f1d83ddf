package mokiniai.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lt.mokiniai.platform.database.CountingDriver;

/**
 * How often a call goes to the database: what is executed, a batch once, and what is committed or rolled back. It is counted by
 * the driver, in a server that nothing else is measured of.
 */
final class RoundTrips {

    private static final int WARM = 20;
    private static final int CALLS = 50;
    private static final int STUDENTS = 10_000;

    private RoundTrips() {}

    /** Settings of a server that counts. */
    static Map<String, String> counting(Map<String, String> settings) {
        Map<String, String> all = new LinkedHashMap<>(settings);
        all.put("spring.datasource.driver-class-name", CountingDriver.class.getName());
        return all;
    }

    /** Gives those of each question, by label. */
    static Map<String, Double> of(Server server, List<Question> questions) {
        Map<String, Double> counted = new LinkedHashMap<>();
        for (Question question : questions) {
            boolean isLarge = question.students() * CALLS > STUDENTS;
            Asked asked = new Asked(server, question);
            asked.prepare(isLarge ? 2 : WARM);
            asked.run();
            int calls = isLarge ? 5 : CALLS;
            asked.prepare(calls);
            long before = server.process().attribute(CountingDriver.NAME, "Count");
            asked.run();
            counted.put(
                    question.label(),
                    (double) (server.process().attribute(CountingDriver.NAME, "Count") - before) / calls);
        }
        return counted;
    }
}
