package dev.parley.graphql;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a field costs, in points, beside what is selected inside it. Without it: 1 for an object, 0 for anything else. On an
 * argument: what it adds when it is given, 0 without. In SDL: {@code @cost(weight: "5")}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.PARAMETER})
public @interface Cost {
    int value();
}
