package lt.mokiniai.register.bench;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import lt.mokiniai.wsdl.certificates.GetCertificatesResponse;
import lt.mokiniai.wsdl.certificates.VerifyCertificateResponse;
import lt.mokiniai.wsdl.enrolments.ChangeEnrolment;
import lt.mokiniai.wsdl.enrolments.CorrectEnrolment;
import lt.mokiniai.wsdl.enrolments.EnrolStudent;
import lt.mokiniai.wsdl.enrolments.GetClassRosterResponse;
import lt.mokiniai.wsdl.enrolments.GetEnrolmentsResponse;
import lt.mokiniai.wsdl.enrolments.InterruptEnrolment;
import lt.mokiniai.wsdl.enrolments.PromoteClass;
import lt.mokiniai.wsdl.enrolments.ResumeEnrolment;
import lt.mokiniai.wsdl.enrolments.TransferStudent;
import lt.mokiniai.wsdl.enrolments.WithdrawStudent;
import lt.mokiniai.wsdl.enrolments.WithdrawTransfer;
import lt.mokiniai.wsdl.results.CorrectResults;
import lt.mokiniai.wsdl.results.GetResultsResponse;
import lt.mokiniai.wsdl.results.RecordResults;
import lt.mokiniai.wsdl.students.ChangePersonalCode;
import lt.mokiniai.wsdl.students.ConfirmStudentFactResponse;
import lt.mokiniai.wsdl.students.FindStudentsResponse;
import lt.mokiniai.wsdl.students.GetStudentResponse;
import lt.mokiniai.wsdl.students.RegisterStudent;
import lt.mokiniai.wsdl.students.ResolveStudentsResponse;
import lt.mokiniai.wsdl.students.UpdateStudent;
import lt.mokiniai.wsdl.tasks.DecideTask;
import lt.mokiniai.wsdl.tasks.GetTasksResponse;

/** The leaves of an answer: the elements that hold a value, by path below the answer's element. */
public final class Leaves {

    /** What every answer says of the exchange, whatever is granted. */
    private static final Set<String> ALWAYS =
            Set.of("outcome", "validOn", "knownAt", "more", "nextPageToken", "result/outcome", "result/reference");

    /** What is not read from the register but told by the contract, whatever the register holds. */
    private static final Set<String> OF_THE_CONTRACT = Set.of("absence", "pseudonym");

    private Leaves() {}

    static Set<String> ofEveryAnswer() {
        Set<String> all = new TreeSet<>();
        List.of(
                        GetStudentResponse.class,
                        ResolveStudentsResponse.class,
                        FindStudentsResponse.class,
                        ConfirmStudentFactResponse.class,
                        GetEnrolmentsResponse.class,
                        GetClassRosterResponse.class,
                        GetResultsResponse.class,
                        GetCertificatesResponse.class,
                        VerifyCertificateResponse.class,
                        GetTasksResponse.class)
                .forEach(answer -> all.addAll(of(answer)));
        return all;
    }

    /** The leaves of every request that writes. */
    static Set<String> ofEveryWrite() {
        Set<String> all = new TreeSet<>();
        List.of(
                        EnrolStudent.class,
                        ChangeEnrolment.class,
                        InterruptEnrolment.class,
                        ResumeEnrolment.class,
                        WithdrawStudent.class,
                        CorrectEnrolment.class,
                        PromoteClass.class,
                        RecordResults.class,
                        CorrectResults.class,
                        RegisterStudent.class,
                        UpdateStudent.class,
                        ChangePersonalCode.class,
                        TransferStudent.class,
                        WithdrawTransfer.class,
                        DecideTask.class)
                .forEach(request -> all.addAll(of(request)));
        return all;
    }

    /** Gives the leaves that an answer of this class can have and a contract can withhold. */
    public static Set<String> of(Class<?> answer) {
        Set<String> leaves = new TreeSet<>();
        collect(answer, "", leaves);
        leaves.removeAll(ALWAYS);
        return leaves;
    }

    /** Gives the values of an answer by the path of their leaves, in their order; a group without a leaf is one too. */
    public static Map<String, List<Object>> in(Object answer) {
        Map<String, List<Object>> values = new TreeMap<>();
        read(answer, "", values);
        values.keySet().removeAll(ALWAYS);
        return values;
    }

    private static void collect(Class<?> type, String prefix, Set<String> leaves) {
        for (Field field : fieldsOf(type)) {
            Class<?> held = held(field);
            String path = prefix + field.getName();
            if (isGroup(held)) {
                collect(held, path + "/", leaves);
            } else {
                leaves.add(path);
            }
        }
    }

    private static void read(Object group, String prefix, Map<String, List<Object>> values) {
        int before = values.values().stream().mapToInt(List::size).sum();
        for (Field field : fieldsOf(group.getClass())) {
            String path = prefix + field.getName();
            for (Object value : valuesOf(field, group)) {
                if (isGroup(value.getClass())) {
                    read(value, path + "/", values);
                } else {
                    values.computeIfAbsent(path, absent -> new ArrayList<>()).add(value);
                }
            }
        }
        if (!prefix.isEmpty() && values.values().stream().mapToInt(List::size).sum() == before) {
            values.computeIfAbsent(prefix, absent -> new ArrayList<>()).add("an empty group");
        }
    }

    private static Collection<?> valuesOf(Field field, Object group) {
        try {
            field.setAccessible(true);
            Object value = field.get(group);
            if (value instanceof Collection<?> several) {
                return several;
            }
            return value == null ? List.of() : List.of(value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> held(Field field) {
        return field.getGenericType() instanceof ParameterizedType list
                ? (Class<?>) list.getActualTypeArguments()[0]
                : field.getType();
    }

    private static boolean isGroup(Class<?> type) {
        return type.getName().startsWith("lt.mokiniai.wsdl.") && !type.isEnum();
    }

    private static List<Field> fieldsOf(Class<?> type) {
        return List.of(type.getDeclaredFields()).stream()
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .filter(field -> !OF_THE_CONTRACT.contains(field.getName()))
                .toList();
    }
}
