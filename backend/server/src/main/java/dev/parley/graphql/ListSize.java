package dev.parley.graphql;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How many objects a list is taken to hold when its cost is worked out. Every list of objects has to say. In SDL: {@code
 * @listSize(assumedSize: 20)}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface ListSize {

    /** So many; with {@link #by}, when that argument is not given and has no default. */
    int assumed() default 0;

    /** The argument that says how many. */
    String by() default "";

    /** The lists inside this field that are that long; none: the field itself is the list. */
    String[] of() default {};
}
