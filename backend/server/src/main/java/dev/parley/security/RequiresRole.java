package dev.parley.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The least role a root field asks for. A root field without it stops the start. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RequiresRole {

    Role value();

    /** Whether the field works before a client is chosen; the role is then not looked at. */
    boolean withoutClient() default false;

    /** Whether programs are refused, whatever their token's role. */
    boolean onlyPeople() default false;
}
