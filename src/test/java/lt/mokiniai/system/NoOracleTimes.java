package lt.mokiniai.system;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Measures how the times of answers about somebody outside a contract and about nobody compare: the ratio of their
 * medians in one run, for each way of asking. It is run by hand; a number of rounds may be given.
 */
final class NoOracleTimes {

    private static final int WARM_UP = 200;

    private NoOracleTimes() {}

    public static void main(String[] arguments) {
        int rounds = arguments.length == 0 ? 1000 : Integer.parseInt(arguments[0]);
        RandomContracts contracts = new RandomContracts("times");
        try (Register register = contracts.start()) {
            contracts.inForce(register, OutsideQuestions.grants());
            for (OutsideQuestions questions : OutsideQuestions.all()) {
                List<long[]> times = measured(register, questions, rounds);
                double outside = median(times.get(0));
                double nobody = median(times.get(1));
                System.out.printf(
                        Locale.ROOT,
                        "%s: outside %.3f ms, nobody %.3f ms, ratio %.4f%n",
                        questions,
                        outside,
                        nobody,
                        outside / nobody);
            }
        }
    }

    /** The times of both kinds of question, asked in pairs whose order is thrown. */
    private static List<long[]> measured(Register register, OutsideQuestions questions, int rounds) {
        Random random = new Random(1);
        List<long[]> times = List.of(new long[rounds], new long[rounds]);
        for (int round = -WARM_UP; round < rounds; round++) {
            int first = random.nextInt(2);
            for (int kind : new int[] {first, 1 - first}) {
                Message message = register.as(RandomContracts.PARTY)
                        .asks(questions.operation(), kind == 0 ? questions.outside() : questions.nobody());
                message.bytes();
                long start = System.nanoTime();
                message.send();
                if (round >= 0) {
                    times.get(kind)[round] = System.nanoTime() - start;
                }
            }
            register.sql().recent();
        }
        return times;
    }

    private static double median(long[] times) {
        Arrays.sort(times);
        return times[times.length / 2] / 1e6;
    }
}
