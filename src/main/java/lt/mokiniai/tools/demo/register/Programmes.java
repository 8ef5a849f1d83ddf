package lt.mokiniai.tools.demo.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import lt.mokiniai.tools.demo.register.lists.DemoList;
import lt.mokiniai.tools.demo.register.lists.ProgrammeModules;
import org.jspecify.annotations.Nullable;

/** The programmes of {@code demo/programmes.csv}, with their modules. */
final class Programmes {

    /** In place of a family: the basic education of those for whom the usual programme is too much. */
    static final String INDIVIDUALISED = "BASIC, individualised";

    private final Map<String, List<Programme>> families = new HashMap<>();
    private int added;

    /** Reads the lists and gives the row of each programme and module. */
    Programmes(ReferenceRows rows) {
        DemoList.lines("programmes.csv").forEach(fields -> add(fields, rows));
        new ProgrammeModules()
                .all()
                .forEach(module -> rows.module(
                        module.programme(),
                        module.code(),
                        module.name(),
                        module.english(),
                        module.kind(),
                        module.credits()));
    }

    private record Programme(String code, LocalDate registered) {}

    /** Gives a programme of a family that was registered on a day and is today. */
    String any(String family, LocalDate day, RandomGenerator chance) {
        List<Programme> choice = Objects.requireNonNull(families.get(family)).stream()
                .filter(programme -> !programme.registered.isAfter(day))
                .toList();
        return choice.get(chance.nextInt(choice.size())).code;
    }

    private void add(String[] fields, ReferenceRows rows) {
        LocalDate registered = LocalDate.parse(fields[7]);
        LocalDate deregistered = fields.length > 8 ? LocalDate.parse(fields[8]) : null;
        rows.programme(
                fields[0],
                fields[1],
                fields[2],
                fields[3],
                orNull(fields[4]),
                orNull(fields[5]),
                orNull(fields[6]),
                registered,
                deregistered,
                "PR-%04d".formatted(++added));
        if (deregistered == null) {
            String key = fields[3].startsWith("Individualised") ? INDIVIDUALISED : fields[1];
            families.computeIfAbsent(key, family -> new ArrayList<>()).add(new Programme(fields[0], registered));
        }
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
