package lt.mokiniai.sandbox;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import lt.mokiniai.kernel.Dates;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows and moves the clocks of the sandbox; each answer tells where both stand. */
@RestController
@RequestMapping("/sandbox/clock")
@InSandbox
class ClocksController {

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

    private final MovableClock register;
    private final MovableClock messages;
    private final Clock real;
    private final Counts counts;

    ClocksController(
            @Qualifier("registerClock") MovableClock register,
            @Qualifier("messageClock") MovableClock messages,
            Clock real,
            Counts counts) {
        this.register = register;
        this.messages = messages;
        this.real = real;
        this.counts = counts;
    }

    @GetMapping
    Clocks show() {
        return new Clocks(
                Shown.of(register),
                Shown.of(messages),
                real.instant().atZone(Dates.ZONE).toOffsetDateTime());
    }

    @PostMapping
    synchronized Clocks move(
            @RequestParam("to") Optional<String> to, @RequestParam("by") Optional<String> by) {
        Instant now = register.instant();
        Instant then = Move.of(to, by, now);
        register.moveTo(then);
        if (then.isBefore(now)) {
            counts.beginAnew();
        }
        return show();
    }

    @PostMapping("/messages")
    synchronized Clocks moveMessages(
            @RequestParam("to") Optional<String> to, @RequestParam("by") Optional<String> by) {
        messages.moveTo(Move.of(to, by, messages.instant()));
        return show();
    }

    @PostMapping("/reset")
    synchronized Clocks reset() {
        register.reset();
        messages.reset();
        counts.beginAnew();
        return show();
    }
}
