package mokiniai.bench;

import java.util.Locale;
import java.util.Map;

/** What a call may cost, and what it costs. */
final class Goals {

    private final Results results;
    private final Table table = new Table("goal", "due", "got", "");

    private Goals(Results results) {
        this.results = results;
    }

    static String of(Results results) {
        Goals goals = new Goals(results);
        goals.against(Results.OURS_POSTGRES, "`getStudent` on PostgreSQL, ECDSA, against (c)", 1.5);
        goals.against(Results.OURS_H2, "the same on H2, as the README starts it", 2);
        goals.batch();
        LogSize log = results.log;
        if (log != null) {
            goals.most("logged a call, kB", 2.5, log.tables() / 1e3);
        }
        Series<Startup> startup = results.startup;
        if (startup != null) {
            goals.most("restart of the demo to the first answer, CPU s", 7, startup.median(Startup::cpuSeconds));
            goals.most("the demo at rest, resident MB", 400, startup.median(Startup::residentMegabytes));
            goals.most("`call`, CPU s", 1, startup.median(Startup::callSeconds));
        }
        return goals.table.toString();
    }

    private void against(String variant, String goal, double due) {
        Series<Sample> ours = results.first.get(variant);
        Series<Sample> tuned = results.first.get(Results.TUNED);
        if (ours != null && tuned != null) {
            most(goal, due, ours.ratio(tuned, Sample::cpuMillis));
        }
    }

    /** How many students a CPU second tells of in a batch of 1,000, against calls for one each. */
    private void batch() {
        Series<Sample> single = results.first.get(Results.OURS_H2);
        for (Map.Entry<Question, Map<String, Series<Sample>>> entry : results.operations.entrySet()) {
            Series<Sample> batch = entry.getValue().get(Results.OURS_H2);
            if (entry.getKey().students() == Questions.BATCH && single != null && batch != null) {
                double times = single.median(Sample::cpuMillis) * Questions.BATCH / batch.median(Sample::cpuMillis);
                row(
                        "students a CPU second in `resolveStudents` of 1,000 on H2, against single calls",
                        "≥ 30 ×",
                        "%.0f ×".formatted(times),
                        times >= 30);
            }
        }
    }

    private void most(String goal, double due, double got) {
        row(goal, "≤ " + number(due), number(got), got <= due);
    }

    private void row(String goal, String due, String got, boolean isMet) {
        table.row(goal, due, got, isMet ? "met" : "**missed**");
    }

    private static String number(double value) {
        return value < 10
                ? String.format(Locale.ROOT, "%.2f", value).replaceAll("\\.?0+$", "")
                : String.format(Locale.ROOT, "%.0f", value);
    }
}
