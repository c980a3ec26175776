package org.krait.snapshot;

import java.util.Map;
import org.krait.objects.code.CodeObject;

/**
 * The image of a module's code as it is written.
 *
 * @param numbers the number of each code object in it, by identity
 */
public record CodeImage(byte[] bytes, Map<CodeObject, Integer> numbers) {
    /** The image of the code of a module's body. */
    public static CodeImage of(CodeObject body) {
        return ImageWriter.write(body);
    }
}
