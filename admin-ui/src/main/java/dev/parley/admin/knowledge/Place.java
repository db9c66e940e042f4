package dev.parley.admin.knowledge;

import java.util.Optional;
import java.util.regex.Pattern;

/** From where to where in the text of a version, in UTF-16 code units; {@code end} is behind the last one. */
record Place(int start, int end) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,8})-(\\d{1,8})");

    /** As the API and addresses write it: 120-480. */
    static Optional<Place> of(String written) {
        var matcher = WRITTEN.matcher(written);
        return matcher.matches()
                ? Optional.of(new Place(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    boolean touches(int otherStart, int otherEnd) {
        return start < otherEnd && otherStart < end;
    }

    @Override
    public String toString() {
        return start + "-" + end;
    }
}
