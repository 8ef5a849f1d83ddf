package lt.mokiniai.tools.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import lt.mokiniai.exchange.quota.CountReset;
import lt.mokiniai.kernel.Dates;
import lt.mokiniai.platform.clock.MessageClock;
import lt.mokiniai.platform.clock.RegisterClock;
import lt.mokiniai.tools.sandbox.SandboxProblem.Kind;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Moves the clocks of the sandbox, which are one for all who test with it; a moved clock is put back by itself. */
@RestController
@RequestMapping("/sandbox/clock")
@ConditionalOnSandbox
class SandboxController {

    private static final String AN_HOUR = "3600";
    private static final int A_DAY = 86_400;

    /**
     * One clock.
     *
     * @param now what it shows in Vilnius
     * @param ahead how far it is ahead of the true time
     * @param until when it is put back by itself, by the true time; nothing where it is not moved
     */
    record Shown(OffsetDateTime now, String ahead, Optional<OffsetDateTime> until) {

        static Shown of(MovableClock clock) {
            return new Shown(
                    inVilnius(clock.instant()),
                    String.valueOf(clock.ahead()),
                    clock.until().map(SandboxController::inVilnius));
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

    private final MovableClock register;
    private final MovableClock messages;
    private final Clock real;
    private final CountReset counts;

    SandboxController(
            @RegisterClock MovableClock register, @MessageClock MovableClock messages, Clock real, CountReset counts) {
        this.register = register;
        this.messages = messages;
        this.real = real;
        this.counts = counts;
    }

    @GetMapping
    Clocks show() {
        return new Clocks(Shown.of(register), Shown.of(messages), inVilnius(real.instant()));
    }

    @PostMapping
    synchronized Clocks move(
            @RequestParam("to") Optional<String> to,
            @RequestParam("by") Optional<String> by,
            @RequestParam(name = "seconds", defaultValue = AN_HOUR) String seconds) {
        Instant now = register.instant();
        Instant then = ClockMove.of(to, by, now);
        register.move(now, then, lasting(seconds));
        if (then.isBefore(now)) {
            counts.forgetAll();
        }
        return show();
    }

    @PostMapping("/messages")
    synchronized Clocks moveMessages(
            @RequestParam("to") Optional<String> to,
            @RequestParam("by") Optional<String> by,
            @RequestParam(name = "seconds", defaultValue = AN_HOUR) String seconds) {
        Instant now = messages.instant();
        messages.move(now, ClockMove.of(to, by, now), lasting(seconds));
        return show();
    }

    @PostMapping("/reset")
    synchronized Clocks reset() {
        resetRegister();
        messages.reset();
        return show();
    }

    /** Puts back a clock that somebody has left moved. */
    @Scheduled(fixedDelay = 1000)
    synchronized void resetWhatIsDue() {
        if (register.isDue()) {
            resetRegister();
        }
        if (messages.isDue()) {
            messages.reset();
        }
    }

    private void resetRegister() {
        register.reset();
        counts.forgetAll();
    }

    private static Duration lasting(String seconds) {
        return Duration.ofSeconds(SandboxProblem.number(seconds, A_DAY, Kind.LASTING));
    }

    private static OffsetDateTime inVilnius(Instant time) {
        return time.atZone(Dates.ZONE).toOffsetDateTime();
    }
}
