package dev.parley.leads;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a person wants changed. A field that is not in the map stays; a null value clears it.
 *
 * @param fields name, email, phone, company by {@link LeadField}
 * @param notes empty: leave; holds an empty string: clear
 */
public record LeadEdit(Map<LeadField, Optional<String>> fields, @Nullable LeadStatus status, Optional<String> notes) {}
