package lt.mokiniai.register;

import lt.mokiniai.register.bench.Bench;
import lt.mokiniai.register.load.Loading;
import lt.mokiniai.register.rules.AgreementRules;
import lt.mokiniai.register.rules.CertificateLinkRules;
import lt.mokiniai.register.rules.CertificateRelianceRules;
import lt.mokiniai.register.rules.CertificateRules;
import lt.mokiniai.register.rules.ClosingRules;
import lt.mokiniai.register.rules.ConfirmationRules;
import lt.mokiniai.register.rules.EnrolledByNamesRules;
import lt.mokiniai.register.rules.EnrolmentRules;
import lt.mokiniai.register.rules.FieldRules;
import lt.mokiniai.register.rules.ListingRules;
import lt.mokiniai.register.rules.LoadingRules;
import lt.mokiniai.register.rules.LongListRules;
import lt.mokiniai.register.rules.LookupRules;
import lt.mokiniai.register.rules.MergeHistoryRules;
import lt.mokiniai.register.rules.MergeRules;
import lt.mokiniai.register.rules.NotEnrolledRules;
import lt.mokiniai.register.rules.PopulationRules;
import lt.mokiniai.register.rules.RegistrationRules;
import lt.mokiniai.register.rules.RemovalRules;
import lt.mokiniai.register.rules.RestrictionRules;
import lt.mokiniai.register.rules.ResultRules;
import lt.mokiniai.register.rules.RosterRules;
import lt.mokiniai.register.rules.SearchRules;
import lt.mokiniai.register.rules.StudentWritingRules;
import lt.mokiniai.register.rules.StudyHistoryRules;
import lt.mokiniai.register.rules.TermRules;
import lt.mokiniai.register.rules.TimeRules;
import lt.mokiniai.register.rules.TransferDecisionRules;
import lt.mokiniai.register.rules.TransferRules;
import lt.mokiniai.register.rules.WritingRules;
import lt.mokiniai.register.rules.WrittenValueRules;
import lt.mokiniai.register.rules.YearTurnRules;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/**
 * What the register modules promise, whatever the database: each subclass runs all of it on another one. The promises
 * stand in the rules, by subject.
 */
@SpringBootTest(
        classes = RegisterUnderTest.class,
        webEnvironment = WebEnvironment.NONE,
        properties = {
            "spring.main.banner-mode=off",
            "logging.level.root=warn",
            // The clock of the test says when things are recorded.
            "mokiniai.sandbox.enabled=true"
        })
abstract class RegisterContract
        implements LookupRules,
                TimeRules,
                PopulationRules,
                RestrictionRules,
                SearchRules,
                ListingRules,
                ConfirmationRules,
                EnrolledByNamesRules,
                EnrolmentRules,
                RosterRules,
                StudyHistoryRules,
                WritingRules,
                WrittenValueRules,
                ResultRules,
                NotEnrolledRules,
                YearTurnRules,
                ClosingRules,
                RemovalRules,
                RegistrationRules,
                StudentWritingRules,
                TransferRules,
                TransferDecisionRules,
                MergeRules,
                MergeHistoryRules,
                LoadingRules,
                CertificateRelianceRules,
                CertificateRules,
                CertificateLinkRules,
                FieldRules,
                TermRules,
                LongListRules,
                AgreementRules {

    private final Bench bench;

    @Autowired
    private Loading loading;

    @Autowired
    RegisterContract(Bench bench) {
        this.bench = bench;
    }

    @Override
    public Bench bench() {
        return bench;
    }

    @Override
    public Loading loading() {
        return loading;
    }

    @BeforeEach
    void emptyRegister() {
        bench.clear();
    }
}
