package lt.mokiniai.tools.sandbox;

import jakarta.servlet.http.HttpServletResponse;
import lt.mokiniai.exchange.entry.Overload;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Tells what cannot be done, with status 400, and what cannot be done now, with status 503 or 500. */
@RestControllerAdvice(basePackageClasses = SandboxProblems.class)
@ConditionalOnSandbox
class SandboxProblems {

    private final Overload overload;

    SandboxProblems(Overload overload) {
        this.overload = overload;
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    SandboxProblem.Told tell(SandboxProblem problem) {
        return problem.told();
    }

    @ExceptionHandler
    ResponseEntity<SandboxProblem.Told> tell(ExchangeException refusal, HttpServletResponse response) {
        boolean isOverloaded = refusal.error() == ExchangeError.OVERLOADED;
        if (isOverloaded) {
            overload.sayWhen(response);
        }
        return ResponseEntity.status(isOverloaded ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.INTERNAL_SERVER_ERROR)
                .contentType(MediaType.APPLICATION_JSON)
                .body(new SandboxProblem.Told(
                        refusal.error().code(),
                        refusal.messageLt(),
                        refusal.messageEn(),
                        refusal.error().remedy()));
    }
}
