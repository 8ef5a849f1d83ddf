package lt.mokiniai.tools.command;

import java.io.PrintWriter;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lt.mokiniai.exchange.security.AnswerVerifier;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.texts.Messages;
import lt.mokiniai.kernel.texts.Text;
import lt.mokiniai.platform.trust.TrustedAuthorities;
import lt.mokiniai.platform.xml.XmlText;
import lt.mokiniai.tools.client.AnswerContent;
import lt.mokiniai.tools.client.Reply;
import lt.mokiniai.tools.client.SignedRequest;
import lt.mokiniai.tools.client.WsdlOperation;

/** Verifies what the register answered, and prints it to people or to programs. */
record CallOutput(CallHelp help, CallingParty party) {

    /**
     * What came of the verification.
     *
     * @param verified whether it is the register's answer to this very request
     * @param signer the subject of the certificate that signed it
     * @param reason why it is not verified
     */
    record Signature(boolean verified, Optional<String> signer, Optional<Text> reason) {

        private static Signature not(Text reason) {
            return new Signature(false, Optional.empty(), Optional.of(reason));
        }
    }

    /** The whole as it is printed for programs; values are texts, as they were sent. */
    record Told(
            boolean answered,
            int status,
            String operation,
            Map<String, Object> answer,
            Optional<Reply.Fault> fault,
            Map<String, String> receipt,
            Signature signature) {}

    /** Prints it; 0 where the request was answered, and the answer is the register's. */
    int show(WsdlOperation asked, Reply reply, int status, SignedRequest request, boolean json) {
        Signature signature = verify(reply, request);
        boolean isGood = signature.verified() && !reply.isFault();
        if (json) {
            help.print(new Told(
                    isGood,
                    status,
                    asked.name(),
                    reply.isFault() ? Map.of() : AnswerContent.of(reply.content(), asked.answer()),
                    reply.fault(),
                    reply.receipt(),
                    signature));
            return isGood ? 0 : 1;
        }
        PrintWriter out = help.out();
        if (reply.isFault()) {
            reply.faultLines().forEach(out::println);
        } else {
            out.println(XmlText.pretty(reply.content()));
        }
        out.println();
        if (signature.verified()) {
            reply.receiptLine().ifPresent(out::println);
        }
        out.println(help.language()
                .of(signature
                        .reason()
                        .orElseGet(() -> Messages.text(
                                "call.verified", signature.signer().orElse("–")))));
        return isGood ? 0 : 1;
    }

    private Signature verify(Reply reply, SignedRequest request) {
        if (!reply.isSigned()) {
            return Signature.not(Messages.text("call.not-signed"));
        }
        try {
            X509Certificate signer = new AnswerVerifier(
                            TrustedAuthorities.load(List.of(party.trust())), party.registerSubject(), Clock.systemUTC())
                    .verify(reply.document(), List.of(request.signature()));
            if (!reply.answers(request.bytes())) {
                return Signature.not(Messages.text("call.other-request"));
            }
            return new Signature(
                    true, Optional.of(signer.getSubjectX500Principal().toString()), Optional.empty());
        } catch (ExchangeException e) {
            return Signature.not(
                    Messages.text("call.not-verified", e.error().code(), new Text(e.messageLt(), e.messageEn())));
        }
    }
}
