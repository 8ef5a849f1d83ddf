package lt.mokiniai.exchange.checks;

import lt.mokiniai.contract.model.Party;
import lt.mokiniai.exchange.message.CheckedMessage;
import lt.mokiniai.kernel.faults.Stage;
import lt.mokiniai.platform.trust.RegisterKeys;

/** The certificate is of a party of contracts ({@code MR-213}), and the register has a key to answer it with. */
record PartyCheck(RegisterKeys keys) implements Check {

    @Override
    public Stage stage() {
        return Stage.PARTY;
    }

    @Override
    public void check(CheckedMessage message) {
        Party party = message.contracts().partyOf(message.proof().orElseThrow().certificate());
        message.of(party);
        // Nothing is done, counted or delivered that cannot be signed afterwards.
        keys.signing(party.answerAlgorithm());
    }
}
