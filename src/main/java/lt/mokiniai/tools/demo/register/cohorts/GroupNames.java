package lt.mokiniai.tools.demo.register.cohorts;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** How the groups without a level are called. In one institution two that learn apart have two names. */
public final class GroupNames {

    /** Of children of three, four, five and six years, in three groups beside each other. */
    private static final List<List<String>> PRESCHOOL = List.of(
            List.of("Boružėlių grupė", "Žiogelių grupė", "Bitučių grupė", "Pelėdžiukų grupė"),
            List.of("Nykštukų grupė", "Kiškučių grupė", "Ežiukų grupė", "Voveriukų grupė"),
            List.of("Lašelių grupė", "Drugelių grupė", "Viščiukų grupė", "Gandriukų grupė"));

    /** Of the levels 1 to 4, 5 to 8, 9 to 12, and of all. */
    private static final Map<String, List<String>> CLUBS = Map.of(
            "910701001", List.of("Varžteliai", "Krumpliaračiai", "Kibernautai", "Robotų dirbtuvės"),
            "910701002", List.of("Pėstininkai", "Žirgai", "Bokštai", "Ėjimas"),
            "910701003", List.of("Kamuoliukai", "Žaibai", "Tritaškis", "Kiemo komanda"),
            "910701004", List.of("Kaukė", "Rampa", "Užkulisiai", "Šeštadienio scena"));

    private static final List<String> PROGRAMMES = List.of("910701001", "910701002", "910701003", "910701004");

    private static final Map<String, String> TRADES = Map.of("T91061001", "VR", "T91061002", "SV", "T91061003", "PT");

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
        return PRESCHOOL.get((letter - 'A') % PRESCHOOL.size()).get(level + 3);
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
        String name = Objects.requireNonNull(CLUBS.get(programme)).get(band);
        return new Group(programme, letter == 'A' ? name : name + " " + (letter - 'A' + 1));
    }

    /** Gives the group of an area at the music school, for students of a level. */
    public static Group music(long area, char letter, int level) {
        int band = (level - 1) / 4;
        boolean isOdd = area % 2 == 1;
        String name = switch (band) {
            case 0 -> isOdd ? "Fortepijonas" : "Smuikas";
            case 1 -> isOdd ? "Kanklės" : "Akordeonas";
            default -> isOdd ? "Grafika" : "Tapyba";
        };
        return new Group("91080100" + (band + 1), letter == 'A' ? name : name + " " + (letter - 'A' + 1));
    }

    /**
     * Gives the name of a group that learns a trade since a year.
     *
     * @param number of the area among those of the county
     */
    public static String trade(String programme, int year, int number) {
        String name = "%s-%02d".formatted(Objects.requireNonNull(TRADES.get(programme)), year % 100);
        return number == 0 ? name : name + "/" + (number + 1);
    }
}
