package lt.mokiniai.register.bench;

import static lt.mokiniai.register.bench.TestProvenance.PROVENANCE;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lt.mokiniai.kernel.InstitutionCode;
import lt.mokiniai.kernel.scope.Depth;
import lt.mokiniai.kernel.scope.Fields;
import lt.mokiniai.kernel.scope.ItemOwners;
import lt.mokiniai.kernel.scope.Population;
import lt.mokiniai.kernel.scope.Provenance;
import lt.mokiniai.kernel.scope.Range;
import lt.mokiniai.kernel.scope.Reading;
import lt.mokiniai.kernel.scope.Scope;
import lt.mokiniai.kernel.scope.Writing;
import lt.mokiniai.kernel.texts.Text;

/** Says what a caller may see; everything of everybody, unless a test says less. */
public final class ScopeBuilder {

    private Collection<String> fields = Leaves.ofEveryAnswer();
    private Collection<String> shownByReads = Leaves.ofEveryAnswer();
    private Collection<String> settable = Leaves.ofEveryWrite();
    private Depth depth = Depth.since(LocalDate.of(2000, 1, 1));
    private Set<String> municipalities = Set.of();
    private Set<InstitutionCode> institutions = Set.of();
    private Set<String> founderKinds = Set.of();
    private Set<String> schoolMunicipalities = Set.of();
    private Set<String> founderMunicipalities = Set.of();
    private Set<String> families = Set.of();
    private Optional<Range> levels = Optional.empty();
    private Optional<Range> ages = Optional.empty();
    private Optional<Boolean> enrolled = Optional.empty();
    private Set<String> citizenships = Set.of();
    private Set<String> students = Set.of();
    private Set<String> restrictions = Set.of();
    private int largestBatch = 1000;
    private String contract = "a contract";
    private Scope.Acting acting = new Scope.Acting(PROVENANCE.institution(), false);
    private Scope.Listing listing = new Scope.Listing(false, contract);

    private ItemOwners owners = ItemOwners.NONE;

    private ScopeBuilder() {}

    public static ScopeBuilder everything() {
        return new ScopeBuilder();
    }

    public ScopeBuilder showing(Collection<String> paths) {
        fields = new TreeSet<>(paths);
        return this;
    }

    /** Says what the operations that read show to whoever writes. */
    public ScopeBuilder readingOnly(String... paths) {
        shownByReads = Set.of(paths);
        return this;
    }

    /** Says of which items of the request a supplier is the source. */
    public ScopeBuilder ownedBy(ItemOwners given) {
        owners = given;
        return this;
    }

    /** Says of which items, which the request may set and leaves out, a supplier is the source. */
    public ScopeBuilder ownedByOthers(String... paths) {
        owners = new ItemOwners() {
            @Override
            public Map<String, Text> ofOthers(boolean withCode) {
                return Map.of();
            }

            @Override
            public Set<String> allOfOthers(boolean withCode) {
                return withCode ? Set.of(paths) : Set.of();
            }
        };
        return this;
    }

    /** Says what a request may set. */
    public ScopeBuilder setting(String... paths) {
        settable = Set.of(paths);
        return this;
    }

    public ScopeBuilder back(Depth reach) {
        depth = reach;
        return this;
    }

    public ScopeBuilder livingIn(String... codes) {
        municipalities = Set.of(codes);
        return this;
    }

    public ScopeBuilder studyingAt(String... codes) {
        institutions = Stream.of(codes).map(InstitutionCode::of).collect(Collectors.toSet());
        return this;
    }

    public ScopeBuilder studyingIn(String... municipalities) {
        schoolMunicipalities = Set.of(municipalities);
        return this;
    }

    public ScopeBuilder foundedByMunicipality(String... municipalities) {
        founderMunicipalities = Set.of(municipalities);
        return this;
    }

    public ScopeBuilder foundedBy(String... kinds) {
        founderKinds = Set.of(kinds);
        return this;
    }

    public ScopeBuilder inFamilies(String... codes) {
        families = Set.of(codes);
        return this;
    }

    public ScopeBuilder atLevels(int from, int to) {
        levels = Optional.of(new Range(from, to));
        return this;
    }

    public ScopeBuilder aged(int from, int to) {
        ages = Optional.of(new Range(from, to));
        return this;
    }

    public ScopeBuilder enrolled(boolean wanted) {
        enrolled = Optional.of(wanted);
        return this;
    }

    public ScopeBuilder citizensOf(String... countries) {
        citizenships = Set.of(countries);
        return this;
    }

    public ScopeBuilder naming(Collection<String> registerIds) {
        students = Set.copyOf(registerIds);
        return this;
    }

    public ScopeBuilder namingRestrictions(String... kinds) {
        restrictions = Set.of(kinds);
        return this;
    }

    public ScopeBuilder atMost(int batch) {
        largestBatch = batch;
        return this;
    }

    /** Lists students by the pseudonyms of a contract. */
    public ScopeBuilder byPseudonymOf(String id) {
        fields = new TreeSet<>(fields);
        fields.add("student/identity/pseudonym");
        contract = id;
        listing = new Scope.Listing(true, id);
        return this;
    }

    /** Says for whom and under what pages are given. */
    public ScopeBuilder boundTo(String what) {
        listing = new Scope.Listing(listing.byPseudonym(), what);
        return this;
    }

    /** Says for whom it acts; for the institution of its provenance unless told. */
    public ScopeBuilder actingFor(String institution, boolean decides) {
        acting = new Scope.Acting(institution, decides);
        return this;
    }

    public Population population() {
        return new Population(
                municipalities,
                new Population.Study(
                        institutions, schoolMunicipalities, founderKinds, founderMunicipalities, families, levels),
                ages,
                enrolled,
                citizenships,
                students);
    }

    public Set<String> restrictions() {
        return restrictions;
    }

    public Scope build() {
        return new Scope(
                        Fields.of(fields),
                        population(),
                        depth,
                        restrictions,
                        largestBatch,
                        new TestPseudonyms(contract),
                        listing)
                .actFor(acting)
                .letWrite(new Writing(
                        new Provenance(
                                PROVENANCE.receipt(),
                                PROVENANCE.operation(),
                                acting.institution(),
                                acting.institution(),
                                PROVENANCE.userId()),
                        Fields.of(settable),
                        operation -> new Reading(Fields.of(shownByReads), depth, restrictions),
                        owners));
    }
}
