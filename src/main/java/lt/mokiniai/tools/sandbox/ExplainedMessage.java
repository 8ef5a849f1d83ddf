package lt.mokiniai.tools.sandbox;

import java.math.BigDecimal;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import lt.mokiniai.exchange.checks.Outcome;
import lt.mokiniai.exchange.entry.MessageDiagnosis;
import lt.mokiniai.exchange.security.SeenSignature;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.texts.Messages;
import lt.mokiniai.kernel.texts.Text;
import org.jspecify.annotations.Nullable;

/**
 * What a tester is told of a message: the checks of the service in their order, and what was seen of the signature. It
 * repeats nothing of the message but names of parts, algorithms, times and its certificate.
 *
 * @param seen nothing where the message is no XML
 */
record ExplainedMessage(
        String verdict, List<Check> checks, @Nullable Seen seen) {

    /** Why something is refused, and what to do. */
    record Fault(String code, String lt, String en, Text whatToDo) {

        private static Fault of(ExchangeException refused) {
            return new Fault(
                    refused.error().code(),
                    refused.messageLt(),
                    refused.messageEn(),
                    refused.error().remedy());
        }
    }

    /** One check. */
    record Check(String name, String result, @Nullable Fault fault) {

        private static Check of(Outcome.Step step) {
            return new Check(
                    step.stage().name(),
                    step.result().name(),
                    step.refusal().map(Fault::of).orElse(null));
        }
    }

    /** A part that must be signed: whether it is, and whether it is another than the one that was signed. */
    record Part(String name, boolean signed, @Nullable Boolean changed) {}

    /** A certificate that the message carries; nothing is wrong with one that would not be refused. */
    record Certificate(
            String subject,
            String issuer,
            String serial,
            Instant validFrom,
            Instant validUntil,
            @Nullable Fault fault) {

        private static Certificate of(X509Certificate seen, Optional<ExchangeException> wrong) {
            return new Certificate(
                    seen.getSubjectX500Principal().getName(),
                    seen.getIssuerX500Principal().getName(),
                    seen.getSerialNumber().toString(),
                    seen.getNotBefore().toInstant(),
                    seen.getNotAfter().toInstant(),
                    wrong.map(Fault::of).orElse(null));
        }
    }

    /**
     * The Timestamp, and the clock that it is compared with.
     *
     * @param register the time by which the message was judged
     * @param secondsAhead by how many seconds the Timestamp is ahead of it; negative where it is behind
     */
    record Times(
            @Nullable Instant created,
            @Nullable Instant expires,
            Instant register,
            @Nullable BigDecimal secondsAhead) {

        private static Times of(SeenSignature seen, Instant register) {
            return new Times(
                    seen.created().orElse(null),
                    seen.expires().orElse(null),
                    register,
                    seen.created()
                            .map(created -> Duration.between(register, created))
                            .map(ahead -> BigDecimal.valueOf(ahead.toMillis(), 3))
                            .orElse(null));
        }
    }

    /** What was seen of the signature. */
    record Seen(
            List<Part> parts,
            List<String> signatureAlgorithm,
            List<String> digestAlgorithm,
            @Nullable Certificate certificate,
            Times times) {

        private static Seen of(SeenSignature seen, MessageDiagnosis.Finding finding) {
            return new Seen(
                    seen.parts().stream()
                            .map(part -> new Part(
                                    part.name(),
                                    part.isSigned(),
                                    part.isChanged().orElse(null)))
                            .toList(),
                    seen.signatureMethods(),
                    seen.digestMethods(),
                    seen.certificate()
                            .map(certificate -> Certificate.of(certificate, finding.certificate()))
                            .orElse(null),
                    Times.of(seen, finding.now()));
        }
    }

    static ExplainedMessage of(MessageDiagnosis.Finding finding) {
        return new ExplainedMessage(
                finding.outcome().isAllowed() ? "ALLOWED" : "REFUSED",
                finding.outcome().steps().stream().map(Check::of).toList(),
                finding.seen().map(seen -> Seen.of(seen, finding)).orElse(null));
    }

    /** The same as lines to read, in both languages where there is something to say. */
    String text() {
        StringJoiner lines = new StringJoiner("\n", "", "\n");
        lines.add(
                "ALLOWED".equals(verdict)
                        ? both(Messages.text("sandbox.allowed"))
                        : both(Messages.text("sandbox.refused")));
        lines.add("").add(both(Messages.text("sandbox.checks")));
        for (Check check : checks) {
            lines.add("  %-11s %s".formatted(check.result(), check.name()));
            Fault fault = check.fault();
            if (fault != null) {
                lines.add("              " + fault.code() + " " + fault.lt());
                lines.add("              -> " + fault.whatToDo().lt());
                lines.add("              " + fault.code() + " " + fault.en());
                lines.add("              -> " + fault.whatToDo().en());
            }
        }
        if (seen != null) {
            lines.add("").add(both(Messages.text("sandbox.seen")));
            seen.parts().forEach(part -> lines.add("  %-10s %s".formatted(word(part), part.name())));
            seen.signatureAlgorithm().forEach(algorithm -> lines.add("  signature  " + algorithm));
            seen.digestAlgorithm().forEach(algorithm -> lines.add("  digest     " + algorithm));
            describe(seen.certificate(), lines);
            Times times = seen.times();
            lines.add("  created    " + (times.created() == null ? "-" : times.created()));
            lines.add("  expires    " + (times.expires() == null ? "-" : times.expires()));
            lines.add("  register   " + times.register());
            lines.add("  ahead      " + (times.secondsAhead() == null ? "-" : times.secondsAhead() + " s"));
        }
        return lines.toString();
    }

    private static String both(Text text) {
        return text.lt() + " / " + text.en();
    }

    private static String word(Part part) {
        if (!part.signed()) {
            return "NOT SIGNED";
        }
        return Boolean.TRUE.equals(part.changed()) ? "CHANGED" : "signed";
    }

    private static void describe(@Nullable Certificate certificate, StringJoiner lines) {
        if (certificate == null) {
            lines.add("  certificate: " + both(Messages.text("sandbox.no-certificate")));
            return;
        }
        lines.add("  subject    " + certificate.subject());
        lines.add("  issuer     " + certificate.issuer());
        lines.add("  serial     " + certificate.serial());
        lines.add("  valid      " + certificate.validFrom() + " - " + certificate.validUntil());
        Fault fault = certificate.fault();
        lines.add(
                fault == null
                        ? "  trusted, valid, not revoked"
                        : "  " + fault.code() + " " + fault.lt() + " / " + fault.en());
    }
}
