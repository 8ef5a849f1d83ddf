package lt.mokiniai.tools.sandbox.rehearsal;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import lt.mokiniai.contract.active.ActiveContracts;
import lt.mokiniai.kernel.Dates;
import lt.mokiniai.kernel.XRoadId;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.tools.sandbox.ConditionalOnSandbox;
import lt.mokiniai.tools.sandbox.SandboxProblem;
import lt.mokiniai.tools.sandbox.SandboxProblem.Kind;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Prepares the fault that the next messages of one party meet, and tells which are prepared. */
@RestController
@RequestMapping("/sandbox/rehearse")
@ConditionalOnSandbox
class RehearsalController {

    private static final int MOST_MESSAGES = 100;
    private static final int LONGEST_SECONDS = 600;

    /**
     * A fault that is prepared.
     *
     * @param client whose messages meet it
     * @param code which fault
     * @param messages how many messages meet it from now on
     * @param endsAt when it ends, whether they came or not
     */
    record Prepared(String client, String code, int messages, OffsetDateTime endsAt, String lt, String en) {

        static Prepared of(Rehearsal rehearsal) {
            ExchangeError error = rehearsal.error();
            return new Prepared(
                    rehearsal.client().toString(),
                    error.code(),
                    rehearsal.messages(),
                    rehearsal.endsAt().atZone(Dates.ZONE).toOffsetDateTime(),
                    error.messageLt("0"),
                    error.messageEn("0"));
        }
    }

    private final Rehearsals rehearsals;
    private final ActiveContracts contracts;

    RehearsalController(Rehearsals rehearsals, ActiveContracts contracts) {
        this.rehearsals = rehearsals;
        this.contracts = contracts;
    }

    @GetMapping
    List<Prepared> show() {
        return rehearsals.all().stream().map(Prepared::of).toList();
    }

    @PostMapping
    Prepared prepare(
            @RequestParam("client") Optional<String> client,
            @RequestParam("code") Optional<String> code,
            @RequestParam("messages") Optional<String> messages,
            @RequestParam("seconds") Optional<String> seconds) {
        ExchangeError error = code.flatMap(Place::faultOf).orElseThrow(() -> new SandboxProblem(Kind.CODE));
        XRoadId party = client.flatMap(this::known).orElseThrow(() -> new SandboxProblem(Kind.CLIENT));
        return Prepared.of(rehearsals.prepare(
                party,
                error,
                SandboxProblem.number(messages.orElse("1"), MOST_MESSAGES, Kind.BOUNDS),
                Duration.ofSeconds(SandboxProblem.number(seconds.orElse("60"), LONGEST_SECONDS, Kind.BOUNDS))));
    }

    /** A client of a contract: so no more are held than there are parties, and a slip of the pen is told. */
    private Optional<XRoadId> known(String text) {
        return contracts.current().all().stream()
                .map(contract -> contract.party().client())
                .filter(client -> client.toString().equals(text))
                .findFirst();
    }
}
