package lt.mokiniai.contract.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import lt.mokiniai.contract.model.Grant.Reach;
import lt.mokiniai.kernel.InstitutionCode;
import lt.mokiniai.kernel.Quota;
import lt.mokiniai.kernel.scope.Population;
import lt.mokiniai.kernel.scope.Population.Study;
import lt.mokiniai.kernel.scope.Range;
import lt.mokiniai.kernel.texts.Messages;
import lt.mokiniai.kernel.texts.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTests {

    @Test
    void saysEveryCriterionOfAPopulation() {
        Population population = new Population(
                Set.of("21", "19"),
                new Study(
                        Set.of(InstitutionCode.of("191000018"), InstitutionCode.of("LM000016")),
                        Set.of("13"),
                        Set.of("10"),
                        Set.of("21"),
                        Set.of("PRIMARY"),
                        Optional.of(new Range(5, 8))),
                Optional.of(new Range(7, 7)),
                Optional.of(false),
                Set.of("LT"),
                Set.of("0000000000000001", "0000000000000002"));

        assertThat(Wording.population(population))
                .isEqualTo(new Text(
                        "mokiniai, kuriems tinka visos šios sąlygos: deklaruotos gyvenamosios vietos savivaldybė –"
                                + " 19 arba 21 (klasifikatorius MUNICIPALITY); švietimo įstaiga – 191000018 (LEGAL_ENTITY)"
                                + " arba LM000016 (NATURAL_PERSON);"
                                + " švietimo įstaigos savivaldybė – 13 (klasifikatorius MUNICIPALITY);"
                                + " švietimo įstaigos steigėjo rūšis – 10 (klasifikatorius FOUNDER_KIND);"
                                + " švietimo įstaigos steigėja – savivaldybė 21 (klasifikatorius MUNICIPALITY);"
                                + " programų grupė – PRIMARY (klasifikatorius PROGRAMME_FAMILY);"
                                + " klasė – nuo 5 iki 8; amžius tą dieną, apie kurią klausiama (metais) – 7;"
                                + " niekur nesimoko tą dieną, apie kurią klausiama; pilietybė – LT (ISO 3166-1);"
                                + " išvardytas sutartyje (iš viso 2)",
                        "students of whom all this holds: declared residence in municipality 19 or 21 (code list"
                                + " MUNICIPALITY); enrolled at institution 191000018 (LEGAL_ENTITY) or LM000016 (NATURAL_PERSON)"
                                + "; enrolled at an institution"
                                + " in municipality 13 (code list MUNICIPALITY); enrolled at an institution"
                                + " whose founder is of kind 10 (code list FOUNDER_KIND); enrolled at an institution"
                                + " founded by municipality 21 (code list MUNICIPALITY); enrolled in a programme"
                                + " of the family PRIMARY (code list PROGRAMME_FAMILY); class level 5 to 8;"
                                + " age on the day asked about 7; not enrolled on the day asked about;"
                                + " citizenship LT (ISO 3166-1); named in the contract (2 in all)"));
        assertThat(Wording.population(Population.ALL).en()).isEqualTo("every student of the register");
    }

    @Test
    void saysHowFarBack() {
        assertThat(Wording.depth(new Reach(Optional.empty(), Optional.empty())).lt())
                .isEqualTo("tik šios dienos būklė");
        assertThat(Wording.depth(new Reach(Optional.of(LocalDate.of(2020, 9, 1)), Optional.empty()))
                        .en())
                .isEqualTo("history back to 2020-09-01");
        assertThat(Wording.depth(new Reach(Optional.empty(), Optional.of(1))).en())
                .isEqualTo("history of the last year");
        assertThat(Wording.depth(new Reach(Optional.empty(), Optional.of(5))).lt())
                .isEqualTo("paskutinių 5 metų istorija");
    }

    @Test
    void saysWhatIsBoundedAndWhatRaisesAnAlarm() {
        Quota alarm = new Quota(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(5));

        assertThat(Wording.quota(Quota.NONE)).isEqualTo(new Text("nenustatyta, neribojama", "not bounded"));
        assertThat(Wording.quota(alarm).en())
                .isEqualTo("not bounded; an alarm when one student is shown more often than 5 times a day");
        assertThat(Wording.quota(new Quota(
                                Optional.of(1), Optional.of(2), Optional.of(3), Optional.of(4), Optional.empty()))
                        .lt())
                .isEqualTo("ne daugiau kaip: pranešimų per minutę – 1; pranešimų per dieną – 2;"
                        + " mokinių viename pranešime – 3; skirtingų mokinių per kalendorinį mėnesį – 4");
    }

    @ParameterizedTest
    @CsvSource({"1, kartą", "2, kartus", "9, kartus", "10, kartų", "11, kartų", "19, kartų", "21, kartą", "112, kartų"})
    void countsInLithuanian(int number, String noun) {
        assertThat(Wording.counted(number, Messages.text("count.times")).lt()).isEqualTo(number + " " + noun);
    }
}
