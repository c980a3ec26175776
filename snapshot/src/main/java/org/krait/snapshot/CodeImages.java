package org.krait.snapshot;

import java.util.HashMap;
import java.util.Set;
import org.krait.objects.PyStr;
import org.krait.objects.code.CodeObject;
import org.krait.objects.code.CodeParts;
import org.krait.snapshot.ModuleImage.BadImageException;

/**
 * The code of the modules of an archive as the functions of its heap run it. Binding and making functions needs no
 * image of code: that of a module is read when the first of its functions is called or looked into. One that is damaged
 * is made anew from the source.
 */
final class CodeImages {
    /** Modules that change objects of others because the program, a test, says so. */
    private static final Set<String> FOR_CALLERS = Set.of("unittest.mock", "_pytest.monkeypatch");

    private final Heap heap;
    private final HashMap<String, OfModule> modules = new HashMap<>();

    CodeImages(Heap heap) {
        this.heap = heap;
    }

    /** Whether what the code of a module changes is changed by whoever calls it. */
    static boolean isForCallers(String module) {
        return FOR_CALLERS.contains(module);
    }

    /** The code of a number in the image of a module; made with the parts of a head when it is not known. */
    CodeObject get(String module, int number, CodeParts head) {
        OfModule of = modules.get(module);
        if (of == null) {
            of = new OfModule(module);
            modules.put(module, of);
        }
        return of.get(number, head);
    }

    private final class OfModule implements CodeObject.Body {
        private final String module;
        private final HashMap<Integer, CodeObject> known = new HashMap<>();
        /** Null until it is read. */
        private ModuleImage image;

        OfModule(String module) {
            this.module = module;
        }

        CodeObject get(int number, CodeParts head) {
            CodeObject code = known.get(number);
            if (code == null && image != null) {
                code = image.madeCode(number);
            }
            if (code == null) {
                code = new CodeObject(head, this);
                code.image = number;
                code.isArchived = !isForCallers(module);
                known.put(number, code);
                if (image != null) {
                    image.adopt(code);
                }
            }
            return code;
        }

        @Override
        public void load(CodeObject code) {
            try {
                heap.enter();
                try {
                    if (image == null) {
                        image = open(code.filename);
                        image.isForCallers = isForCallers(module);
                        for (CodeObject made : known.values()) {
                            image.adopt(made);
                        }
                    }
                    image.read(code);
                } finally {
                    heap.leave();
                }
            } catch (BadImageException e) {
                throw Heap.damaged(e);
            }
        }

        private ModuleImage open(PyStr file) {
            try {
                Archive archive = heap.archive();
                Archive.Entry entry = archive.find(module);
                if (entry == null) {
                    throw new BadImageException(archive.file() + ": has no code of module " + module);
                }
                try {
                    return archive.image(entry, file);
                } catch (ArchiveException e) {
                    CodeObject body = heap.host.compile(archive, entry, file, e);
                    return new ModuleImage(file + ": code of " + module, CodeImage.of(body).bytes(), file);
                }
            } catch (ArchiveException e) {
                throw new BadImageException(e.getMessage());
            }
        }
    }
}
