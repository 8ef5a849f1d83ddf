package lt.mokiniai.register.certificates;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.util.Objects;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** The lists within a certificate, as questions name them. */
final class CertificateParts {

    private CertificateParts() {}

    /** A line's place: its certificate and its number there. */
    static class Place implements Serializable {
        Long certificateId = 0L;
        Integer ordinal = 0;

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Place place
                    && certificateId.equals(place.certificateId)
                    && ordinal.equals(place.ordinal);
        }

        @Override
        public int hashCode() {
            return Objects.hash(certificateId, ordinal);
        }
    }

    /** The result in a subject. */
    @Entity(name = "CertificateSubject")
    @IdClass(Place.class)
    @Immutable
    static class Subject {
        @Id
        Long certificateId;

        @Id
        Integer ordinal;

        String code;
        String name;

        @Nullable
        String course;

        @Nullable
        String grade;

        @Nullable
        String exam;
    }

    /** A link to another certificate: duplicateOf, corrects, replaces. */
    @Entity(name = "CertificateLink")
    @IdClass(Place.class)
    @Immutable
    static class Link {
        @Id
        Long certificateId;

        @Id
        Integer ordinal;

        /** Code list CERTIFICATE_LINK. */
        String kind;

        Long otherId;
    }
}
