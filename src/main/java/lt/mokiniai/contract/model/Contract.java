package lt.mokiniai.contract.model;

import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;
import lt.mokiniai.kernel.Text;

/**
 * One contract, as its file says it (docs/contracts.md, 'Reading the example').
 *
 * @param file the name of its file
 * @param digest SHA-256 of the file's bytes, lower hex
 * @param id such as {@code MR-2026-014}
 * @param version of the contract
 * @param kind what the party may do
 * @param suspended whether nothing is answered under it for the time being
 * @param from first day of validity, in Vilnius
 * @param until last day of validity, in Vilnius
 * @param edition of the data items that it was written for; what came later it does not grant
 * @param party the other party; it has one subsystem here
 * @param signers the certificates that the party signs with
 * @param purpose what the data are for
 * @param basisToProvide the legal basis to provide them
 * @param basisToReceive the legal basis to receive them
 * @param procedure how they are provided
 * @param students register ids of the students that a request names
 * @param supply how a supplier's data arrive
 * @param grants what it allows
 * @param obligations what binds the recipient
 */
public record Contract(
        String file,
        String digest,
        String id,
        String version,
        Kind kind,
        boolean suspended,
        LocalDate from,
        LocalDate until,
        int edition,
        Party party,
        List<Signer> signers,
        Statement purpose,
        Statement basisToProvide,
        Statement basisToReceive,
        Optional<Text> procedure,
        Set<String> students,
        Optional<Supply> supply,
        List<Grant> grants,
        Optional<Obligations> obligations) {

    /** What a party may do under a contract; each is named as its file names it. */
    public enum Kind {
        /** Reads, again and again. */
        PROVISION,
        /** Gets one delivery about the students that it names. */
        REQUEST,
        /** Writes, and reads back, the data of its own students. */
        PROCESSING,
        /** Feeds the register. */
        SUPPLY;

        /** Gives the kind that a file names, {@code provision}. */
        public static Kind named(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT));
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Tells why it is not in force on a day, in a way that is read in any language; empty when it is. */
    public Optional<String> whyNotInForce(LocalDate day) {
        if (day.isAfter(until) || day.isBefore(from)) {
            return Optional.of(from + " – " + until);
        }
        return suspended ? Optional.of("status=\"suspended\"") : Optional.empty();
    }

    /** Tells whether both can be in force on one and the same day. */
    public boolean meets(Contract other) {
        return !suspended && !other.suspended && !from.isAfter(other.until) && !other.from.isAfter(until);
    }

    /** The grant of an operation, {@code students/v1/getStudent}. */
    public Optional<Grant> grantOf(String operation) {
        return grants.stream().filter(grant -> grant.name().equals(operation)).findFirst();
    }

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
        public boolean names(String number) {
            int dot = number.indexOf('.');
            return items.contains(number) || (dot > 0 && items.contains(number.substring(0, dot)));
        }
    }

    /** A certificate that a contract names: by subject and issuer, or by SHA-256 thumbprint in lower hex. */
    public record Signer(Optional<X500Principal> subject, Optional<X500Principal> issuer, Optional<String> thumbprint) {

        /** Gives all that a contract can name a certificate by. */
        public static Signer of(X509Certificate certificate, String thumbprint) {
            return new Signer(
                    Optional.of(certificate.getSubjectX500Principal()),
                    Optional.of(certificate.getIssuerX500Principal()),
                    Optional.of(thumbprint));
        }

        /** Gives by what the certificate is named: whoever names the same one has a name in common with this. */
        public Set<String> names() {
            Set<String> names = new HashSet<>();
            thumbprint.ifPresent(names::add);
            if (subject.isPresent() && issuer.isPresent()) {
                names.add(ofEitherEnd(subject.get()) + "\n" + ofEitherEnd(issuer.get()));
            }
            return names;
        }

        /** Tools write a name from either end, and both are the same name to a lawyer; the canonical forms count. */
        private static String ofEitherEnd(X500Principal name) {
            String one = name.getName(X500Principal.CANONICAL);
            String other = fromTheOtherEnd(name).getName(X500Principal.CANONICAL);
            return one.compareTo(other) < 0 ? one : other;
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
     * How a supplier's data arrive.
     *
     * @param way {@code push}, {@code pull} or {@code file}
     * @param schedule when the register calls the supplier, as a cron expression in Vilnius time
     * @param sourceOf the items of which the supplier is the source, by path
     */
    public record Supply(String way, Optional<String> schedule, Set<String> sourceOf) {}

    /**
     * What binds the recipient; the software shows it.
     *
     * @param keepMonths for how many months the recipient may keep the data
     * @param handOn whether it may hand them on
     * @param text the same in words
     */
    public record Obligations(int keepMonths, boolean handOn, Text text) {}
}
