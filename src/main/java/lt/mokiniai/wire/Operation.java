package lt.mokiniai.wire;

/**
 * One operation of a published service.
 *
 * @param service the service, {@code students}
 * @param version its major version, {@code v1}
 * @param name the operation: the Body's element, the serviceCode and the SOAPAction's last part
 * @param namespace the namespace of the Body's element
 * @param schema checks a request of this service
 */
record Operation(String service, String version, String name, String namespace, SchemaCheck schema) {

    String soapAction() {
        return namespace + "/" + name;
    }
}
