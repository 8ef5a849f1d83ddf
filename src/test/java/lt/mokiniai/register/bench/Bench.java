package lt.mokiniai.register.bench;

import static lt.mokiniai.register.bench.TestProvenance.PROVENANCE;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.ResultSetMetaData;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.scope.Scope;
import lt.mokiniai.register.enrolments.registrations.NotEnrolledStudents;
import lt.mokiniai.register.enrolments.registrations.NotEnrolledWatch;
import lt.mokiniai.register.enrolments.registrations.RegistrationProperties;
import lt.mokiniai.register.enrolments.turn.ClosedSchoolWatch;
import lt.mokiniai.register.enrolments.turn.StandingEnrolments;
import lt.mokiniai.register.history.Chronicle;
import lt.mokiniai.register.history.HistoryStore;
import lt.mokiniai.register.history.Term;
import lt.mokiniai.register.students.facts.PersonIdentity;
import lt.mokiniai.register.students.facts.PersonName;
import lt.mokiniai.register.students.facts.PersonRestriction;
import lt.mokiniai.register.tasks.deciding.TaskTerms;
import lt.mokiniai.wsdl.certificates.Certificates;
import lt.mokiniai.wsdl.certificates.GetCertificates;
import lt.mokiniai.wsdl.certificates.GetCertificatesResponse;
import lt.mokiniai.wsdl.certificates.VerifyCertificate;
import lt.mokiniai.wsdl.certificates.VerifyCertificateResponse;
import lt.mokiniai.wsdl.enrolments.EnrolStudent;
import lt.mokiniai.wsdl.enrolments.Enrolments;
import lt.mokiniai.wsdl.enrolments.GetClassRoster;
import lt.mokiniai.wsdl.enrolments.GetClassRosterResponse;
import lt.mokiniai.wsdl.enrolments.GetEnrolments;
import lt.mokiniai.wsdl.enrolments.GetEnrolmentsResponse;
import lt.mokiniai.wsdl.enrolments.StageContent;
import lt.mokiniai.wsdl.results.GetResults;
import lt.mokiniai.wsdl.results.GetResultsResponse;
import lt.mokiniai.wsdl.results.Results;
import lt.mokiniai.wsdl.students.ConfirmStudentFact;
import lt.mokiniai.wsdl.students.ConfirmStudentFactResponse;
import lt.mokiniai.wsdl.students.Fact;
import lt.mokiniai.wsdl.students.FindCriteria;
import lt.mokiniai.wsdl.students.FindStudents;
import lt.mokiniai.wsdl.students.FindStudentsResponse;
import lt.mokiniai.wsdl.students.GetStudent;
import lt.mokiniai.wsdl.students.GetStudentResponse;
import lt.mokiniai.wsdl.students.ResolveEntry;
import lt.mokiniai.wsdl.students.ResolveStudents;
import lt.mokiniai.wsdl.students.ResolveStudentsResponse;
import lt.mokiniai.wsdl.students.Students;
import lt.mokiniai.wsdl.tasks.GetTasks;
import lt.mokiniai.wsdl.tasks.GetTasksResponse;
import lt.mokiniai.wsdl.tasks.Tasks;
import lt.mokiniai.wsdl.types.PersonSelector;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The register as a test has it in hand: it fills it, sets scope and clock, and asks the three services. */
public final class Bench {

    /** What is written of students, children first. */
    public static final List<String> STUDENTS_TABLES = List.of(
            "loaded_student",
            "transfer",
            "task",
            "certificate_link",
            "certificate_check",
            "certificate_module",
            "certificate_subject",
            "certificate_language",
            "certificate_state",
            "certificate",
            "person_write",
            "enrolment_result",
            "enrolment_interruption",
            "enrolment_stage",
            "enrolment_term",
            "enrolment",
            "person_restriction",
            "person_special_needs",
            "person_guardian",
            "person_residence",
            "person_citizenship",
            "person_origin",
            "person_identity",
            "person_merge",
            "person_distinct",
            "person");

    private static final Set<String> LEFT_EMPTY =
            Set.of("valid_to", "believed_until", "series", "document_number", "registration_number");

    private final Students students;
    private final Enrolments enrolments;
    private final Results results;
    private final Certificates certificates;
    private final Tasks tasks;
    private final TaskTerms terms;
    private final SettableScope scope;
    private final SettableClock clock;
    private final SqlLog sql;
    private final JdbcTemplate unrecorded;
    private final HistoryStore store;
    private final TransactionTemplate transaction;

