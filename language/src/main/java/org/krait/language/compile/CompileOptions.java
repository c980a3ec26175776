package org.krait.language.compile;

/**
 * What a compilation may vary in.
 *
 * @param optimize 0; 1 drops asserts and makes {@code __debug__} false; 2 drops docstrings too
 * @param futureFlags inherited {@code from __future__} features, as flags of a code object
 * @param topLevelAwait {@code await} is allowed at module level and makes the code a coroutine
 *        ({@code ast.PyCF_ALLOW_TOP_LEVEL_AWAIT})
 * @param columns instructions know their columns, for the markers in tracebacks; off with {@code -X no_debug_ranges}
 */
public record CompileOptions(int optimize, int futureFlags, boolean topLevelAwait, boolean columns) {
    /** What runs a file without options. */
    public static final CompileOptions STANDARD = new CompileOptions(0, 0, false, true);
}
