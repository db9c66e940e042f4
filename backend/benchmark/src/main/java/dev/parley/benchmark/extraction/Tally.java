package dev.parley.benchmark.extraction;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Precision and recall by exact match. */
final class Tally {

    private int right;
    private int wrong;
    private int missed;

    void add(@Nullable String wanted, @Nullable String got) {
        if (Objects.equals(wanted, got)) {
            right += wanted == null ? 0 : 1;
            return;
        }
        wrong += got == null ? 0 : 1;
        missed += wanted == null ? 0 : 1;
    }

    public double getPrecision() {
        return right + wrong == 0 ? 1 : (double) right / (right + wrong);
    }

    public double getRecall() {
        return right + missed == 0 ? 1 : (double) right / (right + missed);
    }

    public double getF1() {
        double sum = getPrecision() + getRecall();
        return sum == 0 ? 0 : 2 * getPrecision() * getRecall() / sum;
    }

    public int getWanted() {
        return right + missed;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "precision %.3f  recall %.3f  F1 %.3f  (%d)",
                getPrecision(),
                getRecall(),
                getF1(),
                getWanted());
    }
}
