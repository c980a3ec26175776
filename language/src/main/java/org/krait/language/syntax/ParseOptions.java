package org.krait.language.syntax;

/**
 * How a source is parsed.
 *
 * @param typeComments type comments are kept ({@code PyCF_TYPE_COMMENTS})
 * @param asyncHacks {@code async} and {@code await} are keywords only in async functions
 * @param dontImplyDedent a missing newline at the end of input isn't made up ({@code PyCF_DONT_IMPLY_DEDENT})
 * @param allowIncompleteInput input that ends too early raises {@code incomplete input}, for a prompt
 *        ({@code PyCF_ALLOW_INCOMPLETE_INPUT})
 * @param barryAsFlufl {@code <>} is the unequal sign ({@code from __future__ import barry_as_FLUFL})
 * @param featureVersion minor version whose grammar is accepted; 12 accepts all
 * @param maxIntDigits most digits of a decimal int literal ({@code sys.get_int_max_str_digits}); 0 for no limit
 * @param names looks up the characters of {@code \N{…}}
 */
public record ParseOptions(boolean typeComments, boolean asyncHacks, boolean dontImplyDedent,
        boolean allowIncompleteInput, boolean barryAsFlufl, int featureVersion, int maxIntDigits,
        CharacterNames names) {

    /** Parses as the interpreter does when it runs a file. */
    public static ParseOptions standard() {
        return new ParseOptions(false, false, false, false, false, 12, 4300,
                CharacterNames.JAVA);
    }
}
