package lt.mokiniai.register.sql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** One question in SQL, of typed columns, in the current transaction where there is one. */
public final class Select {

    /** Makes something of a row, which must not be kept. */
    public interface Reading<T> {

        /** Gives what a row tells. */
        T of(SelectedRow row) throws SQLException;
    }

    /** Does something with a row, which must not be kept. */
    public interface Use {

        /** Takes a row. */
        void of(SelectedRow row) throws SQLException;
    }

    private final List<Column<?>> columns = new ArrayList<>();
    private String head = "select ";
    private String from = "";
    private Conditions conditions = new Conditions();
    private String tail = "";
    private int rowsAtOnce;

    private Select() {}

    /** Begins a question with columns that it always needs. */
    public static Select of(Column<?>... needed) {
        Select select = new Select();
        select.columns.addAll(List.of(needed));
        return select;
    }

    /** Adds the columns of a selection. */
    public Select and(Selection<?> selection) {
        columns.addAll(selection.columns());
        return this;
    }

    /** Gives rows that are alike once. */
    public Select distinct() {
        head = "select distinct ";
        return this;
    }

    /** Names the tables and how they are joined. */
    public Select from(String tables) {
        from = tables;
        return this;
    }

    /** Names the conditions that every row fulfils. */
    public Select where(Conditions all) {
        conditions = all;
        return this;
    }

    /** Orders the rows. */
    public Select orderBy(String order) {
        tail = " order by " + order;
        return this;
    }

    /** Gives no more than so many rows, the first of their order. */
    public Select first(int most) {
        tail += " fetch first :most rows only";
        conditions = conditions.copy().with("most", most);
        return this;
    }

    /** Gives the rows of a slice of their order, and one more where there is one; of all, what would be given anyway. */
    public Select slice(Slice slice) {
        if (slice.equals(Slice.ALL)) {
            return this;
        }
        tail += " offset :skip rows fetch first :most rows only";
        conditions = conditions.copy().with("skip", slice.skip()).with("most", slice.most() + 1);
        return this;
    }

    /** Takes so many rows at once from the database instead of all; PostgreSQL does so within a transaction alone. */
    public Select atOnce(int rows) {
        rowsAtOnce = rows;
        return this;
    }

    /** Asks, and gives what each row tells, in their order. */
    public <T> List<T> list(JdbcClient jdbc, Reading<T> reading) {
        return statement(jdbc)
                .query((rows, number) -> reading.of(new SelectedRow(columns, rows)))
                .list();
    }

    /** Asks, and hands over each row in their order. */
    public void forEach(JdbcClient jdbc, Use use) {
        RowCallbackHandler each = rows -> use.of(new SelectedRow(columns, rows));
        statement(jdbc).query(each);
    }

    private StatementSpec statement(JdbcClient jdbc) {
        StatementSpec statement = jdbc.sql(text()).params(conditions.parameters());
        return rowsAtOnce == 0 ? statement : statement.withFetchSize(rowsAtOnce);
    }

    private String text() {
        return columns.stream().map(Column::sql).collect(Collectors.joining(", ", head, " from ")) + from + " where "
                + conditions.text() + tail;
    }
}
