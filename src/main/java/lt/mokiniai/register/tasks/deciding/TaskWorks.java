package lt.mokiniai.register.tasks.deciding;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import lt.mokiniai.register.tasks.Task;
import lt.mokiniai.register.tasks.TaskWork;
import org.springframework.stereotype.Component;

/** Who carries out what is decided, by the kind of the task. */
@Component
class TaskWorks {

    private final Map<String, TaskWork> works;

    TaskWorks(List<TaskWork> works) {
        this.works = works.stream().collect(Collectors.toUnmodifiableMap(TaskWork::kind, Function.identity()));
    }

    /** Gives who carries out a task: whoever opened it. */
    TaskWork of(Task task) {
        return Objects.requireNonNull(works.get(task.kind()), "whoever opens tasks carries them out");
    }
}
