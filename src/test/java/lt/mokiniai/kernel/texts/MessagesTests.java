package lt.mokiniai.kernel.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import lt.mokiniai.kernel.faults.ExchangeError;
import org.junit.jupiter.api.Test;

/** How a text gets its values. */
class MessagesTests {

    @Test
    void fillsEachPlaceByItsNumberInBothLanguages() {
        assertThat(Messages.text("sign.signed", "CN=x", "a.xml"))
                .isEqualTo(new Text("Pasirašė CN=x: a.xml", "Signed by CN=x: a.xml"));
    }

    @Test
    void aValueInBothLanguagesFillsEachWithItsOwnWords() {
        assertThat(Messages.text("diff.population", Messages.text("words.yes")))
                .isEqualTo(new Text("mokinių aibė: taip", "population: yes"));
    }

    /** Unlike in a pattern of java.text.MessageFormat. */
    @Test
    void apostrophesBracesDollarsAndNumbersStandForThemselves() {
        assertThat(Messages.text("new.no-code", "{1}$1\\").en()).startsWith("'{1}$1\\' is no code of a legal entity");
        assertThat(Messages.text("depth.years", 1000).lt()).isEqualTo("paskutinių 1000 metų istorija");
        assertThat(ExchangeError.PROTOCOL_VERSION.remedy().lt())
                .isEqualTo("Siųskite <xrd:protocolVersion>4.0</xrd:protocolVersion>.");
    }

    @Test
    void refusesATextThatIsNotThereAndAnotherNumberOfValues() {
        assertThatIllegalArgumentException().isThrownBy(() -> Messages.text("no.such-text"));
        assertThatIllegalArgumentException().isThrownBy(() -> Messages.text("words.yes", "too much"));
        assertThatIllegalArgumentException().isThrownBy(() -> Messages.text("depth.years"));
    }

    @Test
    void aFaultThatGotNoParticularsHasADashInTheirPlace() {
        assertThat(ExchangeError.LIMIT.messageLt(null)).isEqualTo("Viršyta pranešimo riba: –.");
        assertThat(ExchangeError.LIMIT.messageEn("bytes (1)")).isEqualTo("A limit of messages is exceeded: bytes (1).");
    }
}
