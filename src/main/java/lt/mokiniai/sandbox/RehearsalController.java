package lt.mokiniai.sandbox;

import java.util.Arrays;
import java.util.Optional;
import lt.mokiniai.kernel.ExchangeError;
import lt.mokiniai.sandbox.SandboxProblem.Kind;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Prepares the failure of the next message. */
@RestController
@InSandbox
class RehearsalController {

    /** What the next message will be told. */
    record Prepared(String next, String lt, String en) {}

    private final RehearsedFailure failure;

    RehearsalController(RehearsedFailure failure) {
        this.failure = failure;
    }

    @PostMapping("/sandbox/rehearse")
    Prepared prepare(@RequestParam("code") Optional<String> code) {
        ExchangeError error = Arrays.stream(ExchangeError.values())
                .filter(known -> code.filter(known.code()::equals).isPresent())
                .filter(RehearsedFailure::isKnown)
                .findFirst()
                .orElseThrow(() -> new SandboxProblem(Kind.CODE));
        failure.prepare(error);
        return new Prepared(error.code(), error.messageLt("0"), error.messageEn("0"));
    }
}
