package lt.mokiniai.register.tasks.deciding;

import lt.mokiniai.kernel.scope.CurrentScope;
import lt.mokiniai.wsdl.tasks.DecideTask;
import lt.mokiniai.wsdl.tasks.DecideTaskResponse;
import lt.mokiniai.wsdl.tasks.GetTasks;
import lt.mokiniai.wsdl.tasks.GetTasksResponse;
import lt.mokiniai.wsdl.tasks.Tasks;
import org.springframework.stereotype.Component;

/** The service Tasks: lists what waits for a decision, and has it decided. */
@Component
class TasksEndpoint implements Tasks {

    private final TaskPages pages;
    private final TaskDecisions decisions;
    private final CurrentScope currentScope;

    TasksEndpoint(TaskPages pages, TaskDecisions decisions, CurrentScope currentScope) {
        this.pages = pages;
        this.decisions = decisions;
        this.currentScope = currentScope;
    }

    @Override
    public GetTasksResponse getTasks(GetTasks request) {
        return pages.page(request, currentScope.get());
    }

    @Override
    public DecideTaskResponse decideTask(DecideTask request) {
        DecideTaskResponse response = new DecideTaskResponse();
        response.setState(decisions.decide(request, currentScope.get()).name());
        response.setTaskId(request.getTaskId());
        return response;
    }
}
