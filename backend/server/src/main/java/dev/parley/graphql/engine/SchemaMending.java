package dev.parley.graphql.engine;

import dev.parley.graphql.Outdating;
import graphql.language.Description;
import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValueDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.ObjectTypeDefinition;
import graphql.language.SDLDefinition;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.jspecify.annotations.Nullable;

/** Makes the generated definitions say what the classes behind them say. */
final class SchemaMending {

    private static final Map<String, Description> ROOTS = Map.of(
            "Query", described("What can be read. An operation reads all of it in one transaction."),
            "Mutation", described("What can be done. Each field is a transaction of its own, one after the other."),
            "Subscription", described("What can be followed as it happens, over a WebSocket or server-sent events."));

    private final TypeDefinitionRegistry registry;
    private final Declarations declared;

    private SchemaMending(TypeDefinitionRegistry registry, Declarations declared) {
        this.registry = registry;
        this.declared = declared;
    }

    static void mend(TypeDefinitionRegistry registry, Declarations declared) {
        var mending = new SchemaMending(registry, declared);
        registry.getTypes(ObjectTypeDefinition.class).forEach(type -> mending.replace(type, mending.object(type)));
        registry.getTypes(InputObjectTypeDefinition.class).forEach(type -> mending.replace(type, mending.input(type)));
        registry.getTypes(EnumTypeDefinition.class).forEach(type -> mending.replace(type, mending.enumeration(type)));
    }

    private void replace(SDLDefinition<?> type, SDLDefinition<?> mended) {
        registry.remove(type);
        registry.add(mended);
    }

    private ObjectTypeDefinition object(ObjectTypeDefinition type) {
        return type.transform(builder -> builder.description(
                        Optional.ofNullable(type.getDescription()).orElse(ROOTS.get(type.getName())))
                .fieldDefinitions(type.getFieldDefinitions().stream()
                        .map(field -> field(type.getName(), field))
                        .toList()));
    }

    private FieldDefinition field(String type, FieldDefinition field) {
        var answering = declared.method(type + "." + field.getName());
        boolean nonNull = answering
                .map(method -> !method.getAnnotatedReturnType().isAnnotationPresent(Nullable.class))
                .orElse(false);
        var mended = lists(field.getType());
        var annotations = answering.stream().flatMap(method -> Stream.of(
                        Outdating.declaredBy(method).stream(),
                        CostDirectives.declaredBy(method).stream(),
                        RequiredRole.declaredBy(method).stream())
                .flatMap(directives -> directives));
        return field.transform(builder -> builder.directives(Stream.concat(field.getDirectives().stream(), annotations)
                        .toList())
                .type(nonNull && !(mended instanceof NonNullType) ? new NonNullType(mended) : mended)
                .inputValueDefinitions(field.getInputValueDefinitions().stream()
                        .map(value -> value.transform(argument -> argument.type(lists(ids(answering, value)))
                                .directives(answering
                                        .map(method -> CostDirectives.declaredBy(method, value.getName()))
                                        .orElse(value.getDirectives()))))
                        .toList()));
    }

    private InputObjectTypeDefinition input(InputObjectTypeDefinition type) {
        var name = inputName(type.getName());
        return type.transform(builder -> builder.name(name)
                .description(described(name, type.getDescription()))
                .inputValueDefinitions(type.getInputValueDefinitions().stream()
                        .map(value -> input(name, value))
                        .toList()));
    }

    /** The generator makes every input's name end in Input, also where its class says another one. */
    private String inputName(String generated) {
        var said = generated.replaceFirst("Input$", "");
        return declared.description(said).isPresent() && registry.getType(said).isEmpty() ? said : generated;
    }

    private InputValueDefinition input(String type, InputValueDefinition value) {
        return value.transform(builder -> builder.type(lists(idsIn(value)))
                .description(described(type + "." + value.getName(), value.getDescription())));
    }

    /** The generator refuses to take several ids as ids; there the name tells. */
    private static Type<?> idsIn(InputValueDefinition value) {
        return value.getType() instanceof ListType && value.getName().endsWith("Ids")
                ? new ListType(new TypeName("ID"))
                : value.getType();
    }

    private EnumTypeDefinition enumeration(EnumTypeDefinition type) {
        return type.transform(builder -> builder.description(described(type.getName(), type.getDescription()))
                .enumValueDefinitions(type.getEnumValueDefinitions().stream()
                        .map(value -> enumValue(type.getName(), value))
                        .toList()));
    }

    private EnumValueDefinition enumValue(String type, EnumValueDefinition value) {
        return value.transform(
                builder -> builder.description(described(type + "." + value.getName(), value.getDescription())));
    }

    private @Nullable Description described(String coordinates, @Nullable Description otherwise) {
        return declared.description(coordinates).map(SchemaMending::described).orElse(otherwise);
    }

    private static Description described(String text) {
        return new Description(text, null, false);
    }

    /** The generator takes several ids for one. */
    private static Type<?> ids(Optional<Method> answering, InputValueDefinition value) {
        boolean several = answering.stream()
                .flatMap(method -> Stream.of(method.getParameters()))
                .anyMatch(parameter -> parameter.isAnnotationPresent(Id.class)
                        && Collection.class.isAssignableFrom(parameter.getType())
                        && parameter.getAnnotation(Name.class).value().equals(value.getName()));
        return switch (value.getType()) {
            case NonNullType nonNull when several -> new NonNullType(new ListType(nonNull));
            case Type<?> one -> several ? new ListType(one) : one;
        };
    }

    /** The generator drops the inner non-null of lists. None of ours ever holds a null. */
    private Type<?> lists(Type<?> type) {
        return switch (type) {
            case NonNullType nonNull -> new NonNullType(lists(nonNull.getType()));
            case ListType list -> {
                var element = lists(list.getType());
                yield new ListType(element instanceof NonNullType ? element : new NonNullType(element));
            }
            case TypeName name -> new TypeName(inputName(name.getName()));
            default -> type;
        };
    }
}
