package lt.mokiniai.contract.active;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * Says which set of contracts this node runs, and why not another where another should run. The node is fit to answer all
 * the same: it goes on under the set that it has.
 */
@Component("contractsHealthIndicator")
class ContractHealth implements HealthIndicator {

    private static final Status OLD_SET = new Status("OLD_SET", "another set of contracts should be in force here");

    private final ActiveContracts contracts;

    ContractHealth(ActiveContracts contracts) {
        this.contracts = contracts;
    }

    @Override
    public Health health() {
        boolean isOld =
                contracts.refusedFolder().isPresent() || contracts.refusedSet().isPresent();
        Health.Builder health = new Health.Builder(isOld ? OLD_SET : Status.UP);
        health.withDetail("set", contracts.current().hash());
        health.withDetail("contracts", contracts.current().all().size());
        contracts.refusedFolder().ifPresent(why -> health.withDetail("folder", why));
        contracts.refusedSet().ifPresent(why -> health.withDetail("otherNodes", why));
        return health.build();
    }
}
