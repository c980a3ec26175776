package org.krait.objects.builtin;

import java.util.List;
import org.krait.objects.Signature;

/** Takes the parameter list of a signature text apart. */
final class ParameterText {
    private ParameterText() {}

    /** The parts between commas outside brackets and quotes, without blanks around them. */
    static List<String> split(String signature) {
        return Signature.split(signature.substring(signature.indexOf('(') + 1, signature.lastIndexOf(')')));
    }
}
