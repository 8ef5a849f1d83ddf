package lt.mokiniai.tools.demo.register.cohorts;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import lt.mokiniai.tools.demo.register.lists.DemoList;

/** How the groups without a level are called: {@code demo/groups.csv}. In one institution two that learn apart have two names. */
public final class GroupNames {

    private static final Map<String, List<String>> PRESCHOOL = of("preschool");
    private static final Map<String, List<String>> CLUBS = of("club");
    private static final List<String> PROGRAMMES =
            CLUBS.keySet().stream().sorted().toList();
    private static final Map<String, List<String>> MUSIC = of("music");
    private static final Map<String, List<String>> TRADES = of("trade");

    private GroupNames() {}

    /** A group that learns by a programme. */
    public record Group(String programme, String name) {}

    /**
     * Gives the name of a kindergarten's group.
     *
     * @param level -3 to 0
     * @param letter of the area's classes, from A on
     */
    public static String preschool(int level, char letter) {
        return names(PRESCHOOL, String.valueOf(letter)).get(level + 3);
    }

    /** Gives a club of an area, for students of a level; there are two for those who are older than ten. */
    public static Group club(long area, char letter, int level, boolean isSecond) {
        int band = (level - 1) / 4;
        return club(area + band + (band > 0 && isSecond ? 2 : 0), letter, band);
    }

    /** Gives the group of somebody who teaches on their own. */
    public static Group ofFreeTeacher(long area, char letter) {
        return club(area, letter, 3);
    }

    private static Group club(long number, char letter, int band) {
        String programme = PROGRAMMES.get((int) (number % PROGRAMMES.size()));
        String name = names(CLUBS, programme).get(band);
        return new Group(programme, letter == 'A' ? name : name + " " + (letter - 'A' + 1));
    }

    /** Gives the group of an area at the music school, for students of a level. */
    public static Group music(long area, char letter, int level) {
        int band = (level - 1) / 4;
        String name = names(MUSIC, String.valueOf(area % 2)).get(band);
        return new Group("91080100" + (band + 1), letter == 'A' ? name : name + " " + (letter - 'A' + 1));
    }

    /**
     * Gives the name of a group that learns a trade since a year.
     *
     * @param number of the area among those of the county
     */
    public static String trade(String programme, int year, int number) {
        String name = "%s-%02d".formatted(names(TRADES, programme).get(0), year % 100);
        return number == 0 ? name : name + "/" + (number + 1);
    }

    private static List<String> names(Map<String, List<String>> lists, String key) {
        return Objects.requireNonNull(lists.get(key));
    }

    private static Map<String, List<String>> of(String kind) {
        return DemoList.lines("groups.csv").stream()
                .filter(line -> line[0].equals(kind))
                .collect(Collectors.toMap(
                        line -> line[1], line -> Arrays.stream(line).skip(2).toList()));
    }
}
