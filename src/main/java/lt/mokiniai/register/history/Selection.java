package lt.mokiniai.register.history;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import lt.mokiniai.kernel.Fields;

/**
 * Which column of a question fills which element of an answer. Only the columns whose elements may be shown are
 * selected: what a contract does not grant is not read (docs/contracts.md, 'Four checks').
 *
 * @param <T> the element that the columns fill
 */
public final class Selection<T> {

    private record Column<T>(String path, String expression, BiConsumer<T, Object> setter) {}

    private final List<Column<T>> columns;

    private Selection(List<Column<T>> columns) {
        this.columns = List.copyOf(columns);
    }

    /** Gives a selection without columns. */
    public static <T> Selection<T> none() {
        return new Selection<>(List.of());
    }

    /**
     * Gives this selection with one column more.
     *
     * @param path the element that it fills, as a path below the element that the selection is about
     * @param expression the column in HQL
     * @param type what the column holds
     * @param setter puts a value in its place
     */
    public <V> Selection<T> and(String path, String expression, Class<V> type, BiConsumer<T, V> setter) {
        List<Column<T>> more = new ArrayList<>(columns);
        more.add(new Column<>(path, expression, (target, value) -> setter.accept(target, type.cast(value))));
        return new Selection<>(more);
    }

    /** Gives the columns whose elements may be shown. */
    public Selection<T> within(Fields fields) {
        return new Selection<>(
                columns.stream().filter(column -> fields.allows(column.path())).toList());
    }

    /** Gives the columns that keep a secret of a place: those whose paths do not begin with one of these. */
    public Selection<T> without(List<String> paths) {
        return new Selection<>(columns.stream()
                .filter(column -> paths.stream()
                        .noneMatch(path ->
                                column.path().equals(path) || column.path().startsWith(path + "/")))
                .toList());
    }

    /** Tells whether there is nothing to select. */
    public boolean isEmpty() {
        return columns.isEmpty();
    }

    /** The columns, each with a comma before it, to follow others in a {@code select}. */
    public String following() {
        return columns.stream().map(column -> ", " + column.expression()).collect(Collectors.joining());
    }

    /** Fills an element from a row whose selected columns begin at an index; an empty column leaves its element out. */
    public void fill(T target, Object[] row, int from) {
        for (int i = 0; i < columns.size(); i++) {
            if (row[from + i] != null) {
                columns.get(i).setter().accept(target, row[from + i]);
            }
        }
    }
}
