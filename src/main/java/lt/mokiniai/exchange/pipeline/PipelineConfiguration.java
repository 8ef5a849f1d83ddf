package lt.mokiniai.exchange.pipeline;

import lt.mokiniai.contract.schema.PublishedOperations;
import lt.mokiniai.exchange.checks.Check;
import lt.mokiniai.exchange.checks.Checks;
import lt.mokiniai.exchange.checks.UsageAccounting;
import lt.mokiniai.exchange.message.Operations;
import lt.mokiniai.exchange.parsing.EnvelopeReader;
import lt.mokiniai.exchange.parsing.ParsingBudget;
import lt.mokiniai.exchange.representation.Representations;
import lt.mokiniai.platform.trust.RegisterKeys;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together what every exchange is made with. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ExchangeProperties.class)
class PipelineConfiguration {

    @Bean
    EnvelopeReader envelopeReader(ExchangeProperties properties) {
        return new EnvelopeReader(properties.limits());
    }

    /** @throws IllegalArgumentException when the heap is too small for one message of the greatest size */
    @Bean
    ParsingBudget parsingBudget(ExchangeProperties properties) {
        return ParsingBudget.ofHeap(properties.heapShare(), properties.limits());
    }

    @Bean
    Operations operations(PublishedOperations published) {
        return new Operations(published);
    }

    /** The list of checks as whoever looks at a message runs it; {@link MessageProcessor} adds what it spends. */
    @Bean
    Checks checks(
            Check proof,
            EnvelopeReader envelopes,
            RegisterKeys keys,
            ExchangeProperties properties,
            Operations operations,
            UsageAccounting usage,
            Representations representations) {
        return Checks.of(proof, envelopes, keys, properties.registerId(), operations, usage, representations::mayAct);
    }
}
