package lt.mokiniai.contract.model;

import java.util.List;
import java.util.Set;
import lt.mokiniai.kernel.Caller.Represented;
import lt.mokiniai.kernel.XRoadId;
import lt.mokiniai.kernel.texts.Text;
import lt.mokiniai.platform.trust.KeyAlgorithm;

/**
 * The other party of a contract, as its certificate shows it.
 *
 * @param code its institution code
 * @param name its name
 * @param clients its X-Road subsystems: those that sign with this certificate first
 * @param answerAlgorithm the key that signs answers to it: {@code EC}, or {@code RSA} where a contract selects it
 * @param signers the certificates that it signs messages with, as the contracts name them
 * @param contracts ids of the contracts that name the certificate
 */
public record Party(
        String code,
        Text name,
        List<XRoadId> clients,
        KeyAlgorithm answerAlgorithm,
        List<Signer> signers,
        Set<String> contracts) {

    /** Keeps its own copies. */
    public Party {
        clients = List.copyOf(clients);
        signers = List.copyOf(signers);
        contracts = Set.copyOf(contracts);
    }

    /** Its first subsystem, by which the log names it. */
    public XRoadId client() {
        return clients.get(0);
    }

    /** Tells whether it is an institution that a header names. */
    public boolean is(Represented institution) {
        return code.equals(institution.code().value())
                && institution
                        .memberClass()
                        .map(memberClass -> clients.stream()
                                .anyMatch(client -> client.memberClass().equals(memberClass)))
                        .orElse(true);
    }

    /** Tells whether a subsystem is one of the party's. */
    public boolean is(XRoadId client) {
        return clients.contains(client);
    }
}
