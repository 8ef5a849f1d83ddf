package lt.mokiniai.intake.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class TransportPropertiesTests {

    private static TransportProperties with(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("mokiniai.intake.transport", TransportProperties.class);
    }

    @Test
    void lookIntoNoFolderAndAskNobodyByThemselves() {
        TransportProperties usual = with(Map.of());
        assertThat(usual.folder()).isNull();
        assertThat(usual.source("institutions")).isEmpty();
        assertThat(usual.largestDocument().toMegabytes()).isEqualTo(32);
    }

    @Test
    void sayWhereASourceIsAsked() {
        TransportProperties asked =
                with(Map.of("mokiniai.intake.transport.sources.institutions.address", "https://source.example.lt"));
        assertThat(asked.source("institutions"))
                .contains(new TransportProperties.Source(URI.create("https://source.example.lt"), "soap", null));
    }

    @ParameterizedTest
    @CsvSource({
        "quiet, -1s",
        "look-every, 0s",
        "patience, 0s",
        "largest-file, 0B",
        "largest-document, 0B",
        "largest-document, 257MB"
    })
    void areRefusedByName(String setting, String value) {
        Map<String, String> wrong = Map.of("mokiniai.intake.transport." + setting, value);
        assertThatThrownBy(() -> with(wrong)).rootCause().hasMessageContaining("mokiniai.intake.transport." + setting);
    }
}
