package lt.mokiniai.register.certificates;

import java.util.List;
import java.util.Optional;
import lt.mokiniai.kernel.scope.CurrentScope;
import lt.mokiniai.kernel.scope.Scope;
import lt.mokiniai.register.certificates.PresentedCertificate.Match;
import lt.mokiniai.register.reference.CodeLists;
import lt.mokiniai.register.sql.Conditions;
import lt.mokiniai.register.sql.Slice;
import lt.mokiniai.register.students.Handling;
import lt.mokiniai.register.students.Lookup;
import lt.mokiniai.register.students.Students;
import lt.mokiniai.register.times.AsOf;
import lt.mokiniai.register.times.ReadTimes;
import lt.mokiniai.wsdl.certificates.Certificates;
import lt.mokiniai.wsdl.certificates.GetCertificates;
import lt.mokiniai.wsdl.certificates.GetCertificatesResponse;
import lt.mokiniai.wsdl.certificates.VerifyCertificate;
import lt.mokiniai.wsdl.certificates.VerifyCertificateResponse;
import lt.mokiniai.wsdl.types.Certificate;
import lt.mokiniai.wsdl.types.CertificateStatus;
import org.springframework.stereotype.Component;

/** The service Certificates: reads a student's certificates, or tells whether a presented one stands. */
@Component
class CertificatesEndpoint implements Certificates {

    private static final int MOST_CERTIFICATES = 100;

    private final Students students;
    private final CertificateReader reader;
    private final PresentedCertificate presented;
    private final CodeLists codeLists;
    private final CurrentScope currentScope;
    private final ReadTimes times;
    private final Handling handling;

    CertificatesEndpoint(
            Students students,
            CertificateReader reader,
            PresentedCertificate presented,
            CodeLists codeLists,
            CurrentScope currentScope,
            ReadTimes times,
            Handling handling) {
        this.students = students;
        this.reader = reader;
        this.presented = presented;
        this.codeLists = codeLists;
        this.currentScope = currentScope;
        this.times = times;
        this.handling = handling;
    }

    @Override
    public GetCertificatesResponse getCertificates(GetCertificates request) {
        Scope scope = currentScope.get();
        AsOf asOf = times.asked(request.getValidOn(), request.getKnownAt());
        codeLists.check("CERTIFICATE_KIND", request.getKind(), asOf.validOn(), "kind");
        Lookup lookup = students.find(request.getPerson(), asOf, scope);
        GetCertificatesResponse response = new GetCertificatesResponse();
        response.setOutcome(lookup.outcome());
        response.setValidOn(asOf.validOn());
        response.setKnownAt(asOf.knownAt());
        lookup.person().map(person -> person.disclosedIn(scope)).ifPresent(person -> {
            Slice slice = Slice.asked(request.getSkip(), MOST_CERTIFICATES);
            List<Certificate> read = reader.of(
                    person, issued(request, asOf), asOf, slice, scope.fields().within("certificate"));
            response.getCertificate().addAll(slice.of(read));
            response.setMore(slice.isFollowed(read));
            response.getHandling().addAll(handling.of(person, scope.fields()));
        });
        return response;
    }

    @Override
    public VerifyCertificateResponse verifyCertificate(VerifyCertificate request) {
        Scope scope = currentScope.get();
        AsOf asOf = times.asked(request.getValidOn(), request.getKnownAt());
        VerifyCertificateResponse response = new VerifyCertificateResponse();
        response.setValidOn(asOf.validOn());
        response.setKnownAt(asOf.knownAt());
        Optional<Match> found = presented.find(request, asOf, scope);
        if (scope.fields().allows("status")) {
            response.setStatus(
                    found.flatMap(Match::state).map(CertificateStates::meaning).orElse(CertificateStatus.NOT_FOUND));
        }
        found.ifPresent(match -> {
            if (scope.fields().allows("certificate")) {
                Conditions thisOne = CertificateReader.shown(asOf).and("c.id = :id", "id", match.id());
                reader
                        .of(
                                match.holder(),
                                thisOne,
                                asOf,
                                Slice.ALL,
                                scope.fields().within("certificate"))
                        .stream()
                        .findFirst()
                        .ifPresent(response::setCertificate);
            }
            response.getHandling().addAll(handling.of(match.holder(), scope.fields()));
            reader.replacement(match.id(), match.holder(), asOf, scope.fields().within("replacement"))
                    .ifPresent(response::setReplacement);
        });
        return response;
    }

    private static Conditions issued(GetCertificates request, AsOf asOf) {
        Conditions conditions = CertificateReader.shown(asOf);
        if (request.getKind() != null) {
            conditions.and("c.kind = :kind", "kind", request.getKind());
        }
        return conditions;
    }
}
