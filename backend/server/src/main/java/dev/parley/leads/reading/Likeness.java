package dev.parley.leads.reading;

/** How alike two words are, as they sound or are written. */
final class Likeness {

    private static final int LONGEST = 64;

    private Likeness() {}

    /** Whether one may be the other, heard or written a little differently. */
    static boolean of(String one, String other) {
        int longer = Math.max(one.length(), other.length());
        return longer > 0 && longer <= LONGEST && distance(one, other) * 5 <= longer * 2;
    }

    /** How many letters have to be changed, added or left out. */
    static int distance(String one, String other) {
        if (Math.max(one.length(), other.length()) > LONGEST) {
            return LONGEST;
        }
        var row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
