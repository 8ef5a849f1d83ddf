package lt.mokiniai.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** Each setting of the product is told to whoever runs it. */
class SettingsTests {

    /** In full, behind dots that stand for the group that was named before, or as a line of YAML. */
    private static final String TOLD = "(?m)([.…`]%1$s\\b|^ +%1$s:)";

    @Test
    void everySettingStandsInAPage() throws IOException {
        String pages = Pages.all().stream()
                .filter(page -> !page.startsWith("docs/decisions"))
                .map(Sources::read)
                .collect(Collectors.joining("\n"));
        assertThat(settings()
                        .filter(setting -> !Pattern.compile(
                                        TOLD.formatted(setting.substring(setting.lastIndexOf('.') + 1)))
                                .matcher(pages)
                                .find()))
                .isEmpty();
    }

    private static Stream<String> settings() {
        ClassPathScanningCandidateComponentProvider types = new ClassPathScanningCandidateComponentProvider(false);
        types.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        return types.findCandidateComponents("lt.mokiniai").stream()
                .map(found -> load(found.getBeanClassName()))
                .flatMap(type ->
                        within(type.getAnnotation(ConfigurationProperties.class).value(), type));
    }

    private static Stream<String> within(String prefix, Class<?> type) {
        return Stream.of(type.getRecordComponents()).flatMap(component -> {
            String name = prefix + "." + written(component);
            return component.getType().isRecord() ? within(name, component.getType()) : Stream.of(name);
        });
    }

    private static String written(RecordComponent component) {
        return component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
