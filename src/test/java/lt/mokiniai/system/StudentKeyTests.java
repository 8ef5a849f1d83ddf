package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lt.mokiniai.exchange.evidence.LoggedStudents;
import lt.mokiniai.tools.demo.DemoCast;
import org.junit.jupiter.api.Test;

/** Who learns which student one row of the log is about learns nothing of the rows of other contracts. */
class StudentKeyTests {

    private static final Register REGISTER = Register.shared();

    @Test
    void oneStudentUnderTwoContractsHasTwoKeysAndIsFoundUnderBoth() {
        Reply benefits =
                REGISTER.as("benefits").getStudent(DemoCast.KAUNAS_STUDENT).send();
        Reply school =
                REGISTER.as("everything").getStudent(DemoCast.KAUNAS_STUDENT).send();
        Reply again =
                REGISTER.as("benefits").getStudent(DemoCast.KAUNAS_STUDENT).send();
        Reply another =
                REGISTER.as("benefits").getStudent(DemoCast.VILNIUS_STUDENT).send();
        assertThat(List.of(benefits, school, again, another))
                .allSatisfy(
                        reply -> assertThat(reply.status()).as(reply.toString()).isEqualTo(200));

        assertThat(keyOf(benefits))
                .isEqualTo(keyOf(again))
                .isNotEqualTo(keyOf(school))
                .isNotEqualTo(keyOf(another));
        String registerId = REGISTER.jdbc()
                .sql("SELECT DISTINCT p.register_id FROM person p JOIN person_identity i ON i.person_id = p.id"
                        + " WHERE i.personal_code = ?")
                .param(DemoCast.KAUNAS_STUDENT.personalCode().orElseThrow())
                .query(String.class)
                .single();
        assertThat(REGISTER.bean(LoggedStudents.class).receiptsAbout(registerId))
                .containsSubsequence(benefits.number(), school.number(), again.number())
                .doesNotContain(another.number());
    }

    private static String keyOf(Reply reply) {
        return REGISTER.jdbc()
                .sql("SELECT student_key FROM message_student WHERE receipt = ?")
                .param(reply.number())
                .query(String.class)
                .single();
    }
}
