package org.krait.runtime.builtins;

import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.PyBaseException;
import org.krait.objects.PyDict;
import org.krait.objects.PyInstance;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.ThreadState;

/** What the methods of the exception classes share. */
final class ExceptionFields {
    private ExceptionFields() {}

    /** A field as Python sees it: None when unset. */
    static PyObject get(PyBaseException e, int index) {
        PyObject value = e.extra(index);
        return value == null ? PySingleton.NONE : value;
    }

    /** The attribute dictionary, when there are attributes. */
    static PyDict dictOrNull(PyBaseException e) {
        PyInstance attributes = e;
        if (attributes.dict == null && attributes.fields.length <= e.type.slotCount) {
            return null;
        }
        PyDict dict = attributes.materializeDict();
        return dict.size() == 0 ? null : dict;
    }

    /** The values of the keyword arguments that the names select, null for those not given. */
    static PyObject[] keywords(String cls, PyObject[] args, PyStr[] keywords, String... names) {
        PyObject[] found = new PyObject[names.length];
        if (keywords == null) {
            return found;
        }
        int positional = args.length - keywords.length;
        for (int k = 0; k < keywords.length; k++) {
            boolean known = false;
            for (int i = 0; i < names.length; i++) {
                if (keywords[k].equalTo(names[i])) {
                    found[i] = args[positional + k];
                    known = true;
                }
            }
            if (!known) {
                Arguments.keywordCount(cls, names.length, keywords.length);
                throw Errors.typeError("'" + keywords[k] + "' is an invalid keyword argument for " + cls + "()");
            }
        }
        return found;
    }

    /** The items of an iterable. */
    static PyObject[] items(ThreadState ts, PyObject iterable) {
        return iterable instanceof PyTuple t ? t.items : Protocol.items(ts, iterable);
    }
}
