package lt.mokiniai.contract;

import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;
import lt.mokiniai.kernel.Depth;
import lt.mokiniai.kernel.Fields;
import lt.mokiniai.kernel.Population;
import lt.mokiniai.kernel.Scope;

/**
 * One contract, as its file says it (contracts.md, 'What a contract says').
 *
 * @param file the name of its file
 * @param digest SHA-256 of the file's bytes, lower hex
 * @param id such as {@code MR-2026-014}
 * @param version of the contract
 * @param kind {@code provision}, {@code request}, {@code processing} or {@code supply}
 * @param suspended whether nothing is answered under it for the time being
 * @param from first day of validity, in Vilnius
 * @param until last day of validity, in Vilnius
 * @param party the other party; it has one subsystem here
 * @param signers the certificates that the party signs with
 * @param purpose what the data are for
 * @param basisToProvide the legal basis to provide them
 * @param basisToReceive the legal basis to receive them
 * @param procedure how they are provided
 * @param grants what it allows
 */
public record Contract(
        String file,
        String digest,
        String id,
        String version,
        String kind,
        boolean suspended,
        LocalDate from,
        LocalDate until,
        Party party,
        List<Signer> signers,
        Statement purpose,
        Statement basisToProvide,
        Statement basisToReceive,
        Optional<Text> procedure,
        List<Grant> grants) {

    /** Tells why it is not in force on a day, as a fault names it; empty when it is. */
    Optional<String> whyNotInForce(LocalDate day) {
        if (day.isAfter(until)) {
            return Optional.of("until " + until);
        }
        if (day.isBefore(from)) {
            return Optional.of("from " + from);
        }
        return suspended ? Optional.of("suspended") : Optional.empty();
    }

    /** Tells whether both can be in force on one and the same day. */
    boolean meets(Contract other) {
        return !suspended && !other.suspended && !from.isAfter(other.until) && !other.from.isAfter(until);
    }

    /** The grant of an operation, {@code students/v1/getStudent}. */
    Optional<Grant> grantOf(String operation) {
        return grants.stream().filter(grant -> grant.name().equals(operation)).findFirst();
    }

    /** A text in both languages. */
    public record Text(String lt, String en) {}

    /** A legal statement with the acts that it rests on. */
    public record Statement(Text text, List<Act> acts) {}

    /**
     * An act and its provision.
     *
     * @param text which act and provision
     * @param items numbers of the data items that it names
     */
    public record Act(Text text, Set<String> items) {

        /** Tells whether it names an item, by its number or by that of its group. */
        boolean names(String number) {
            int dot = number.indexOf('.');
            return items.contains(number) || (dot > 0 && items.contains(number.substring(0, dot)));
        }
    }

    /** A certificate that a contract names: by subject and issuer, or by SHA-256 thumbprint in lower hex. */
    public record Signer(Optional<X500Principal> subject, Optional<X500Principal> issuer, Optional<String> thumbprint) {

        /** Gives all that a contract can name a certificate by. */
        static Signer of(X509Certificate certificate, String thumbprint) {
            return new Signer(
                    Optional.of(certificate.getSubjectX500Principal()),
                    Optional.of(certificate.getIssuerX500Principal()),
                    Optional.of(thumbprint));
        }

        /** Tells whether both name one certificate: by thumbprint where this has one, else by subject and issuer. */
        boolean names(Signer other) {
            return thumbprint.isPresent()
                    ? thumbprint.equals(other.thumbprint)
                    : isSame(subject, other.subject) && isSame(issuer, other.issuer);
        }

        /** Canonical forms are compared; tools write a name from either end, and both are the same name to a lawyer. */
        private static boolean isSame(Optional<X500Principal> name, Optional<X500Principal> other) {
            return name.isPresent()
                    && other.isPresent()
                    && (name.equals(other) || name.get().equals(fromTheOtherEnd(other.get())));
        }

        private static X500Principal fromTheOtherEnd(X500Principal name) {
            try {
                List<Rdn> parts = new ArrayList<>(new LdapName(name.getName()).getRdns());
                Collections.reverse(parts);
                return new X500Principal(new LdapName(parts).toString());
            } catch (InvalidNameException e) {
                return name;
            }
        }
    }

    /**
     * Leave to call one operation, and its bounds.
     *
     * @param line where it stands in the file
     * @param service such as {@code students}
     * @param version such as {@code v1}
     * @param operation such as {@code getStudent}
     * @param answer what of the operation's answer may be shown, by the schema
     * @param fields the same, by the paths below the answer's element
     * @param population about which pupils
     * @param reach how far back
     * @param largestBatch the most pupils of one message
     * @param requiresUserId whether the header {@code userId} must be there
     * @param requiresIssue whether the header {@code issue} must be there
     * @param restrictions the kinds of disclosure restriction that it names
     */
    public record Grant(
            int line,
            String service,
            String version,
            String operation,
            SchemaTree answer,
            Fields fields,
            Population population,
            Reach reach,
            int largestBatch,
            boolean requiresUserId,
            boolean requiresIssue,
            Set<String> restrictions) {

        /** The operation with its service and version, {@code students/v1/getStudent}. */
        public String name() {
            return service + "/" + version + "/" + operation;
        }

        Scope scopeOn(LocalDate today) {
            return new Scope(fields, population, reach.on(today), restrictions, largestBatch);
        }
    }

    /** How far back a grant reaches: to a day, for a number of years, or (neither) the current state alone. */
    public record Reach(Optional<LocalDate> since, Optional<Integer> years) {

        /** Gives the depth as it is on a day. */
        public Depth on(LocalDate today) {
            return since.or(() -> years.map(today::minusYears))
                    .map(Depth::since)
                    .orElse(Depth.CURRENT);
        }
    }
}
