package lt.mokiniai.register.sql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import lt.mokiniai.kernel.scope.Fields;

/**
 * Which column of a question fills which element of an answer. Only the columns whose elements may be shown are
 * selected: what a contract does not grant is not read (docs/contracts.md, 'Four checks').
 *
 * @param <T> the element that the columns fill
 */
public final class Selection<T> {

    private record Item<T, V>(String path, Column<V> column, BiConsumer<T, V> setter) {

        void fill(T target, SelectedRow row) throws SQLException {
            Optional<V> value = row.find(column);
            value.ifPresent(present -> setter.accept(target, present));
        }
    }

    private final List<Item<T, ?>> items;

    private Selection(List<Item<T, ?>> items) {
        this.items = List.copyOf(items);
    }

    /** Gives a selection without columns. */
    public static <T> Selection<T> none() {
        return new Selection<>(List.of());
    }

    /**
     * Gives this selection with one column more.
     *
     * @param path the element that it fills, as a path below the element that the selection is about
     * @param setter puts a value in its place
     */
    public <V> Selection<T> and(String path, Column<V> column, BiConsumer<T, V> setter) {
        List<Item<T, ?>> more = new ArrayList<>(items);
        more.add(new Item<>(path, column, setter));
        return new Selection<>(more);
    }

    /**
     * Gives this selection with one column more, which fills an element of a group.
     *
     * @param path the element that it fills, as a path below the element that the selection is about
     * @param group gives the group's element, which it makes where it is not there yet
     * @param setter puts a value in its place in the group
     */
    public <G, V> Selection<T> and(String path, Column<V> column, Function<T, G> group, BiConsumer<G, V> setter) {
        return and(path, column, (target, value) -> setter.accept(group.apply(target), value));
    }

    /** Gives the columns whose elements may be shown. */
    public Selection<T> within(Fields fields) {
        return new Selection<>(
                items.stream().filter(item -> fields.allows(item.path())).toList());
    }

    /** Gives the columns that keep a secret of a place: those whose paths do not begin with one of these. */
    public Selection<T> without(List<String> paths) {
        return new Selection<>(items.stream()
                .filter(item -> paths.stream()
                        .noneMatch(
                                path -> item.path().equals(path) || item.path().startsWith(path + "/")))
                .toList());
    }

    /** Tells whether there is nothing to select. */
    public boolean isEmpty() {
        return items.isEmpty();
    }

    /** Fills an element from a row; an empty column leaves its element out. */
    public void fill(T target, SelectedRow row) throws SQLException {
        for (Item<T, ?> item : items) {
            item.fill(target, row);
        }
    }

    List<Column<?>> columns() {
        List<Column<?>> columns = new ArrayList<>();
        items.forEach(item -> columns.add(item.column()));
        return columns;
    }
}
