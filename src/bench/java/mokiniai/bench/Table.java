package mokiniai.bench;

/** A table in Markdown. The first column is text, the others numbers. */
final class Table {

    private final StringBuilder text = new StringBuilder();

    Table(String... heads) {
        row(heads);
        text.append("| --- |").append(" ---: |".repeat(heads.length - 1)).append('\n');
    }

    final Table row(String... cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
