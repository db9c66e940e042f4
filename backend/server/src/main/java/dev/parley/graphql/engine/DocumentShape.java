package dev.parley.graphql.engine;

import dev.parley.ErrorCode;
import dev.parley.ParleyException;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Measures a document before anything else looks at it, each fragment once: in time that grows with its text, however
 * large it is with its fragments put in. What the validator then gets is small in every way.
 */
final class DocumentShape {

    private static final Set<String> INTROSPECTION = Set.of("__schema", "__type");

    /** Of selections with what is inside them. {@code top} counts the fields at their top. */
    private record Measure(long fields, long top, int depth, long aliases, long directives) {

        static final Measure NOTHING = new Measure(0, 0, 0, 0, 0);
        private static final long ENOUGH = 1L << 40;

        Measure beside(Measure other) {
            return new Measure(
                    Math.min(fields + other.fields, ENOUGH),
                    Math.min(top + other.top, ENOUGH),
                    Math.max(depth, other.depth),
                    Math.min(aliases + other.aliases, ENOUGH),
                    Math.min(directives + other.directives, ENOUGH));
        }

        Measure inField(boolean aliased, int ownDirectives) {
            return new Measure(fields + 1, 1, depth + 1, aliases + (aliased ? 1 : 0), directives + ownDirectives);
        }

        Measure with(int moreDirectives) {
            return new Measure(fields, top, depth, aliases, directives + moreDirectives);
        }
    }

    private final Map<String, FragmentDefinition> fragments = new HashMap<>();
    private final Map<String, Measure> measured = new HashMap<>();
    private final Set<String> entered = new HashSet<>();
    private boolean introspects;

    private DocumentShape(Document document) {
        for (var fragment : document.getDefinitionsOfType(FragmentDefinition.class)) {
            if (fragments.put(fragment.getName(), fragment) != null) {
                throw invalid("There is more than one fragment \"" + fragment.getName() + "\"");
            }
        }
    }

    /**
     * @param introspection whether the schema may be asked for
     * @throws ParleyException LIMIT_EXCEEDED; GRAPHQL_VALIDATION_FAILED for fragments that spread themselves
     */
    static void check(Document document, boolean introspection) {
        var shape = new DocumentShape(document);
        var all = Measure.NOTHING;
        for (var fragment : document.getDefinitionsOfType(FragmentDefinition.class)) {
            all = all.beside(shape.of(fragment));
        }
        for (var operation : document.getDefinitionsOfType(OperationDefinition.class)) {
            var one = shape.of(operation);
            Limit.ROOT_FIELDS.check(one.top());
            all = all.beside(one);
        }
        Limit.DEPTH.check(all.depth());
        Limit.FIELDS.check(all.fields());
        Limit.ALIASES.check(all.aliases());
        Limit.DIRECTIVES.check(all.directives());
        if (shape.introspects && !introspection) {
            throw invalid("Introspection is switched off on this server");
        }
    }

    private Measure of(OperationDefinition operation) {
        int directives = operation.getDirectives().size();
        for (var variable : operation.getVariableDefinitions()) {
            directives += variable.getDirectives().size();
        }
        return of(operation.getSelectionSet()).with(directives);
    }

    private Measure of(FragmentDefinition fragment) {
        var name = fragment.getName();
        var known = measured.get(name);
        if (known != null) {
            return known;
        }
        if (!entered.add(name)) {
            throw invalid("The fragment \"" + name + "\" spreads itself");
        }
        var measure =
                of(fragment.getSelectionSet()).with(fragment.getDirectives().size());
        measured.put(name, measure);
        return measure;
    }

    private Measure of(@Nullable SelectionSet selections) {
        var measure = Measure.NOTHING;
        if (selections != null) {
            for (var selection : selections.getSelections()) {
                measure = measure.beside(of(selection));
            }
        }
        return measure;
    }

    private Measure of(Selection<?> selection) {
        return switch (selection) {
            case Field field -> {
                introspects |= INTROSPECTION.contains(field.getName());
                yield of(field.getSelectionSet())
                        .inField(field.getAlias() != null, field.getDirectives().size());
            }
            case InlineFragment inline ->
                of(inline.getSelectionSet()).with(inline.getDirectives().size());
            case FragmentSpread spread -> {
                var fragment = fragments.get(spread.getName());
                var inside = fragment == null ? Measure.NOTHING : of(fragment); // the validator will say so
                yield inside.with(spread.getDirectives().size());
            }
            default -> throw new IllegalStateException("No selection: " + selection.getClass());
        };
    }

    private static ParleyException invalid(String message) {
        return new ParleyException(ErrorCode.GRAPHQL_VALIDATION_FAILED, message);
    }
}
