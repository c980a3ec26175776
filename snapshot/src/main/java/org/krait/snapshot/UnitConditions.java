package org.krait.snapshot;

import java.util.List;

/**
 * What must hold when a unit is bound, beyond its own modules: else it would not be what its execution gives.
 *
 * @param executed modules that its execution imported and that are not captured: imported before it is bound
 * @param missing modules that its execution asked for and did not find
 * @param variables environment variables that its execution read
 */
public record UnitConditions(List<String> executed, List<String> missing, List<Variable> variables) {
    /** An environment variable, its bytes as Latin-1; null as value when it was not set. */
    public record Variable(String name, String value) {}
}
