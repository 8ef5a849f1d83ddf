package lt.mokiniai.intake.transport.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import lt.mokiniai.contract.model.Contract;
import lt.mokiniai.contract.signatures.ContractSignature;
import lt.mokiniai.contract.signatures.FileBeside;
import lt.mokiniai.contract.signatures.SignatureFault;
import lt.mokiniai.contract.signatures.SignatureVerifier;
import lt.mokiniai.intake.deliveries.DeliveryOrigin.Way;
import lt.mokiniai.intake.deliveries.RecordXml;
import lt.mokiniai.intake.deliveries.SourceRegisters;
import lt.mokiniai.intake.source.ReadRecord;
import lt.mokiniai.intake.source.SourceRegister;
import lt.mokiniai.intake.transport.DeliveryHeaders;
import lt.mokiniai.intake.transport.DeliveryHeaders.Part;
import lt.mokiniai.intake.transport.SupplyContracts;
import lt.mokiniai.intake.transport.TransportProblem;
import lt.mokiniai.intake.transport.files.BatchCopy.Copied;
import lt.mokiniai.intake.transport.files.ElementFile.Outline;
import lt.mokiniai.platform.xml.Elements;
import lt.mokiniai.platform.xml.XmlParsers;
import lt.mokiniai.register.form.ReadFile;
import lt.mokiniai.register.form.RecordPlace;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * Opens batches: whether each file can be read to its end, which register's records it holds, who signed it, and whether that is
 * who supplies them. Nothing of a batch is received before all of it is known.
 */
@Component
class BatchOpening {

    private final SourceRegisters registers;
    private final SupplyContracts contracts;
    private final DeliveryHeaders headers;
    private final RecordXml xml;

    BatchOpening(SourceRegisters registers, SupplyContracts contracts, DeliveryHeaders headers, RecordXml xml) {
        this.registers = registers;
        this.contracts = contracts;
        this.headers = headers;
        this.xml = xml;
    }

    /**
     * Opens a batch.
     *
     * @throws lt.mokiniai.intake.transport.NotDelivered {@code MR-S603} to {@code MR-S624} when it is not taken
     */
    OpenedBatch<?> open(BatchCopy batch) {
        Copied signed = batch.signed();
        if (batch.data().isEmpty() && BatchFiles.isCsv(Path.of(signed.name()))) {
            throw TransportProblem.NO_NOTE.refusal(signed.top(), signed.name() + BatchFiles.NOTE);
        }
        Outline outline = Outline.of(signed);
        Element root = parsed(signed);
        SourceRegister<?> register = register(outline.root(), signed.top());
        Optional<FileBeside> beside = batch.data().map(BatchOpening::beside);
        X509Certificate signer = signer(root, beside, signed.top());
        Contract contract = contracts.requireSupplier(register.description().name(), Way.FILE, signer, signed.top());
        return opened(register, outline, contract, batch);
    }

    private <R> OpenedBatch<R> opened(SourceRegister<R> register, Outline outline, Contract contract, BatchCopy batch) {
        Copied signed = batch.signed();
        Part header = header(register, outline, signed.top());
        BatchRecords<R> records = new XmlRecords<>(signed, register, xml);
        RecordPlace place = signed.top();
        if (batch.data().isPresent()) {
            if (outline.more() > 0) {
                throw TransportProblem.RECORDS_IN_NOTE.refusal(signed.top());
            }
            Copied data = batch.data().get();
            place = data.top();
            records = BatchFiles.isCsv(Path.of(data.name()))
                    ? new CsvRecords<>(data, register)
                    : xml(register, header, data);
        }
        Counter<R> counter = new Counter<>();
        records.forEach(counter);
        if (counter.count != header.header().records()) {
            throw TransportProblem.RECORD_COUNT.refusal(place, header.header().records(), counter.count);
        }
        List<ReadFile> files = new ArrayList<>();
        for (Copied file : batch.all()) {
            files.add(new ReadFile(
                    file.name(), file.bytes(), file.sha256(), file.top().equals(place) ? counter.count : 0));
        }
        return new OpenedBatch<>(register, header.header(), contract, records, files, place);
    }

    private <R> BatchRecords<R> xml(SourceRegister<R> register, Part header, Copied data) {
        Outline outline = Outline.of(data);
        if (!register(outline.root(), data.top()).equals(register)
                || !header(register, outline, data.top()).equals(header)) {
            throw TransportProblem.OTHER_HEADER.refusal(data.top());
        }
        return new XmlRecords<>(data, register, xml);
    }

    private Part header(SourceRegister<?> register, Outline outline, RecordPlace place) {
        Element first = outline.first()
                .filter(element -> Elements.is(element, register.description().namespace(), DeliveryHeaders.ELEMENT))
                .orElseThrow(() -> TransportProblem.HEADER.refusal(place, DeliveryHeaders.ELEMENT));
        Part part = headers.read(register.description(), first, place);
        if (part.first() != 1) {
            throw TransportProblem.HEADER.refusal(place, DeliveryHeaders.ELEMENT + "/first");
        }
        return part;
    }

    private SourceRegister<?> register(Element root, RecordPlace place) {
        return registers.all().stream()
                .filter(register -> Elements.is(
                        root,
                        register.description().namespace(),
                        register.description().request()))
                .findFirst()
                .orElseThrow(() -> TransportProblem.OTHER_REGISTER.refusal(place, Elements.shortName(root)));
    }

    private static FileBeside beside(Copied data) {
        if (!FileBeside.isName(data.name())) {
            throw TransportProblem.FILE_NAME.refusal(new RecordPlace(Elements.shortText(data.name()), 1));
        }
        return new FileBeside(data.name(), data.path());
    }

    private static X509Certificate signer(Element root, Optional<FileBeside> beside, RecordPlace place) {
        List<ContractSignature> signatures = SignatureVerifier.verify(root, beside);
        if (signatures.isEmpty()) {
            throw TransportProblem.NOT_SIGNED.refusal(place);
        }
        signatures.stream()
                .flatMap(signature -> signature.problem().stream())
                .findFirst()
                .ifPresent(problem -> {
                    throw TransportProblem.SIGNATURE.refusal(
                            new RecordPlace(place.file(), problem.line()),
                            problem.notice().code());
                });
        if (signatures.size() > 1) {
            throw TransportProblem.SIGNATURE.refusal(
                    place, SignatureFault.TOO_MANY.notice().code());
        }
        return signatures.get(0).certificate().orElseThrow();
    }

    /** It was read as a stream before, so that what is wrong with it was told with its line. */
    private static Element parsed(Copied file) {
        try {
            Document document = XmlParsers.parse(Files.readAllBytes(file.path()));
            String encoding = document.getXmlEncoding();
            if (encoding != null && !encoding.equalsIgnoreCase("UTF-8")) {
                throw TransportProblem.ENCODING.refusal(file.top());
            }
            return document.getDocumentElement();
        } catch (SAXException e) {
            throw TransportProblem.NOT_XML.refusal(file.top(), 1).because(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Counter<R> implements BatchRecords.Visitor<R> {

        private int count;

        @Override
        public void record(Supplier<ReadRecord<R>> record, RecordPlace place) {
            count++;
        }
    }
}
