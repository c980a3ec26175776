package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.PyDict;
import org.krait.objects.PyInt;
import org.krait.objects.PyList;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinModule;
import org.krait.runtime.Calls;
import org.krait.runtime.sre.Characters;
import org.krait.runtime.sre.Op;
import org.krait.runtime.sre.Program;

/** The module {@code _sre}. */
@BuiltinModule("_sre")
public final class SreModule {
    private static final long MAX_REPEAT = 0xffffffffL;
    private static final int MAX_GROUPS = Integer.MAX_VALUE / 2;

    private SreModule() {}

    static void initialize(ThreadState ts, PyModule module) {
        PyDict namespace = module.materializeDict();
        namespace.put("MAGIC", PyInt.of(Op.MAGIC));
        namespace.put("CODESIZE", PyInt.of(Integer.BYTES));
        namespace.put("MAXREPEAT", PyInt.of(MAX_REPEAT));
        namespace.put("MAXGROUPS", PyInt.of(MAX_GROUPS));
        namespace.put("copyright", PyStr.of(" SRE 2.2.2 Copyright (c) 1997-2002 by Secret Labs AB "));
    }

    @Builtin(
            value = "compile(pattern, flags, code, groups, groupindex, indexgroup)",
            doc = "Makes a pattern object of verified code.")
    static PyObject compile(ThreadState ts, PyObject pattern, int flags, PyList code, long groups, PyDict groupindex,
            PyTuple indexgroup) {
        int[] words = new int[code.size()];
        for (int i = 0; i < words.length; i++) {
            words[i] = word(code.get(i));
        }
        PyPattern.Kind kind;
        if (pattern == PySingleton.NONE) {
            kind = PyPattern.Kind.ANY;
        } else if (pattern instanceof PyStr) {
            kind = PyPattern.Kind.TEXT;
        } else {
            SreScan.buffer(ts, pattern).release();
            kind = PyPattern.Kind.BYTES;
        }
        Program program = groups < 0 || groups > MAX_GROUPS ? null : Program.verified(words, (int) groups);
        if (program == null) {
            throw Errors.runtimeError("invalid SRE code");
        }
        boolean named = groupindex.size() > 0;
        return new PyPattern(pattern, flags, program, named ? groupindex : null,
                named && indexgroup.size() > 0 ? indexgroup : null, kind);
    }

    private static int word(PyObject item) {
        if (!(item instanceof PyInt number)) {
            throw Errors.typeError("an integer is required");
        }
        if (number.signum() < 0) {
            throw Errors.overflowError("can't convert negative value to unsigned int");
        }
        if (!number.fitsLong()) {
            throw Errors.overflowError("Python int too large to convert to C unsigned long");
        }
        if (number.value > MAX_REPEAT) {
            throw Errors.overflowError("regular expression code size limit exceeded");
        }
        return (int) number.value;
    }

    @Builtin(
            value = "template(pattern, template, /)",
            doc = "\n\n  template\n    A list containing interleaved literal strings (str or bytes) and group\n"
                    + "    indices (int), as returned by re._parser.parse_template():\n"
                    + "        [literal1, group1, ..., literalN, groupN]")
    static PyObject template(ThreadState ts, PyObject pattern, PyList template) {
        return PyTemplate.of(ts, template);
    }

    @Builtin(value = "getcodesize()", doc = "The size of a code word in bytes.")
    static int getCodeSize() {
        return Integer.BYTES;
    }

    @Builtin(value = "ascii_iscased(character, /)", doc = "Whether ASCII knows another case of a character.")
    static boolean isCasedAscii(int character) {
        return Characters.isCasedAscii(character);
    }

    @Builtin(value = "unicode_iscased(character, /)", doc = "Whether Unicode knows another case of a character.")
    static boolean isCasedUnicode(int character) {
        return isCodePoint(character) && Characters.isCased(character);
    }

    @Builtin(value = "ascii_tolower(character, /)", doc = "The lower case of an ASCII letter.")
    static int lowerAscii(int character) {
        return Characters.lowerAscii(character);
    }

    @Builtin(value = "unicode_tolower(character, /)", doc = "The simple lower case of a character.")
    static int lowerUnicode(int character) {
        return isCodePoint(character) ? Characters.lower(character) : character;
    }

    @Builtin(value = "setup(compile, error, flags, /)", doc = "The compiler of patterns, with that of the library "
            + "for what that has to tell.")
    static PyObject setup(PyObject compile, PyObject error, PyObject flags) {
        return new PyPatternCompiler(compile);
    }

    private static boolean isCodePoint(int character) {
        return character >= 0 && character <= Character.MAX_CODE_POINT;
    }

    /** The module {@code re}; imported if it isn't yet. */
    static PyObject importRe(ThreadState ts) {
        PyObject re = ts.interp.modules.get("re");
        if (re instanceof PyModule) {
            return re;
        }
        PyObject function = ts.interp.builtins.get("__import__");
        return Calls.call(ts, function, PyStr.interned("re"));
    }
}
