package mokiniai.bench;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Sampled stacks, each counted to one area. */
final class Areas {

    private static final String VM = "compilers, collector and the virtual machine";
    private static final String NOT_OURS = "outside (HTTP, threads)";

    /** By what begins the name of a class; the more special stands first. */
    private static final Map<String, List<String>> LIBRARIES = new LinkedHashMap<>();

    static {
        LIBRARIES.put(
                "signatures, digests and ciphers",
                List.of("com/amazon/corretto/", "sun/security/", "javax/crypto/", "com/sun/crypto/", "java/security/"));
        LIBRARIES.put("compression", List.of("java/util/zip/"));
        LIBRARIES.put(
                "XML Signature and WSS4J",
                List.of("org/apache/xml/security/", "org/apache/wss4j/", "org/apache/jcp/", "javax/xml/crypto/"));
        LIBRARIES.put(
                "schema validation",
                List.of(
                        "com/sun/org/apache/xerces/internal/impl/xs/",
                        "com/sun/org/apache/xerces/internal/jaxp/validation/",
                        "com/sun/org/apache/xerces/internal/impl/dv/"));
        LIBRARIES.put(
                "DOM, parsing and writing XML",
                List.of(
                        "com/sun/org/apache/",
                        "org/w3c/dom/",
                        "javax/xml/",
                        "com/ctc/wstx/",
                        "org/codehaus/stax2/",
                        "jdk/xml/"));
        LIBRARIES.put("JAXB", List.of("org/glassfish/jaxb/", "jakarta/xml/bind/"));
        LIBRARIES.put("CXF", List.of("org/apache/cxf/"));
        LIBRARIES.put("Hibernate", List.of("org/hibernate/"));
        LIBRARIES.put("H2, PostgreSQL's driver and the pool", List.of("org/h2/", "org/postgresql/", "com/zaxxer/"));
        LIBRARIES.put("Spring", List.of("org/springframework/"));
        LIBRARIES.put("Tomcat", List.of("org/apache/catalina/", "org/apache/coyote/", "org/apache/tomcat/"));
        LIBRARIES.put("ours", List.of("lt/mokiniai/"));
    }

    private static final String OURS = "lt/mokiniai/";

    private Areas() {}

    /** By the library whose code is nearest to the top of the stack. */
    static Map<String, Double> byLibrary(List<String> stacks) {
        return shares(
                stacks,
                frame -> LIBRARIES.entrySet().stream()
                        .filter(library -> library.getValue().stream().anyMatch(frame::startsWith))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(""),
                "the JDK");
    }

    /** By the module of ours that is nearest to the top of the stack. */
    static Map<String, Double> byModule(List<String> stacks) {
        return shares(stacks, Areas::module, NOT_OURS);
    }

    /** The group and the module in it. */
    private static String module(String frame) {
        if (!frame.startsWith(OURS)) {
            return "";
        }
        String[] names = frame.substring(OURS.length()).split("/");
        return names.length < 3 ? names[0] : names[0] + "." + names[1];
    }

    /** Gives the share of each area, the largest first. */
    private static Map<String, Double> shares(List<String> stacks, Function<String, String> areaOf, String otherwise) {
        Map<String, Long> counts = stacks.stream()
                .collect(Collectors.groupingBy(
                        stack -> area(stack, areaOf, otherwise), Collectors.summingLong(Areas::count)));
        double all = counts.values().stream().mapToLong(Long::longValue).sum();
        Map<String, Double> shares = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                .forEach(entry -> shares.put(entry.getKey(), entry.getValue() / all));
        return shares;
    }

    private static String area(String stack, Function<String, String> areaOf, String otherwise) {
        String[] frames = stack.substring(0, stack.lastIndexOf(' ')).split(";");
        boolean isJava = false;
        for (int index = frames.length - 1; index >= 0; index--) {
            String area = areaOf.apply(frames[index]);
            if (!area.isEmpty()) {
                return area;
            }
            isJava |= frames[index].contains("/");
        }
        return isJava ? otherwise : VM;
    }

    private static long count(String stack) {
        return Long.parseLong(stack.substring(stack.lastIndexOf(' ') + 1));
    }
}
