package dev.parley.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The least role that may use a field: on an API method, or on a getter of what it returns. It is the directive {@code
 * @requiresRole} of the published schema; fields written in SDL say there {@code @requiresRole(role: ADMIN)}. A field of Query,
 * Mutation or Subscription without it stops the start; any other is for whoever gets the object it is on.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RequiresRole {

    Role value();

    /** Whether the field works before a client is chosen; the role is then not looked at. */
    boolean withoutClient() default false;

    /** Whether programs are refused, whatever their token's role. */
    boolean onlyPeople() default false;
}
