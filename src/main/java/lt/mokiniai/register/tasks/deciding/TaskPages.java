package lt.mokiniai.register.tasks.deciding;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lt.mokiniai.kernel.Dates;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.scope.Scope;
import lt.mokiniai.register.reference.CodeLists;
import lt.mokiniai.register.sql.Conditions;
import lt.mokiniai.register.tasks.TaskWork;
import lt.mokiniai.register.tasks.deciding.TaskReader.Read;
import lt.mokiniai.register.times.ReadTimes;
import lt.mokiniai.register.tokens.Seal;
import lt.mokiniai.wsdl.tasks.GetTasks;
import lt.mokiniai.wsdl.tasks.GetTasksResponse;
import lt.mokiniai.wsdl.tasks.Task;
import org.springframework.stereotype.Component;

/**
 * Lists tasks in pages, in the order in which they were opened. The token of a page holds where the next one begins: what was
 * opened meanwhile comes at the end, and what was decided meanwhile is told as it is now.
 */
@Component
class TaskPages {

    private static final int USUAL_PAGE = 100;

    /** With the seal's own they are a multiple of three. */
    private static final int TOKEN_BYTES = Long.BYTES;

    private final TaskReader reader;
    private final CodeLists codes;
    private final Seal seal;
    private final ReadTimes times;
    private final List<TaskWork> works;

    TaskPages(TaskReader reader, CodeLists codes, Seal seal, ReadTimes times, List<TaskWork> works) {
        this.reader = reader;
        this.codes = codes;
        this.seal = seal;
        this.times = times;
        this.works = List.copyOf(works);
    }

    /**
     * Gives a page.
     *
     * @throws ExchangeException {@code MR-402} when there is no such kind, {@code MR-406} when the token is none of this question
     */
    GetTasksResponse page(GetTasks request, Scope scope) {
        codes.check("TASK_KIND", request.getKind(), times.today(), "kind");
        int size = request.getPageSize() == null ? Math.min(USUAL_PAGE, scope.largestBatch()) : request.getPageSize();
        scope.asksAbout(size);
        Conditions conditions = TaskScope.asOf(times).and("t.id > :after", "after", after(request, scope));
        conditions.and(theirs(request, TaskScope.of(scope), conditions));
        conditions.and(reached(conditions, scope));
        if (request.getKind() != null) {
            conditions.and("t.kind = :kind", "kind", request.getKind());
        }
        if (request.isOpen() != null) {
            conditions.and(request.isOpen() ? "t.state = 'OPEN'" : "t.state <> 'OPEN'");
        }
        List<Read> read = reader.read(conditions, size + 1, scope);
        List<Read> shown = read.subList(0, Math.min(size, read.size()));
        GetTasksResponse response = new GetTasksResponse();
        shown.forEach(each -> response.getTask().add(each.disclosedIn(scope)));
        if (scope.fields().within("task").allows("transfer")) {
            tell(shown);
        }
        if (read.size() > size) {
            response.setNextPageToken(token(shown.get(size - 1).number(), request, scope));
        }
        return response;
    }

    private static String theirs(GetTasks request, TaskScope tasks, Conditions conditions) {
        if (request.isAsked() == null) {
            return "(" + tasks.decided(conditions) + " or " + tasks.opened(conditions) + ")";
        }
        return request.isAsked() ? tasks.opened(conditions) : tasks.decided(conditions);
    }

    /** What was closed on a day that the contract does not reach is not shown any more. */
    private static String reached(Conditions conditions, Scope scope) {
        Optional<LocalDate> earliest = scope.depth().earliest();
        earliest.ifPresent(
                day -> conditions.with("earliest", day.atStartOfDay(Dates.ZONE).toInstant()));
        return "(t.state = 'OPEN'" + (earliest.isPresent() ? " or t.closed_at >= :earliest)" : ")");
    }

    private void tell(List<Read> shown) {
        for (TaskWork work : works) {
            Map<String, Task> opened = new LinkedHashMap<>();
            shown.stream()
                    .filter(each -> !each.decided() && each.kind().equals(work.kind()))
                    .forEach(each -> opened.put(each.taskId(), each.task()));
            if (!opened.isEmpty()) {
                work.tell(opened);
            }
        }
    }

    private long after(GetTasks request, Scope scope) {
        if (request.getPageToken() == null) {
            return 0;
        }
        return seal.open(request.getPageToken(), TOKEN_BYTES, boundTo(request, scope))
                .map(bytes -> ByteBuffer.wrap(bytes).getLong())
                .orElseThrow(
                        () -> ExchangeException.of(ExchangeError.PAGE_TOKEN).at("pageToken"));
    }

    private String token(long last, GetTasks request, Scope scope) {
        return seal.seal(ByteBuffer.allocate(TOKEN_BYTES).putLong(last).array(), boundTo(request, scope));
    }

    private static String boundTo(GetTasks request, Scope scope) {
        return String.join(
                "|",
                scope.listing().boundTo(),
                String.valueOf(request.getKind()),
                String.valueOf(request.isOpen()),
                String.valueOf(request.isAsked()));
    }
}
