package lt.mokiniai.intake.transport.files;

import lt.mokiniai.intake.deliveries.RecordXml;
import lt.mokiniai.intake.source.SourceRegister;
import lt.mokiniai.intake.transport.DeliveryHeaders;
import lt.mokiniai.intake.transport.files.BatchCopy.Copied;
import lt.mokiniai.platform.xml.Elements;
import lt.mokiniai.register.form.RecordPlace;
import org.w3c.dom.Element;

/** The records of an XML document: all elements within its root behind the first, which is the header. */
record XmlRecords<R>(Copied file, SourceRegister<R> register, RecordXml xml) implements BatchRecords<R> {

    @Override
    public void forEach(Visitor<R> visitor) {
        ElementFile.read(file, new ElementFile.Visitor() {

            private boolean isBehindHeader;

            @Override
            public void root(Element root) {
                // Whoever opened the batch has looked at it.
            }

            @Override
            public void element(Element element, RecordPlace place) {
                if (isBehindHeader
                        || !Elements.is(element, register.description().namespace(), DeliveryHeaders.ELEMENT)) {
                    visitor.record(() -> xml.read(register, element), place);
                }
                isBehindHeader = true;
            }
        });
    }
}
