package lt.mokiniai.tools.demo.register.lists;

import static lt.mokiniai.register.certificates.facts.IssueNumber.DIGITAL_SINCE;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of certificates (code list CERTIFICATE_KIND), each with the paper forms that are known (code list
 * CERTIFICATE_FORM, docs/register.md, 'Certificate'). A kind without a known form is digital here in every case.
 */
public enum CertificateKind {
    PRIMARY("PRIMARY"),
    BASIC("BASIC", Form.F2001, Form.F2005),
    BASIC_RESULTS(null, Form.F2701),
    MATRICULATION("SECONDARY", Form.F3014, Form.F3015),
    MATRICULATION_ANNEX("SECONDARY", Form.F3016, Form.F3007),
    SECONDARY_RESULTS(null, Form.F9201),
    // The series of the forms of vocational training are not known to us: the code of the form stands for it.
    QUALIFICATION("VOCATIONAL", Form.F4111, Form.F4112),
    VOCATIONAL_TRAINING("VOCATIONAL", Form.F3101, Form.F3102),
    VOCATIONAL_RESULTS(null, Form.F3103, Form.F3104),
    MODULES(null, Form.F3105, Form.F3106),
    VOCATIONAL_DIPLOMA("VOCATIONAL"),
    COMPETENCE(null);

    private static final int RARE = 8;

    private final @Nullable String level;
    private final @Nullable Form usual;
    private final @Nullable Form rare;

    /** A paper form. */
    public enum Form {
        F2001("H"),
        F2005("HN"),
        F2701("C"),
        F3014("V"),
        F3015("VN"),
        F3016("VP"),
        F3007("PB"),
        F9201("NV"),
        F4111("4111"),
        F4112("4112"),
        F3101("3101"),
        F3102("3102"),
        F3103("3103"),
        F3104("3104"),
        F3105("3105"),
        F3106("3106");

        private final String series;

        Form(String series) {
            this.series = series;
        }

        /** Gives its code (code list CERTIFICATE_FORM). */
        public String code() {
            return name().substring(1);
        }

        /** Gives the series that is printed on it. */
        public String series() {
            return series;
        }
    }

    /** @param level code list EDUCATION_LEVEL; null where the certificate gives none */
    CertificateKind(@Nullable String level) {
        this(level, null, null);
    }

    CertificateKind(@Nullable String level, Form only) {
        this(level, only, only);
    }

    CertificateKind(@Nullable String level, @Nullable Form usual, @Nullable Form rare) {
        this.level = level;
        this.usual = usual;
        this.rare = rare;
    }

    /** Gives the level of education that it certifies (code list EDUCATION_LEVEL). */
    public @Nullable String level() {
        return level;
    }

    /** Tells whether it can be issued on a day. */
    public boolean isIssuedOn(LocalDate day) {
        return usual != null || !day.isBefore(DIGITAL_SINCE);
    }

    /**
     * Gives the paper form of a certificate that is issued on a day; empty where it is digital.
     *
     * @param number of the certificate: now and then the rarer form is taken
     * @throws NullPointerException when nothing is known of a form that it would need
     */
    public Optional<Form> formOn(LocalDate day, long number) {
        if (!day.isBefore(DIGITAL_SINCE)) {
            return Optional.empty();
        }
        Form form = number % RARE == 0 ? rare : usual;
        return Optional.of(Objects.requireNonNull(form, () -> this + " has no paper form"));
    }
}
