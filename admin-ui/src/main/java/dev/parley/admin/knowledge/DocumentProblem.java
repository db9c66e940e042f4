package dev.parley.admin.knowledge;

import static dev.parley.admin.language.Texts.text;
import static dev.parley.admin.language.Texts.textOr;

import java.util.List;
import java.util.stream.Collectors;

/** Why the API changed nothing. */
record DocumentProblem(String code, String field) {

    /** For the reader. */
    String message() {
        return textOr(text("knowledge.problem.OTHER"), "knowledge.problem." + code);
    }

    static String messages(List<DocumentProblem> problems) {
        return problems.stream().map(DocumentProblem::message).distinct().collect(Collectors.joining(" "));
    }
}
