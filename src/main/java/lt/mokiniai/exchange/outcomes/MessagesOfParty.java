package lt.mokiniai.exchange.outcomes;

import java.util.Optional;
import lt.mokiniai.exchange.evidence.SentMessage;
import lt.mokiniai.exchange.evidence.originals.Original;
import lt.mokiniai.exchange.evidence.originals.Original.Acting;
import lt.mokiniai.exchange.evidence.originals.Originals;
import lt.mokiniai.exchange.message.CheckedMessage;
import lt.mokiniai.exchange.message.Connection;
import lt.mokiniai.exchange.representation.Representations;
import lt.mokiniai.kernel.XRoadId;
import org.springframework.stereotype.Component;

/** Which messages a party may ask about: those that the same subsystem sent, and those that another party sent for it. */
@Component
class MessagesOfParty {

    private final Representations representations;

    private final Originals originals;

    MessagesOfParty(Representations representations, Originals originals) {
        this.representations = representations;
        this.originals = originals;
    }

    /**
     * Gives the message that a party asks about.
     *
     * @param sender the subsystem that sent it for the party that asks; where none is named, it is that which asks
     * @return nothing where that subsystem never acted for the party: it sent no such message, and its ids stay its own
     */
    Optional<SentMessage> askedBy(Connection asking, String id, Optional<XRoadId> sender) {
        String party = asking.party().code();
        if (sender.isEmpty()) {
            return Optional.of(new SentMessage(party, asking.caller().client(), id));
        }
        // Where no contract names the subsystem any more, its member code says whose it was.
        return sender.filter(client -> representations.hasActed(client, party))
                .map(client -> new SentMessage(
                        asking.contracts().partyCode(client).orElse(client.memberCode()),
                        client,
                        id,
                        Optional.of(party)));
    }

    /** Gives what became of it; nothing where it did not come and, where the one that asks may wait, will not. */
    Optional<Original> originalOf(SentMessage message, CheckedMessage asking) {
        return asking.mayWait() ? originals.settle(message, asking.receivedAt()) : originals.accepted(message);
    }

    /**
     * Tells whether what was told is told to the one that asks: it acts for whom it acted for then, or it is the institution
     * that another party acted for. Another learns of its own message what became of it, and no more.
     */
    static boolean isToldTo(Connection asking, Original original) {
        Optional<String> institution = original.acting().map(Acting::institution);
        return institution.equals(asking.caller().institution())
                || institution.equals(Optional.of(asking.party().code()));
    }
}
