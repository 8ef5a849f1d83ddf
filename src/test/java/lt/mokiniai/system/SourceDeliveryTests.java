package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Source registers deliver by signed messages, each under the contract that supplies its register. */
class SourceDeliveryTests {

    private static final String DELIVER = "deliverInstitutions";

    private static Reply delivered() {
        return Register.shared()
                .as("institutions")
                .asks(DELIVER, DeliveredSources.content(Register.shared(), DELIVER))
                .send();
    }

    private static String value(Reply reply, String element) {
        return Xml.child(reply.content(), element).getTextContent();
    }

    private static Reply reported(String party, String deliveryId) {
        return Register.shared()
                .as(party)
                .asks(DeliveredSources.REPORT, "<m:deliveryId>" + deliveryId + "</m:deliveryId>")
                .send();
    }

    @Test
    void whatComesEarlyWaitsAndTheSourceIsToldWhatIsMissing() {
        Reply reply = delivered();

        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        assertThat(value(reply, "state")).isEqualTo("WAITING");
        assertThat(Xml.child(Xml.child(reply.content(), "missing"), "from").getTextContent())
                .isEqualTo("1");
        assertThat(value(delivered(), "deliveryId")).isEqualTo(value(reply, "deliveryId"));
    }

    @Test
    void theSourceAndWhoDecidesAreToldWhatCameOfADelivery() {
        String delivery = value(delivered(), "deliveryId");

        for (String party : new String[] {"institutions", "agency"}) {
            Reply reply = reported(party, delivery);
            assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
            assertThat(Xml.child(Xml.child(reply.content(), "report"), "state").getTextContent())
                    .isEqualTo("WAITING");
        }
    }

    @Test
    void anotherSourceIsToldOfNoSuchDelivery() {
        String delivery = value(delivered(), "deliveryId");

        assertThat(reported("licences", delivery).code()).isEqualTo("MR-501");
        assertThat(reported("institutions", "0000000000000000").code()).isEqualTo("MR-501");
    }

    @Test
    void noneDeliversTheRecordsOfAnotherRegister() {
        assertThat(Register.shared()
                        .as("licences")
                        .asks(DELIVER, DeliveredSources.content(Register.shared(), DELIVER))
                        .send()
                        .code())
                .isEqualTo("MR-303");
    }

    @Test
    void aSeriesBeginsWithAFullDelivery() {
        Reply reply = Register.shared()
                .as("institutions")
                .asks(
                        DELIVER,
                        DeliveredSources.content(Register.shared(), DELIVER)
                                .replace("<m:sequence>2<", "<m:sequence>1<"))
                .send();

        assertThat(reply.code()).isEqualTo("MR-703");
        assertThat(reply.fault("field")).isEqualTo("delivery/kind");
    }
}
