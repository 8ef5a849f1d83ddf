package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lt.mokiniai.exchange.parsing.ParsingBudget;
import lt.mokiniai.exchange.parsing.ParsingBudget.Reservation;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.tools.demo.DemoCast;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What happens while all messages at work take what they may of the heap, and that each gives back what it took. */
class OverloadTests {

    private static final Register REGISTER = Register.second();
    private static final Sandbox SANDBOX = new Sandbox(REGISTER);
    private static final int LARGE = 2 * 1024 * 1024;

    private final ParsingBudget budget = REGISTER.bean(ParsingBudget.class);
    private final List<Reservation> others = new ArrayList<>();

    @AfterEach
    void allIsGivenBack() {
        others.forEach(Reservation::close);
        assertThat(budget.taken()).isZero();
    }

    @Test
    void aMessageWithoutRoomIsRefusedAtOnceAndLeavesNoRow() {
        Message message = good();
        takeAll(1);
        long rows = rows();
        Reply refused;
        try (LogLines lines = new LogLines()) {
            refused = message.send();
            assertThat(lines.text()).doesNotContain(refused.number());
        }

        assertThat(refused.code()).as(refused.toString()).isEqualTo(ExchangeError.OVERLOADED.code());
        assertThat(refused.status()).isEqualTo(500);
        assertThat(refused.contentType()).isEqualToIgnoringCase("text/xml;charset=utf-8");
        assertThat(refused.retryAfter()).contains("5");
        assertThat(refused.fault("retryable")).isEqualTo("true");
        assertThat(refused.isSigned()).isFalse();
        assertThat(rows()).isEqualTo(rows);
        assertThat(REGISTER.log().find(refused.number())).isEmpty();

        others.forEach(Reservation::close);
        assertThat(message.send().status()).isEqualTo(200);
    }

    @Test
    void smallMessagesAreAnsweredWhileLargeOnesFindNoRoom() {
        Message large = good().within(
                        Client.person(DemoCast.KAUNAS_STUDENT) + ("<a>" + "x".repeat(60_000) + "</a>").repeat(30));
        takeAll(large.bytes().length);
        assertThat(large.send().code()).isEqualTo("MR-903");
        assertThat(good().send().status()).isEqualTo(200);
    }

    @Test
    void aMessageWithinAMessageTakesRoomOfItsOwn() {
        Message message = good().within("<a>" + "x".repeat(30_000) + "</a>").explained();
        long before = budget.free();
        Reservation one = budget.reserve(message.bytes().length).orElseThrow();
        long need = before - budget.free();
        one.close();
        leaveFree(2 * need);
        // The one that asks finds room, and then there is too little for the one within.
        Reply refused = message.send();
        assertThat(refused.code()).as(refused.toString()).isEqualTo("MR-903");
        RefusalTests.assertIsToldInTheOneWay(refused, ExchangeError.OVERLOADED);
        RefusalTests.assertIsInTheLog(refused, ExchangeError.OVERLOADED);

        others.forEach(Reservation::close);
        assertThat(message.send().status()).isEqualTo(200);
    }

    @Test
    void theSandboxExplainsNothingWithoutRoom() {
        Message message = good();
        takeAll(1);
        HttpResponse<byte[]> told = message.post(SANDBOX.address("explain"), "*/*");

        assertThat(told.statusCode()).isEqualTo(503);
        assertThat(told.headers().firstValue("Retry-After")).contains("5");
        assertThat(new String(told.body(), StandardCharsets.UTF_8)).contains("MR-903", "perkrautas", "overloaded");

        others.forEach(Reservation::close);
        assertThat(SANDBOX.explain(message).get("verdict").asString()).isEqualTo("ALLOWED");
    }

    static Stream<Message> whateverEnds() {
        return Stream.of(
                good(),
                good().unsigned(),
                good().raw(bytes -> new byte[0]),
                good().raw(bytes -> "<a/>".getBytes(StandardCharsets.UTF_8)),
                good().by("PUT"),
                good().within(Client.person("59403149014")),
                good().explained(),
                good().unsigned().explained());
    }

    @ParameterizedTest
    @MethodSource("whateverEnds")
    void whateverEndsGivesBackItsRoom(Message message) {
        message.send();
        assertThat(budget.taken()).isZero();
        SANDBOX.explainAsText(message);
        assertThat(budget.taken()).isZero();
    }

    /** Takes room until a message of so many bytes finds none. */
    private void takeAll(int bytes) {
        for (int size = LARGE; size >= bytes; size = size == bytes ? bytes - 1 : Math.max(bytes, size / 2)) {
            while (true) {
                var room = budget.reserve(size);
                if (room.isEmpty()) {
                    break;
                }
                others.add(room.get());
            }
        }
    }

    /** Leaves so much free, and less than the room of the smallest message more. */
    private void leaveFree(long wanted) {
        long before = budget.free();
        others.add(budget.reserve(0).orElseThrow());
        long smallest = before - budget.free();
        while (budget.free() - wanted >= smallest) {
            long size = Math.min(budget.free() - wanted, budget.free() / 2);
            others.add(budget.reserve((int) Math.min(LARGE, (size - smallest) / 12))
                    .orElseThrow());
        }
    }

    private static long rows() {
        return REGISTER.jdbc()
                .sql("SELECT COUNT(*) FROM message_log")
                .query(Long.class)
                .single();
    }

    private static Message good() {
        return REGISTER.as("benefits").getStudent(DemoCast.KAUNAS_STUDENT);
    }
}
