package lt.mokiniai.tools.demo.register.lists;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** The invented names of {@code demo/names.csv}, in the forms that suit who bears them. */
public final class InventedNames {

    private final Map<String, List<String[]>> lines =
            DemoList.lines("names.csv").stream().collect(Collectors.groupingBy(line -> line[0] + line[1]));

    /** Gives one or two given names. */
    public String given(String language, boolean male, RandomGenerator chance) {
        String key = language + (male ? "M" : "F");
        String name = any(key, chance)[2];
        String second = chance.nextInt(10) == 0 ? any(key, chance)[2] : name;
        return second.equals(name) ? name : name + " " + second;
    }

    /** Gives a family name: a man's, an unmarried woman's, a married woman's. */
    public List<String> family(String language, RandomGenerator chance) {
        return List.of(any(language + "S", chance)).subList(2, 5);
    }

    private String[] any(String key, RandomGenerator chance) {
        List<String[]> choice = Objects.requireNonNull(lines.get(key));
        return choice.get(chance.nextInt(choice.size()));
    }
}
