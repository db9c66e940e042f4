package dev.parley.graphql.engine;

import graphql.execution.Async;
import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.AsyncSerialExecutionStrategy;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategyParameters;
import graphql.execution.FieldValueInfo;
import graphql.execution.FieldValueInfo.CompleteValueType;
import graphql.execution.NonNullableFieldWasNullException;
import graphql.execution.SubscriptionExecutionStrategy;
import graphql.introspection.Introspection;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * The engine's strategies for root fields. What is selected of their values is answered by {@link BreadthFirstExecutor}; only what the
 * schema says of itself is left to the engine.
 */
final class Strategies {

    private Strategies() {}

    static final class OfQueries extends AsyncExecutionStrategy {

        OfQueries(Failures failures) {
            super(failures);
        }

        @Override
        protected FieldValueInfo completeValue(ExecutionContext execution, ExecutionStrategyParameters root) {
            return completed(execution, root, () -> super.completeValue(execution, root));
        }
    }

    static final class OfMutations extends AsyncSerialExecutionStrategy {

        OfMutations(Failures failures) {
            super(failures);
        }

        @Override
        protected FieldValueInfo completeValue(ExecutionContext execution, ExecutionStrategyParameters root) {
            return completed(execution, root, () -> super.completeValue(execution, root));
        }
    }

    static final class OfSubscriptions extends SubscriptionExecutionStrategy {

        OfSubscriptions(Failures failures) {
            super(failures);
        }

        @Override
        protected FieldValueInfo completeValue(ExecutionContext execution, ExecutionStrategyParameters root) {
            var completed = completed(execution, root, () -> super.completeValue(execution, root));
            return completed.getFieldValueFuture().isCompletedExceptionally()
                    ? new FieldValueInfo(
                            CompleteValueType.NULL, null) // or graphql-java loses the errors with the event
                    : completed;
        }
    }

    /** @param byTheEngine for what is not ours to complete */
    private static FieldValueInfo completed(
            ExecutionContext execution, ExecutionStrategyParameters root, Supplier<FieldValueInfo> byTheEngine) {
        var type = root.getExecutionStepInfo().getType();
        if (root.getSource() == null
                || Introspection.isIntrospectionTypes((GraphQLNamedType) GraphQLTypeUtil.unwrapAll(type))) {
            return byTheEngine.get();
        }
        var context = execution.getGraphQLContext();
        var selection =
                context.<CheckedDocument>get(CheckedDocument.class).plan().of(execution, root.getField(), type);
        var executor = new BreadthFirstExecutor(execution);
        var value = executor.complete(type, selection, new ArrayList<>(Arrays.asList(root.getSource())))
                .getFirst();
        if (executor.failed()) {
            var location = root.getField().getSingleField().getSourceLocation();
            value = new NullPropagation(execution).settle(type, value, root.getPath(), location);
        }
        return new FieldValueInfo(
                CompleteValueType.SCALAR, // there is nothing left to do in it
                value == NullPropagation.MISSING
                        ? Async.exceptionallyCompletedFuture(
                                new NonNullableFieldWasNullException(root.getExecutionStepInfo(), root.getPath()))
                        : value);
    }
}
