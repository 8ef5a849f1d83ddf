package lt.mokiniai.sandbox;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import lt.mokiniai.kernel.Dates;
import lt.mokiniai.kernel.ExchangeError;
import lt.mokiniai.sandbox.SandboxProblem.Kind;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Moves the clocks of the sandbox, and prepares the failure of the next message. */
@RestController
@RequestMapping("/sandbox")
@InSandbox
class SandboxController {

    /** One clock: what it shows in Vilnius, and how far it is ahead of the true time. */
    record Shown(OffsetDateTime now, String ahead) {

        static Shown of(MovableClock clock) {
            return new Shown(clock.instant().atZone(Dates.ZONE).toOffsetDateTime(), String.valueOf(clock.ahead()));
        }
    }

    /**
     * Both clocks.
     *
     * @param register says what today is for the register
     * @param messages judges how old messages are
     * @param real the true time, which answers are dated by
     */
    record Clocks(Shown register, Shown messages, OffsetDateTime real) {}

    /** What the next message will be told. */
    record Prepared(String next, String lt, String en) {}

    private final MovableClock register;
    private final MovableClock messages;
    private final Clock real;
    private final Counts counts;
    private final RehearsedFailure failure;

    SandboxController(
            @Qualifier("registerClock") MovableClock register,
            @Qualifier("messageClock") MovableClock messages,
            Clock real,
            Counts counts,
            RehearsedFailure failure) {
        this.register = register;
        this.messages = messages;
        this.real = real;
        this.counts = counts;
        this.failure = failure;
    }

    @GetMapping("/clock")
    Clocks show() {
        return new Clocks(
                Shown.of(register),
                Shown.of(messages),
                real.instant().atZone(Dates.ZONE).toOffsetDateTime());
    }

    @PostMapping("/clock")
    synchronized Clocks move(@RequestParam("to") Optional<String> to, @RequestParam("by") Optional<String> by) {
        Instant now = register.instant();
        Instant then = Move.of(to, by, now);
        register.move(now, then);
        if (then.isBefore(now)) {
            counts.beginAnew();
        }
        return show();
    }

    @PostMapping("/clock/messages")
    synchronized Clocks moveMessages(@RequestParam("to") Optional<String> to, @RequestParam("by") Optional<String> by) {
        Instant now = messages.instant();
        messages.move(now, Move.of(to, by, now));
        return show();
    }

    @PostMapping("/clock/reset")
    synchronized Clocks reset() {
        register.reset();
        messages.reset();
        counts.beginAnew();
        return show();
    }

    @PostMapping("/rehearse")
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