    public Bench(
            Students students,
            Enrolments enrolments,
            Results results,
            Certificates certificates,
            Tasks tasks,
            TaskTerms terms,
            SettableScope scope,
            SettableClock clock,
            SqlLog sql,
            HistoryStore store,
            PlatformTransactionManager transactions) {
        this.students = students;
        this.enrolments = enrolments;
        this.results = results;
        this.certificates = certificates;
        this.tasks = tasks;
        this.terms = terms;
        this.scope = scope;
        this.clock = clock;
        this.sql = sql;
        this.unrecorded = new JdbcTemplate(sql.getTargetDataSource());
        this.store = store;
        this.transaction = new TransactionTemplate(transactions);
        if (Objects.requireNonNull(unrecorded.queryForObject("SELECT COUNT(*) FROM institution", Integer.class)) == 0) {
            // Of two nodes one does.
            Reference.insert(unrecorded);
        }
    }

    /** Begins a test: nobody is in the register, everything may be seen, it is noon of {@link SettableClock#TODAY}. */
    public void clear() {
        STUDENTS_TABLES.forEach(table -> unrecorded.update("DELETE FROM " + table));
        List.of("institution_fact", "licence_fact").forEach(table -> unrecorded.update("DELETE FROM " + table));
        unrecorded.update(
                "UPDATE institution SET deregistered = NULL, successor = NULL WHERE deregistered IS NOT NULL");
        scope.set(ScopeBuilder.everything().build());
        clock.set(SettableClock.noon(SettableClock.TODAY));
        sql.recent();
    }

    public StoredStudent has(PersonBuilder person) {
        transaction.executeWithoutResult(status -> store.load(List.of(person.chronicle())));
        return new StoredStudent(number(person.registerId()), person.registerId());
    }

    /** Takes over the history of a student as it was told. */
    public void has(Chronicle chronicle) {
        transaction.executeWithoutResult(status -> store.load(List.of(chronicle)));
    }

    /**
     * Gives every column of a student's facts that was left empty some value, so that a new data item has one too. Left
     * empty are ends, which say when something holds, and numbers of certificates, which say what kind it is.
     */
    public void fillEmptyColumns() {
        STUDENTS_TABLES.forEach(table ->
                unrecorded.query("SELECT * FROM " + table + " WHERE 1 = 0", (ResultSetExtractor<Void>) rows -> {
                    ResultSetMetaData columns = rows.getMetaData();
                    for (int i = 1; i <= columns.getColumnCount(); i++) {
                        String column = columns.getColumnName(i).toLowerCase(Locale.ROOT);
                        if (columns.isNullable(i) != ResultSetMetaData.columnNoNulls && !LEFT_EMPTY.contains(column)) {
                            unrecorded.update(
                                    "UPDATE " + table + " SET " + column + " = ? WHERE " + column + " IS NULL",
                                    someValue(columns.getColumnType(i)));
                        }
                    }
                    return null;
                }));
    }

    private static Object someValue(int type) {
        return switch (type) {
            case Types.DATE, Types.TIMESTAMP -> Row.ALWAYS;
            case Types.VARCHAR -> "LT";
            default -> 1;
        };
    }

