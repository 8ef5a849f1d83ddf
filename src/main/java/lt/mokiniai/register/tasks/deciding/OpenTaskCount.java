package lt.mokiniai.register.tasks.deciding;

import java.util.Set;
import lt.mokiniai.kernel.scope.OpenTasks;
import lt.mokiniai.kernel.scope.Population;
import lt.mokiniai.kernel.scope.Scope.Acting;
import lt.mokiniai.register.sql.Column;
import lt.mokiniai.register.sql.Conditions;
import lt.mokiniai.register.sql.Select;
import lt.mokiniai.register.times.ReadTimes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts the tasks that wait for somebody's decision, by the rules by which they are listed. */
@Component
class OpenTaskCount implements OpenTasks {

    private static final Column<Integer> COUNT = Column.integer("count(*)");

    private final JdbcClient jdbc;
    private final ReadTimes times;

    OpenTaskCount(JdbcClient jdbc, ReadTimes times) {
        this.jdbc = jdbc;
        this.times = times;
    }

    @Override
    public int waitingFor(Acting acting, Population population, Set<String> namedRestrictions) {
        TaskScope tasks = new TaskScope(acting, population, namedRestrictions);
        Conditions conditions = TaskScope.asOf(times).and("t.state = 'OPEN'");
        conditions.and(tasks.decided(conditions));
        return Select.of(COUNT)
                .from(TaskScope.TABLES)
                .where(conditions)
                .list(jdbc, row -> row.get(COUNT))
                .get(0);
    }
}
