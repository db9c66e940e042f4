package dev.parley.peer;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.GraphQLScalarType;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import java.util.concurrent.CompletableFuture;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.graphql.data.method.annotation.support.AnnotatedControllerConfigurer;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.graphql.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

/** The same reads as Parley's, as one would write them with Spring for GraphQL. */
@SpringBootApplication
public class Peer {

    public static void main(String[] arguments) {
        SpringApplication.run(Peer.class, arguments);
    }

    @Bean
    RuntimeWiringConfigurer scalars() {
        return wiring -> wiring.scalar(GraphQLScalarType.newScalar()
                .name("DateTime")
                .coercing(new DateTime())
                .build());
    }

    /** Documents are parsed and validated once, as at Parley. */
    @Bean
    GraphQlSourceBuilderCustomizer documentCache() {
        Map<String, CompletableFuture<PreparsedDocumentEntry>> known = new ConcurrentHashMap<>();
        return builder -> builder.configureGraphQl(graphQl -> graphQl.preparsedDocumentProvider((input, parse) ->
                known.computeIfAbsent(
                        input.getQuery(), query -> CompletableFuture.completedFuture(parse.apply(input)))));
    }

    /** An operation is one transaction, which is its thread's: nothing of it may move to another one. */
    @Bean
    static BeanPostProcessor onTheCallingThread() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof AnnotatedControllerConfigurer configurer) {
                    configurer.setBlockingMethodPredicate(method -> false);
                }
                return bean;
            }
        };
    }

    private static final class DateTime implements Coercing<Instant, String> {

        @Override
        public String serialize(Object value, GraphQLContext context, Locale locale) {
            return value.toString();
        }

        @Override
        public Instant parseValue(Object input, GraphQLContext context, Locale locale) {
            return OffsetDateTime.parse(input.toString()).toInstant();
        }

        @Override
        public Instant parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
            return OffsetDateTime.parse(((StringValue) input).getValue()).toInstant();
        }
    }
}