    /** Does something with what keeps histories, in one transaction. */
    public <T> T writes(Function<HistoryStore, T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.apply(store)));
    }

    /** Registers somebody without a code, now, and gives their register id. */
    public String registers() {
        String registerId = Numbers.registerId();
        transaction.executeWithoutResult(status -> store.register(
                registerId,
                PROVENANCE,
                history -> history.asserts(
                        new PersonIdentity(
                                history.person(),
                                null,
                                null,
                                new PersonName("Ona", "Kazlauskė"),
                                PersonBuilder.BORN,
                                null,
                                null),
                        Term.since(PersonBuilder.BORN))));
        return registerId;
    }

    /** Those who were registered and never enrolled. */
    public NotEnrolledStudents notEnrolled() {
        return new NotEnrolledStudents(JdbcClient.create(sql));
    }

    /** How many they are, by the meter, once they are counted. */
    public double notEnrolledByTheMeter() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        new NotEnrolledWatch(JdbcClient.create(sql), clock, new RegistrationProperties(30), meters).count();
        return meters.get("mokiniai.students.not.enrolled").gauge().value();
    }

    /** What the turn of a school year left behind. */
    public StandingEnrolments leftBehind() {
        return new StandingEnrolments(JdbcClient.create(sql));
    }

    /** How many enrolments go on in closed institutions, by the meter, once they are counted. */
    public double inClosedSchoolsByTheMeter() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        new ClosedSchoolWatch(JdbcClient.create(sql), clock, meters).count();
        return meters.get("mokiniai.enrolments.closed.schools").gauge().value();
    }

    /** Closes an institution as reference data tells it; whoever studies there studies on. It is open again in the next test. */
    public void closes(String institution, LocalDate lastDay, @Nullable String successor) {
        unrecorded.update(
                "UPDATE institution SET deregistered = ?, successor = ? WHERE code = ?",
                lastDay,
                successor,
                institution);
    }

    /** Puts a student under a disclosure restriction. */
    public void restrict(String registerId) {
        Instant now = clock.instant();
        // What is recorded now is not known yet.
        clock.set(now.minusSeconds(1));
        transaction.executeWithoutResult(status -> store.change(
                number(registerId),
                PROVENANCE,
                history -> history.asserts(new PersonRestriction(history.person(), "COURT"), Term.since(Row.ALWAYS))));
        clock.set(now);
    }

    private long number(String registerId) {
        return Objects.requireNonNull(
                unrecorded.queryForObject("SELECT id FROM person WHERE register_id = ?", Long.class, registerId));
    }

    public Bench within(ScopeBuilder given) {
        scope.set(given.build());
        return this;
    }

    public Scope scope() {
        return scope.get();
    }

    /** The register ids of the students whom the answers under this scope told about. */
    public Set<String> toldAbout() {
        return scope.get().students();
    }

    public SettableClock clock() {
        return clock;
    }

    public SqlLog sql() {
        return sql;
    }

    /** The connections over which all is done. */
    public CuttableSource connections() {
        return (CuttableSource) Objects.requireNonNull(sql.getTargetDataSource());
    }

    public GetStudentResponse student(PersonSelector who) {
        return student(who, null, null);
    }

    public GetStudentResponse student(PersonSelector who, LocalDate validOn, Instant knownAt) {
        GetStudent request = new GetStudent();
        request.setPerson(who);
        request.setValidOn(validOn);
        request.setKnownAt(knownAt);
        return answered(() -> students.getStudent(request));
    }

    /** Asks for many; the reference of each is its place, from 0. */
    public ResolveStudentsResponse resolve(List<PersonSelector> all) {
        ResolveStudents request = new ResolveStudents();
        for (PersonSelector who : all) {
            ResolveEntry entry = new ResolveEntry();
            entry.setReference(String.valueOf(request.getEntry().size()));
            entry.setPerson(Asking.asSent(who));
            request.getEntry().add(entry);
        }
        return answered(() -> students.resolveStudents(request));
    }

    public ResolveStudentsResponse resolve(PersonSelector... all) {
        return resolve(Arrays.asList(all));
    }

    public FindStudentsResponse find(Consumer<FindCriteria> criteria) {
        return find(criteria, request -> {});
    }

    public FindStudentsResponse find(Consumer<FindCriteria> criteria, Consumer<FindStudents> more) {
        FindStudents request = new FindStudents();
        request.setCriteria(new FindCriteria());
        criteria.accept(request.getCriteria());
        more.accept(request);
        return answered(() -> students.findStudents(request));
    }

    /** Gives the register ids of all whom a search finds, on one page. */
    public List<String> found(Consumer<FindCriteria> criteria) {
        return registerIds(find(criteria, request -> request.setPageSize(500)));
    }

    public static List<String> registerIds(FindStudentsResponse page) {
        return page.getStudent().stream()
                .map(student -> student.getIdentity().getRegisterId())
                .toList();
    }

    public ConfirmStudentFactResponse confirm(PersonSelector who, Fact fact) {
        return confirm(who, fact, null);
    }

    public ConfirmStudentFactResponse confirm(PersonSelector who, Fact fact, LocalDate validOn) {
        return confirm(who, fact, validOn, null);
    }

    public ConfirmStudentFactResponse confirm(PersonSelector who, Fact fact, LocalDate validOn, Instant knownAt) {
        ConfirmStudentFact request = new ConfirmStudentFact();
        request.setPerson(who);
        request.setFact(fact);
        request.setValidOn(validOn);
        request.setKnownAt(knownAt);
        return answered(() -> students.confirmStudentFact(request));
    }

    public GetEnrolmentsResponse enrolments(PersonSelector who) {
        return enrolments(who, request -> {});
    }

    public GetEnrolmentsResponse enrolments(PersonSelector who, Consumer<GetEnrolments> more) {
        GetEnrolments request = new GetEnrolments();
        request.setPerson(who);
        more.accept(request);
        return answered(() -> enrolments.getEnrolments(request));
    }

    public GetClassRosterResponse roster(String institution, String className) {
        return roster(institution, className, request -> {});
    }

    public GetClassRosterResponse roster(String institution, String className, Consumer<GetClassRoster> more) {
        GetClassRoster request = new GetClassRoster();
        request.setInstitution(Asking.institution(institution));
        request.setClassName(className);
        more.accept(request);
        return answered(() -> enrolments.getClassRoster(request));
    }

    public GetCertificatesResponse certificates(PersonSelector who) {
        return certificates(who, request -> {});
    }

    public GetCertificatesResponse certificates(PersonSelector who, Consumer<GetCertificates> more) {
        GetCertificates request = new GetCertificates();
        request.setPerson(who);
        more.accept(request);
        return answered(() -> certificates.getCertificates(request));
    }

    public VerifyCertificateResponse verify(Consumer<VerifyCertificate> presented) {
        VerifyCertificate request = new VerifyCertificate();
        presented.accept(request);
        return answered(() -> certificates.verifyCertificate(request));
    }

    /** Writes by the service of enrolments a minute after what was done before: all of it, or nothing where it is refused. */
    public <T> T write(ServiceCall<T> call) {
        clock.set(clock.instant().plusSeconds(60));
        T answer = Objects.requireNonNull(transaction.execute(status -> answered(() -> call.on(enrolments))));
        clock.set(clock.instant().plusSeconds(60));
        return answer;
    }

    /** Writes results a minute after what was done before: all of it, or nothing where it is refused. */
    public <T> T writeResults(ResultsCall<T> call) {
        return write(service -> call.on(results));
    }

    /** Decides tasks a minute after what was done before: all of it, or nothing where it is refused. */
    public <T> T decide(TasksCall<T> call) {
        return write(service -> call.on(tasks));
    }

    /** A call of an operation of the service of tasks. */
    @FunctionalInterface
    public interface TasksCall<T> {
        T on(Tasks service) throws Exception;
    }

    /** Asks for tasks. */
    public GetTasksResponse tasks(Consumer<GetTasks> more) {
        GetTasks request = new GetTasks();
        more.accept(request);
        return answered(() -> tasks.getTasks(request));
    }

    /** Lets the terms of tasks end that are over on a day, at its noon. */
    public int termsEndOn(LocalDate day) {
        clock.set(SettableClock.noon(day));
        return termsEnd();
    }

    /** Lets the terms of tasks end that are over now. */
    public int termsEnd() {
        int ended = terms.end();
        clock.set(clock.instant().plusSeconds(60));
        return ended;
    }

    /** A call of an operation of the service of results. */
    @FunctionalInterface
    public interface ResultsCall<T> {
        T on(Results service) throws Exception;
    }

    public GetResultsResponse results(PersonSelector who) {
        return results(who, request -> {});
    }

    public GetResultsResponse results(PersonSelector who, Consumer<GetResults> more) {
        GetResults request = new GetResults();
        request.setPerson(who);
        more.accept(request);
        return answered(() -> results.getResults(request));
    }

    /** Writes by the service of students, a minute after what was done before: all of it, or nothing where it is refused. */
    public <T> T writeStudent(StudentsCall<T> call) {
        return write(unused -> call.on(students));
    }

    /** Has a school enrol a student, as that school. */
    public void enrol(String registerId, String school) {
        within(ScopeBuilder.everything().studyingAt(school));
        EnrolStudent request = new EnrolStudent();
        request.setPerson(Asking.byRegisterId(registerId));
        EnrolStudent.Institution institution = new EnrolStudent.Institution();
        institution.setKind("LEGAL_ENTITY");
        institution.setCode(school);
        request.setInstitution(institution);
        request.setProgramme(Reference.BASIC);
        request.setEnrolledFrom(SettableClock.TODAY);
        request.setStage(new StageContent());
        write(service -> service.enrolStudent(request));
    }

    /** A call of an operation of the service of students. */
    @FunctionalInterface
    public interface StudentsCall<T> {
        T on(Students service) throws Exception;
    }

    /** A call of an operation. */
    @FunctionalInterface
    public interface ServiceCall<T> {
        T on(Enrolments service) throws Exception;
    }

    /** Gives what the register holds of persons, their enrolments and writes to them: any change of it shows. */
    public List<String> stored() {
        return STUDENTS_TABLES.stream()
                .filter(table -> !table.startsWith("certificate"))
                .flatMap(table -> unrecorded.queryForList("SELECT * FROM " + table).stream()
                        .map(row -> table + new TreeMap<>(row)))
                .sorted()
                .toList();
    }

    /** The services declare the fault of their WSDL, and throw refusals only; whoever carries them makes the fault. */
    private static <T> T answered(Callable<T> question) {
        try {
            return question.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Asserts that a question is refused for a reason, at a field of the request. */
    public static void assertRefused(ExchangeError reason, String field, ThrowingCallable question) {
        Assertions.assertThatThrownBy(question).isInstanceOfSatisfying(ExchangeException.class, refusal -> {
            Assertions.assertThat(refusal.error()).isEqualTo(reason);
            Assertions.assertThat(refusal.field()).contains(field);
        });
    }
}
