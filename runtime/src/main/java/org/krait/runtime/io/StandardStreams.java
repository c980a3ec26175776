package org.krait.runtime.io;

import java.io.File;
import org.krait.objects.PyDict;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.ThreadState;
import org.krait.runtime.Attributes;
import org.krait.runtime.Configuration;
import org.krait.runtime.posix.Descriptors;

/**
 * Makes {@code sys.stdin}, {@code sys.stdout} and {@code sys.stderr}: on the path of every program, so with few classes
 * and without the package {@code encodings}.
 */
public final class StandardStreams {
    private StandardStreams() {}

    /** The encoding that the locale asks for, as {@code locale.getencoding()} names it. */
    public static String localeEncoding(ThreadState ts) {
        return TextEncodings.ofLocale(ts);
    }

    /** Puts the streams into {@code sys}. */
    public static void install(ThreadState ts) {
        Configuration configuration = (Configuration) ts.interp.natives.get(Configuration.class);
        String encoding = "utf-8";
        String errors = configuration.isPosixLocale() || isCoercionTarget(configuration) || configuration.utf8Mode
                ? "surrogateescape" : "strict";
        if (configuration.verbose > 0) {
            // Importing the codec has something to say.
            put(ts.interp.sys, "stderr", stream(ts, configuration, 2, "<stderr>", encoding, "backslashreplace"));
        }
        String chosen = configuration.ioEncoding;
        if (chosen != null) {
            int colon = chosen.indexOf(':');
            String name = colon < 0 ? chosen : chosen.substring(0, colon);
            if (!name.isEmpty()) {
                encoding = codecName(ts, name);
                errors = "strict";
            }
            if (colon >= 0 && colon + 1 < chosen.length()) {
                errors = chosen.substring(colon + 1);
            }
        } else if (!configuration.utf8Mode) {
            String locale = TextEncodings.ofLocale(ts);
            encoding = locale.equals("UTF-8") ? "utf-8" : configuration.isPosixLocale() ? "ascii" : locale;
        }
        IoModule.installOpen(ts);
        PyDict sys = ts.interp.sys;
        put(sys, "stdin", stream(ts, configuration, 0, "<stdin>", encoding, errors));
        put(sys, "stdout", stream(ts, configuration, 1, "<stdout>", encoding, errors));
        put(sys, "stderr", stream(ts, configuration, 2, "<stderr>", encoding, "backslashreplace"));
    }

    /** What the codec of an encoding calls itself. */
    private static String codecName(ThreadState ts, String encoding) {
        PyObject info = TextEncodings.lookUp(ts, PyStr.of(encoding), "codecs.open()");
        return Attributes.get(ts, info, PyStr.interned("name")).toString();
    }

    private static void put(PyDict sys, String name, PyObject stream) {
        sys.put(name, stream);
        sys.put("__" + name + "__", stream);
    }

    /** One of the locales that "C" is replaced by, so that the choice may not have been the user's. */
    private static boolean isCoercionTarget(Configuration configuration) {
        for (String name : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
            String value = configuration.environment.get(name);
            if (value != null && !value.isEmpty()) {
                return value.equals("C.UTF-8") || value.equals("C.utf8") || value.equals("UTF-8");
            }
        }
        return true;
    }

    private static PyObject stream(ThreadState ts, Configuration configuration, int fd, String name, String encoding,
            String errors) {
        if (configuration.in == null && (configuration.closedStreams.indexOf('0' + fd) >= 0
                || !new File("/proc/self/fd/" + fd).exists())) {
            return PySingleton.NONE;
        }
        boolean writes = fd > 0;
        PyFileIO raw = PyFileIO.standard(fd, writes);
        raw.setAttribute(PyStr.interned("name"), PyStr.interned(name));
        boolean buffered = !configuration.unbuffered;
        boolean terminal = (buffered || configuration.interactive != 0) && Descriptors.of(ts).isTerminal(fd);
        PyObject buffer = raw;
        if (buffered || !writes) {
            PyBuffered made = new PyBuffered(writes ? PyBuffered.WRITER : PyBuffered.READER);
            made.start(raw, Io.DEFAULT_BUFFER_SIZE, !writes, writes);
            buffer = made;
        }
        PyTextIOWrapper text = new PyTextIOWrapper(PyTextIOWrapper.TYPE);
        TextIOWrapperMethods.standard(ts, text, buffer, PyStr.interned(encoding), PyStr.interned(errors),
                buffered && (terminal || fd == 2), !buffered, writes);
        text.setAttribute(PyStr.interned("mode"), PyStr.interned(writes ? "w" : "r"));
        return text;
    }
}
