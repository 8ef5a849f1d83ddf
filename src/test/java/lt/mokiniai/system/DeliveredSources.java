package lt.mokiniai.system;

import java.util.Map;

/** Changes that source registers deliver, again and again the same: nothing of them is applied, since the full delivery is missing. */
final class DeliveredSources {

    static final String REPORT = "getDeliveryReport";

    /** The parties that deliver, by operation. */
    private static final Map<String, String> PARTIES = Map.of(
            "deliverInstitutions", "institutions",
            "deliverProgrammes", "programmes",
            "deliverLicences", "licences",
            "deliverPedagogues", "pedagogues");

    private static final String CHANGES = "<m:delivery><m:kind>CHANGES</m:kind><m:series>example</m:series>"
            + "<m:sequence>2</m:sequence><m:records>0</m:records></m:delivery>";

    private DeliveredSources() {}

    /** Tells whether an operation delivers records. */
    static boolean isDeliveredBy(String operation) {
        return PARTIES.containsKey(operation);
    }

    /** Tells whether an operation is one of the service Intake. */
    static boolean isOfIntake(String operation) {
        return isDeliveredBy(operation) || operation.equals(REPORT);
    }

    /** Who may ask an operation of the service Intake. */
    static String whoMay(String operation) {
        return PARTIES.getOrDefault(operation, "institutions");
    }

    /** What stands in a request that is answered. */
    static String content(Register register, String operation) {
        return operation.equals(REPORT) ? reported(register, whoMay(operation)) : CHANGES;
    }

    /** What stands in a question about a delivery of a party's own; one that delivers nothing asks about another's. */
    static String reported(Register register, String party) {
        String operation = PARTIES.keySet().stream()
                .filter(each -> whoMay(each).equals(party))
                .findFirst()
                .orElse("deliverInstitutions");
        Reply delivered =
                register.as(whoMay(operation)).asks(operation, CHANGES).send();
        return "<m:deliveryId>" + Xml.child(delivered.content(), "deliveryId").getTextContent() + "</m:deliveryId>";
    }
}
