package example;

import jakarta.xml.bind.JAXB;
import jakarta.xml.ws.BindingProvider;
import jakarta.xml.ws.Holder;
import jakarta.xml.ws.WebServiceException;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import lt.mokiniai.students.v1.GetStudent;
import lt.mokiniai.students.v1.GetStudentResponse;
import lt.mokiniai.students.v1.RegisterFault;
import lt.mokiniai.students.v1.Students;
import lt.mokiniai.students.v1.StudentsService;
import lt.mokiniai.types.v1.PersonSelector;
import lt.mokiniai.types.v1.Receipt;

/**
 * Calls getStudent with what CXF does by itself: the policy of the WSDL, keys and one property, no interceptor and no
 * validator. That is enough where the party's key is RSA and its contract has the answers signed with RSA
 * ('answerAlgorithm'); any other needs {@link StudentsClient}, which also sees that a fault is not signed.
 *
 * <p>The arguments are those of every client of docs/clients.md; exit codes: 0 answered, 1 refused or not verified.
 */
public final class PolicyClient {

    public static void main(String[] args) throws Exception {
        System.exit(run(args));
    }

    private static int run(String[] args) throws Exception {
        Logger.getLogger("").setLevel(Level.SEVERE);
        if (args.length != 6) {
            System.err.println("arguments: URL FOLDER PARTY CLIENT ISSUE PERSONAL-CODE");
            return 2;
        }
        Students students = new StudentsService().getStudentsPort();
        Map<String, Object> context = ((BindingProvider) students).getRequestContext();
        context.put(BindingProvider.ENDPOINT_ADDRESS_PROPERTY, args[0] + "/services/students/v1");
        Keys.of(args[1], args[2]).use(context);
        GetStudent question = new GetStudent();
        question.setPerson(new PersonSelector());
        question.getPerson().setPersonalCode(args[5]);
        Holder<Receipt> receipt = new Holder<>();
        try {
            GetStudentResponse answer = students.getStudent(
                    question,
                    new Holder<>(StudentsClient.subsystem(args[3].split("/"))),
                    new Holder<>(StudentsClient.operation("getStudent")),
                    new Holder<>(UUID.randomUUID().toString()),
                    new Holder<>("policy-client"),
                    new Holder<>(args[4]),
                    new Holder<>("4.0"),
                    new Holder<>(),
                    receipt);
            JAXB.marshal(answer, System.out);
            System.out.println("signature verified, receipt " + receipt.value.getNumber());
            return 0;
        } catch (RegisterFault refused) {
            // CXF does not tell whether the fault was signed.
            System.err.println("refused: " + refused.getFaultInfo().getCode() + " "
                    + refused.getFaultInfo().getMessage().getEn());
            return 1;
        } catch (WebServiceException failed) {
            System.err.println("not verified: " + failed.getMessage());
            return 1;
        }
    }
}
