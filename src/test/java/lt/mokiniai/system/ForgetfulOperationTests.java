package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.tools.demo.DemoCast;
import lt.mokiniai.wsdl.students.ConfirmStudentFactResponse;
import lt.mokiniai.wsdl.students.GetStudentResponse;
import lt.mokiniai.wsdl.students.Students;
import lt.mokiniai.wsdl.types.Confirmation;
import lt.mokiniai.wsdl.types.Identity;
import lt.mokiniai.wsdl.types.Outcome;
import lt.mokiniai.wsdl.types.Student;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An operation that shows somebody and does not record it: its answer is not signed, and nothing of it is told. */
class ForgetfulOperationTests {

    private static final String NAME = "Nepamirštuolė";

    private static Register register;

    @BeforeAll
    static void start() {
        // The tables are those of the register that made them, which must not be closed before others.
        Register.shared();
        register = Register.start(Map.of(), Register.with(Students.class, ForgetfulOperationTests::forgetful));
    }

    @AfterAll
    static void stop() {
        register.close();
    }

    @Test
    void whatShowsSomebodyWhomNobodyRecordedIsNotTold() {
        Reply refused =
                register.as("benefits").getStudent(DemoCast.KAUNAS_STUDENT).send();

        assertThat(refused.code()).as(refused.toString()).isEqualTo(ExchangeError.INTERNAL.code());
        RefusalTests.assertIsToldInTheOneWay(refused, ExchangeError.INTERNAL);
        RefusalTests.assertIsInTheLog(refused, ExchangeError.INTERNAL);
        assertThat(new String(refused.bytes(), StandardCharsets.UTF_8)).doesNotContain(NAME);
    }

    @Test
    void whatShowsNobodyIsTold() {
        Reply answered = register.as("ticketing")
                .asks(
                        "confirmStudentFact",
                        Client.person(DemoCast.KAUNAS_STUDENT) + "<m:fact><m:learnsGeneralOrVocational/></m:fact>")
                .send();

        assertThat(answered.status()).as(answered.toString()).isEqualTo(200);
    }

    /** The service, of which two operations answer without reading. */
    private static Students forgetful(Students service) {
        return (Students) Proxy.newProxyInstance(
                Students.class.getClassLoader(), new Class<?>[] {Students.class}, (proxy, method, arguments) -> {
                    return switch (method.getName()) {
                        case "getStudent" -> somebody();
                        case "confirmStudentFact" -> nothing();
                        default -> invoke(service, method, arguments);
                    };
                });
    }

    private static Object invoke(Students service, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(service, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static GetStudentResponse somebody() {
        Identity identity = new Identity();
        identity.setGivenNames(NAME);
        Student student = new Student();
        student.setIdentity(identity);
        GetStudentResponse response = new GetStudentResponse();
        response.setOutcome(Outcome.FOUND);
        response.setValidOn(LocalDate.EPOCH);
        response.setKnownAt(Instant.EPOCH);
        response.setStudent(student);
        return response;
    }

    private static ConfirmStudentFactResponse nothing() {
        ConfirmStudentFactResponse response = new ConfirmStudentFactResponse();
        response.setValidOn(LocalDate.EPOCH);
        response.setKnownAt(Instant.EPOCH);
        response.setAnswer(Confirmation.UNKNOWN);
        return response;
    }
}
