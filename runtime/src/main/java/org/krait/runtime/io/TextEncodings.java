package org.krait.runtime.io;

import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.Mutations;
import org.krait.objects.PyBool;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.ThreadState;
import org.krait.runtime.Attributes;
import org.krait.runtime.Calls;
import org.krait.runtime.Configuration;
import org.krait.runtime.builtins.Protocol;
import org.krait.runtime.imports.Imports;
import org.krait.runtime.snapshot.Capture;

/** The codec of a text stream. */
final class TextEncodings {
    private TextEncodings() {}

    /** The encoding of the locale, as {@code locale.getencoding()} names it. */
    static String ofLocale(ThreadState ts) {
        String encoding = find(ts);
        if (Mutations.WATCHED) {
            Capture.asked(ts, "_locale", "getencoding", PySingleton.NONE, PyStr.of(encoding));
        }
        return encoding;
    }

    private static String find(ThreadState ts) {
        Configuration configuration = (Configuration) ts.interp.natives.get(Configuration.class);
        if (configuration.utf8Mode) {
            return "utf-8";
        }
        if (configuration.isPosixLocale()) {
            return "ANSI_X3.4-1968";
        }
        for (String name : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
            String value = configuration.environment.get(name);
            if (value != null && !value.isEmpty()) {
                int dot = value.indexOf('.');
                int at = value.indexOf('@');
                String charset = dot < 0 ? "" : value.substring(dot + 1, at > dot ? at : value.length());
                return charset.isEmpty() || charset.equalsIgnoreCase("utf8") || charset.equalsIgnoreCase("utf-8")
                        ? "UTF-8" : charset;
            }
        }
        return "UTF-8";
    }

    /** The codec as {@code codecs.lookup} gives it; LookupError unless it is a text encoding. */
    static PyObject lookUp(ThreadState ts, PyStr encoding, String alternative) {
        PyObject codecs = Imports.importModule(ts, "codecs");
        PyObject info = Calls.callMethod(ts, codecs, "lookup", encoding);
        PyObject isText = Attributes.lookup(ts, info, "_is_text_encoding");
        if (isText != null && !Protocol.truth(ts, isText)) {
            throw Errors.of(ExceptionTypes.LOOKUP_ERROR, "'" + encoding + "' is not a text encoding; use "
                    + alternative + " to handle arbitrary codecs");
        }
        return info;
    }

    /** A new incremental decoder or encoder of a codec. */
    static PyObject incremental(ThreadState ts, PyObject info, String which, PyObject errors) {
        return Calls.call(ts, Attributes.get(ts, info, which), errors);
    }

    /** The bytes of a text by an incremental encoder. */
    static PyObject encode(ThreadState ts, PyObject encoder, PyStr text) {
        return Calls.callMethod(ts, encoder, "encode", text, PyBool.FALSE);
    }
}
