package lt.mokiniai.sandbox;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Tells what cannot be done, with status 400. */
@RestControllerAdvice(basePackageClasses = SandboxProblems.class)
@InSandbox
class SandboxProblems {

    @ExceptionHandler
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    SandboxProblem.Told tell(SandboxProblem problem) {
        return problem.told();
    }
}
