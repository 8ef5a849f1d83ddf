package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import lt.mokiniai.contract.description.Description;
import lt.mokiniai.kernel.faults.ExchangeError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a grant lets be set, through the whole stack (docs/decisions/0038). */
class WriteGrantTests {

    private static final Register REGISTER = Register.shared();

    /** An enrolment that nobody has: what is refused before anything is looked up says nothing of it. */
    private static final String NOBODYS = "<m:enrolmentId>0000000000000000</m:enrolmentId><m:version>x</m:version>";

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "changeEnrolment | stage/funding | <m:from>2026-10-01</m:from><m:stage><m:language>lt</m:language><m:funding>VF</m:funding></m:stage>",
                "changeEnrolment | stage/funding | <m:from>2026-10-01</m:from><m:stage><m:funding>none</m:funding></m:stage>",
                "correctEnrolment | stage/content/funding | <m:reason>DOCUMENT</m:reason><m:stage><m:begins>2026-09-01</m:begins><m:content><m:funding>VF</m:funding></m:content></m:stage>"
            })
    void refusesWhatTheGrantDoesNotNameAndTellsItsPath(String operation, String path, String content) {
        Reply refused = REGISTER.as("school").asks(operation, NOBODYS + content).send();

        assertThat(refused.code()).as(refused.toString()).isEqualTo(ExchangeError.NOT_TO_BE_SET.code());
        assertThat(refused.fault("field")).isEqualTo(path);
        RefusalTests.assertIsToldInTheOneWay(refused, ExchangeError.NOT_TO_BE_SET);
        RefusalTests.assertIsInTheLog(refused, ExchangeError.NOT_TO_BE_SET);
    }

    @Test
    void refusesAnOperationThatWritesToWhoeverReadsAlone() {
        Reply refused = REGISTER.as("municipality")
                .asks("resumeEnrolment", NOBODYS + "<m:resumedFrom>2026-10-01</m:resumedFrom>")
                .send();

        assertThat(refused.code()).as(refused.toString()).isEqualTo(ExchangeError.OPERATION_NOT_GRANTED.code());
    }

    @Test
    void aSchoolEnrolsChangesInterruptsResumesWithdrawsAndTakesItBack() {
        WrittenEnrolment written = WrittenEnrolment.begin(REGISTER);

        for (String operation : List.of(
                "changeEnrolment", "interruptEnrolment", "resumeEnrolment", "withdrawStudent", "correctEnrolment")) {
            Reply reply = REGISTER.as("school")
                    .asks(operation, written.content(operation))
                    .send();
            assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
            reply.verify();
            assertThat(WrittenEnrolment.of(reply).id()).isEqualTo(written.id());
            written = WrittenEnrolment.of(reply);
        }

        Reply gone = REGISTER.as("school")
                .asks("changeEnrolment", written.content("changeEnrolment"))
                .send();
        assertThat(gone.code()).as(gone.toString()).isEqualTo(ExchangeError.NOT_WRITABLE.code());
    }

    @Test
    void theOwnWsdlOfASchoolHoldsWhatItMaySetAndTheVersionThatItSees() {
        String own = new String(file("school"), StandardCharsets.UTF_8);

        assertThat(Description.of(file("school")).operations()).contains("enrolStudent", "correctEnrolment");
        assertThat(own).contains("ChangeEnrolmentStageContent", "\"stillEnrolled\"", "\"version\"");
        int changed = own.indexOf("name=\"ChangeEnrolmentStageContent\"");
        assertThat(own.substring(changed, own.indexOf("</xs:complexType>", changed)))
                .contains("\"className\"")
                .doesNotContain("\"funding\"");
    }

    @Test
    void theOwnWsdlOfWhoeverReadsAloneHoldsNoVersion() {
        String own = new String(file("municipality"), StandardCharsets.UTF_8);

        assertThat(own).contains("\"enrolledFrom\"").doesNotContain("\"version\" type", "changeEnrolment");
    }

    @Test
    void tellsASchoolWhatItMaySetAndWhatItsVendorMayCall() {
        Reply contract = REGISTER.as("school").asks("getContract", "").send();

        assertThat(new String(Xml.write(contract.content()), StandardCharsets.UTF_8))
                .contains("resumedFrom", "representation>true<", "representation>false<");
    }

    private static byte[] file(String party) {
        Reply reply = REGISTER.as(party)
                .asks("getServiceDescription", "<m:service>enrolments</m:service><m:version>v1</m:version>")
                .send();
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return Base64.getMimeDecoder().decode(Xml.child(reply.content(), "file").getTextContent());
    }
}
