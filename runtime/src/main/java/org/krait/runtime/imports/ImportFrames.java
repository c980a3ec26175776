package org.krait.runtime.imports;

import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyDict;
import org.krait.objects.PyException;
import org.krait.objects.PyTraceback;

/** Takes the frames of the import machinery out of tracebacks, as {@code remove_importlib_frames} of import.c. */
final class ImportFrames {
    private static final String CALL = "_call_with_frames_removed";

    private ImportFrames() {}

    /**
     * Takes out every run of frames of the machinery that ends in {@code _call_with_frames_removed}, and for an
     * ImportError all runs.
     */
    static void strip(ImportLibrary library, PyException e) {
        boolean always = e.is(ExceptionTypes.IMPORT_ERROR);
        PyTraceback beforeRun = null;
        PyTraceback previous = null;
        boolean inRun = false;
        PyTraceback next;
        for (PyTraceback t = e.value.traceback(); t != null; t = next) {
            next = t.next();
            PyDict globals = t.frame.globals;
            boolean own = globals == library.bootstrap.dict || globals == library.external.dict;
            if (own && !inRun) {
                beforeRun = previous;
            }
            inRun = own;
            if (own && (always || t.frame.code.name.equalTo(CALL))) {
                if (beforeRun == null) {
                    e.value.setTraceback(next);
                } else {
                    beforeRun.setNext(next);
                }
                previous = beforeRun;
            } else {
                previous = t;
            }
        }
    }
}
