package dev.parley.admin.conversations;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A message with some of its words marked. */
final class QuotedText extends Div {

    private final String message;

    QuotedText(String message, List<String> quotes) {
        this.message = message;
        addClassName("turn-text");
        int written = 0;
        if (!quotes.isEmpty()) {
            var anyQuote = quotes.stream().map(Pattern::quote).collect(Collectors.joining("|"));
            var found = Pattern.compile(anyQuote, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                    .matcher(message);
            while (found.find()) {
                plain(written, found.start());
                marked(found.group());
                written = found.end();
            }
        }
        plain(written, message.length());
    }

    private void plain(int from, int to) {
        if (from < to) {
            add(new Span(message.substring(from, to)));
        }
    }

    private void marked(String words) {
        var mark = new Span(words);
        mark.addClassName("mark");
        add(mark);
    }
}
