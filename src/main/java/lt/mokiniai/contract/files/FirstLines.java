package lt.mokiniai.contract.files;

import java.util.List;

/** A message of many parts for a log and for the state of a node: the first ones, and how many there are. */
public final class FirstLines {

    private static final int MOST = 20;
    private static final int LONGEST = 500;

    private FirstLines() {}

    /**
     * Gives a message of at most some 10,000 characters.
     *
     * @param head its first line
     * @param lines what it tells, a line each
     * @param rest where the others are told, where there are others
     */
    public static String of(String head, List<String> lines, String rest) {
        StringBuilder text = new StringBuilder(head);
        lines.stream()
                .limit(MOST)
                .forEach(line -> text.append(System.lineSeparator())
                        .append(line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line));
        if (lines.size() > MOST) {
            text.append(System.lineSeparator())
                    .append("and ")
                    .append(lines.size() - MOST)
                    .append(" more; ")
                    .append(rest);
        }
        return text.toString();
    }
}
