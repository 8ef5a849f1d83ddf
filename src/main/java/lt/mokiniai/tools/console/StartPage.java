package lt.mokiniai.tools.console;

import java.util.List;
import java.util.Optional;
import lt.mokiniai.contract.active.ActiveContracts;
import lt.mokiniai.contract.model.Contract;
import lt.mokiniai.contract.model.Grant;
import lt.mokiniai.contract.model.Signer;
import lt.mokiniai.contract.schema.PublishedOperation;
import lt.mokiniai.exchange.pipeline.ExchangeProperties;
import lt.mokiniai.exchange.services.ServiceCatalogue;
import lt.mokiniai.platform.trust.names.DistinguishedName;
import lt.mokiniai.tools.demo.DemoParty;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * The page at the root: the services, and the way to documents, contracts and health; in a demo also the parties, what each
 * may call, and a first call to copy.
 */
@Controller
class StartPage {

    /** A party of the demo under one of its contracts. */
    record DemoRow(
            String alias, String nameLt, String nameEn, String client, String contractId, List<String> operations) {}

    private final ServiceCatalogue catalogue;
    private final ActiveContracts contracts;
    private final ExchangeProperties exchange;
    private final StartModes modes;
    private final FirstCall firstCall;
    private final SourceLines sources;
    private final HealthAddress health;

    StartPage(
            ServiceCatalogue catalogue,
            ActiveContracts contracts,
            ExchangeProperties exchange,
            StartModes modes,
            FirstCall firstCall,
            SourceLines sources,
            HealthAddress health) {
        this.catalogue = catalogue;
        this.contracts = contracts;
        this.exchange = exchange;
        this.modes = modes;
        this.firstCall = firstCall;
        this.sources = sources;
        this.health = health;
    }

    @GetMapping("/")
    String show(Model model) {
        model.addAttribute("register", exchange.registerId());
        model.addAttribute("services", catalogue.services());
        model.addAttribute("documents", Documents.listed());
        model.addAttribute("sources", sources.all());
        model.addAttribute("demo", modes.isDemo());
        model.addAttribute("sandbox", modes.isSandbox());
        model.addAttribute(
                "address", ServletUriComponentsBuilder.fromCurrentContextPath().toUriString());
        if (modes.isDemo()) {
            model.addAttribute("firstCall", String.join("\n", firstCall.lines()));
            model.addAttribute("parties", parties());
            model.addAttribute("health", health.find().orElse(null));
        }
        return "start";
    }

    private List<DemoRow> parties() {
        return contracts.current().all().stream()
                .flatMap(contract -> alias(contract).map(alias -> row(alias, contract)).stream())
                .toList();
    }

    private static Optional<String> alias(Contract contract) {
        return contract.party().signers().stream()
                .map(Signer::subject)
                .flatMap(Optional::stream)
                .map((DistinguishedName subject) -> DemoParty.of(subject))
                .flatMap(Optional::stream)
                .map(DemoParty::alias)
                .findFirst();
    }

    private static DemoRow row(String alias, Contract contract) {
        return new DemoRow(
                alias,
                contract.party().name().lt(),
                contract.party().name().en(),
                contract.party().client().toString(),
                contract.id(),
                contract.grants().stream()
                        .map(Grant::operation)
                        .map(PublishedOperation::operation)
                        .toList());
    }
}
