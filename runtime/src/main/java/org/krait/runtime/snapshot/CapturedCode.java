package org.krait.runtime.snapshot;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.code.CodeObject;
import org.krait.snapshot.CodeImage;
import org.krait.snapshot.HeapWriter;

/** The code of the modules that were executed, as the archive will have it: units refer to it. */
final class CapturedCode {
    private final Map<String, CodeImage> images = new HashMap<>();
    private final Map<CodeObject, HeapWriter.CodePlace> places = new IdentityHashMap<>();
    /** By constant that may be found outside its code, as default values of functions are, the module. */
    private final Map<PyObject, String> constants = new IdentityHashMap<>();

    /** A module is about to be executed. */
    void add(PyStr module, CodeObject body) {
        CodeImage image = CodeImage.of(body);
        CodeImage before = images.put(module.toString(), image);
        if (before != null) {
            // Of a module that is executed again the archive has the last code alone.
            before.numbers().keySet().forEach(places::remove);
        }
        image.numbers().forEach((code, number) -> {
            places.put(code, new HeapWriter.CodePlace(module, number));
            for (PyObject constant : code.constants) {
                if (!(constant instanceof CodeObject)) {
                    constants.put(constant, module.toString());
                }
            }
        });
    }

    /** The code of a module; null for one that was not executed. */
    CodeImage image(String module) {
        return images.get(module);
    }

    /** True for code that a module's body has. */
    boolean has(PyObject o) {
        return o instanceof CodeObject c && places.containsKey(c);
    }

    /** The module that has an object as a constant of its code; null for none. */
    String moduleOfConstant(PyObject o) {
        return constants.get(o);
    }

    /** Where code lies; null for code that no module's body has. */
    HeapWriter.CodePlace place(CodeObject code) {
        return places.get(code);
    }
}
