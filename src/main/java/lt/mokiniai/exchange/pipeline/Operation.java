package lt.mokiniai.exchange.pipeline;

import lt.mokiniai.contract.schema.PublishedOperation;
import lt.mokiniai.contract.schema.SchemaCheck;

/**
 * One operation of a published service.
 *
 * @param published what the schemas say of it
 * @param namespace the namespace of the Body's element
 * @param check checks a request of this service
 */
record Operation(PublishedOperation published, String namespace, SchemaCheck check) {

    /** The operation: the Body's element, the serviceCode and the SOAPAction's last part. */
    String name() {
        return published.operation();
    }

    /** The service's major version, {@code v1}. */
    String version() {
        return published.service().substring(published.service().indexOf('/') + 1);
    }

    String soapAction() {
        return namespace + "/" + name();
    }
}
