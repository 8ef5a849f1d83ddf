package lt.mokiniai.contract.schema;

import static org.assertj.core.api.Assertions.assertThat;

import lt.mokiniai.kernel.OperationId;
import org.junit.jupiter.api.Test;

class PublishedOperationsTests {

    private final PublishedOperations published = PublishedOperations.load();

    @Test
    void holdsThePublishedOperations() {
        assertThat(published.all())
                .extracting(operation -> operation.id().toString())
                .contains(
                        "certificates/v1/getCertificates",
                        "certificates/v1/verifyCertificate",
                        "enrolments/v1/getClassRoster",
                        "enrolments/v1/getEnrolments",
                        "results/v1/correctResults",
                        "results/v1/getResults",
                        "results/v1/recordResults",
                        "students/v1/confirmStudentFact",
                        "students/v1/findStudents",
                        "students/v1/getStudent",
                        "students/v1/resolveStudents");
    }

    @Test
    void tellsOfEachElementWhatTheSchemaSays() {
        SchemaTree answer = published
                .find(OperationId.parse("students/v1/getStudent"))
                .orElseThrow()
                .answer();
        SchemaTree guardian = answer.at("student/guardian").orElseThrow();
        SchemaTree phone = answer.at("student/guardian/phone").orElseThrow();

        assertThat(answer.namespace()).isEqualTo("http://mokiniai.lt/students/v1");
        assertThat(answer.at("student").orElseThrow().item()).isEmpty();
        assertThat(guardian.isList()).isTrue();
        assertThat(guardian.isLeaf()).isFalse();
        assertThat(guardian.namespace()).isEqualTo("http://mokiniai.lt/types/v1");
        assertThat(phone.isLeaf()).isTrue();
        assertThat(phone.isList()).isFalse();
        assertThat(phone.item()).contains(new SchemaTree.DataItem("MR-4.5", "personal"));
        assertThat(phone.text().lt()).isEqualTo("Atstovo telefonas.");
        assertThat(phone.text().en()).isEqualTo("The guardian's telephone.");
    }

    @Test
    void givesEachValueUnderAnItemAnItemOfItsOwn() {
        // A value without one would be in every grant of its group, unseen by whoever reads the contract.
        for (PublishedOperation operation : published.all()) {
            SchemaTree answer = operation.answer();
            assertThat(answer.paths()).allSatisfy(path -> {
                SchemaTree element = answer.at(path).orElseThrow();
                if (element.item().isPresent()) {
                    assertThat(element.children().values())
                            .filteredOn(child -> !"absence".equals(child.name()))
                            .allSatisfy(child -> assertThat(child.item())
                                    .as("%s: %s/%s", operation.id(), path, child.name())
                                    .isPresent());
                }
            });
        }
    }
}
