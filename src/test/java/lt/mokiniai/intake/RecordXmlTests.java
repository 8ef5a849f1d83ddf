package lt.mokiniai.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import lt.mokiniai.intake.deliveries.RecordXml;
import lt.mokiniai.intake.example.ExampleRecord;
import lt.mokiniai.intake.example.ExampleSource;
import lt.mokiniai.intake.source.HeldRow;
import lt.mokiniai.intake.source.ReadRecord;
import lt.mokiniai.intake.source.ReadRecord.Broken;
import lt.mokiniai.intake.source.ReadRecord.Whole;
import lt.mokiniai.intake.source.RecordFinding;
import lt.mokiniai.intake.source.RecordFindings;
import lt.mokiniai.intake.source.RecordMapper;
import lt.mokiniai.intake.source.Recording;
import lt.mokiniai.platform.xml.XmlParsers;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** A record is read as its schema says, or waits with what is wrong, and is kept as it was read. */
class RecordXmlTests {

    private static final ExampleSource SOURCE = new ExampleSource(new Nothing());

    private final RecordXml xml = new RecordXml();

    private ReadRecord<ExampleRecord> read(String content) throws Exception {
        return xml.read(
                SOURCE, element("<e:example xmlns:e='http://mokiniai.lt/example/v1'>" + content + "</e:example>"));
    }

    private static Element element(String text) throws Exception {
        return XmlParsers.parse(text.getBytes(StandardCharsets.UTF_8)).getDocumentElement();
    }

    private static RecordFinding finding(ReadRecord<?> read) {
        assertThat(read).isInstanceOf(Broken.class);
        return ((Broken<?>) read).findings().get(0);
    }

    @Test
    void readsWhatIsValid() throws Exception {
        ReadRecord<ExampleRecord> read = read("<e:code>a</e:code><e:value>Ąžuolas</e:value><e:ended>true</e:ended>");

        assertThat(read).isInstanceOfSatisfying(Whole.class, whole -> {
            ExampleRecord told = (ExampleRecord) whole.told();
            assertThat(told.code).isEqualTo("a");
            assertThat(told.value).isEqualTo("Ąžuolas");
            assertThat(told.ended).isTrue();
        });
    }

    @Test
    void tellsTheFieldThatIsNotValidAndNotItsValue() throws Exception {
        RecordFinding finding = finding(read("<e:code>a</e:code><e:value>longer than twenty characters</e:value>"));

        assertThat(finding.code()).isEqualTo("MR-S101");
        assertThat(finding.field()).contains("value");
        assertThat(finding.message().en()).doesNotContain("longer", "{0}");
        assertThat(finding.message().lt()).doesNotContain("longer", "{0}");
    }

    @Test
    void keepsWhatCouldNotBeReadAsItCame() throws Exception {
        assertThat(read("<e:value>1</e:value>"))
                .isInstanceOfSatisfying(
                        Broken.class, broken -> assertThat(broken.text()).contains("<e:value>1</e:value>"));
    }

    @Test
    void knowsTheRecordOfAnotherRegister() throws Exception {
        ReadRecord<ExampleRecord> read =
                xml.read(SOURCE, element("<licence xmlns='http://mokiniai.lt/intake/v1'><number>1</number></licence>"));

        assertThat(finding(read).code()).isEqualTo("MR-S103");
    }

    @Test
    void isReadAgainAsItWasWritten() {
        ExampleRecord told = ExampleRecord.of("a", "<&> ‘ž’").below("b");

        String written = xml.written(SOURCE, told);
        ExampleRecord kept = xml.kept(SOURCE, written);

        assertThat(kept.value).isEqualTo(told.value);
        assertThat(kept.parent).isEqualTo("b");
        assertThat(kept.institution).isNull();
        assertThat(xml.written(SOURCE, kept)).isEqualTo(written);
    }

    private static final class Nothing implements RecordMapper<ExampleRecord> {

        @Override
        public void check(ExampleRecord told, RecordFindings findings) {}

        @Override
        public boolean apply(ExampleRecord told, Recording recording) {
            return false;
        }

        @Override
        public Optional<HeldRow> ends(ExampleRecord told) {
            return Optional.empty();
        }

        @Override
        public void held(Consumer<HeldRow> each) {}
    }
}
