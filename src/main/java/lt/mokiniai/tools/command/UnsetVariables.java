package lt.mokiniai.tools.command;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.util.PlaceholderResolutionException;

/**
 * Names every variable that a setting refers to by <code>${NAME}</code> and that is not set: Spring would take the reference
 * itself for the value, of a password for example.
 */
final class UnsetVariables implements EnvironmentPostProcessor, Ordered {

    private static final List<String> SETTINGS = List.of("mokiniai.", "spring.", "server.", "management.", "logging.");

    /** After the configuration files are read, and before anything is made by what they say. */
    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 1;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Set<String> unset = environment.getPropertySources().stream()
                .filter(EnumerablePropertySource.class::isInstance)
                .flatMap(source -> Arrays.stream(((EnumerablePropertySource<?>) source).getPropertyNames()))
                .filter(UnsetVariables::isSetting)
                .flatMap(name -> missing(environment, name).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        if (!unset.isEmpty()) {
            throw new IllegalStateException(unset.stream()
                    .collect(Collectors.joining("\n  ", "Variables of the settings are not set:\n  ", "")));
        }
    }

    private static boolean isSetting(String name) {
        String setting = name.toLowerCase(Locale.ROOT).replace('_', '.');
        return SETTINGS.stream().anyMatch(setting::startsWith);
    }

    private static List<String> missing(ConfigurableEnvironment environment, String name) {
        try {
            environment.getProperty(name);
            return List.of();
        } catch (PlaceholderResolutionException e) {
            return List.of("${" + e.getPlaceholder() + "} in " + name);
        }
    }
}
