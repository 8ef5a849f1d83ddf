package lt.mokiniai.exchange.keys;

import java.util.HexFormat;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/**
 * Stands digests in for students, wherever rows are counted or searched by student and must not be read for students.
 * There is one key for each contract and month: who learns which student one row is about learns nothing of the rows of
 * another contract or month.
 */
@Component
public class StudentKeys {

    private final StoredKey key;

    StudentKeys(StoredKeys keys) {
        this.key = keys.named("student");
    }

    /**
     * Gives what makes digests of register ids, 64 characters each, that are the same within a contract and a month.
     *
     * @param contractId the contract's id
     * @param month such as {@code 2026-11}
     */
    public UnaryOperator<String> inMonth(String contractId, String month) {
        return digests(key.keyed("month", contractId, month));
    }

    /**
     * Gives what makes digests of register ids, 64 characters each, that are the same within a contract for ever: what
     * spends a contract for one delivery.
     */
    public UnaryOperator<String> ofDeliveries(String contractId) {
        return digests(key.keyed("delivery", contractId));
    }

    private static UnaryOperator<String> digests(Hmac hmac) {
        return registerId -> HexFormat.of().formatHex(hmac.of(registerId));
    }
}
