package dev.parley.graphql;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A field that is going away: {@code @deprecated} in SDL. Its callers are in the request log. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Outdated {

    /** What to use instead, a field of the same type or a coordinate. */
    String use();

    /** The day it stays until at least, for example 2027-06-01. */
    String until();
}
