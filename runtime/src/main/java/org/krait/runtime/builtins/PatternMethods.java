package org.krait.runtime.builtins;

import org.krait.objects.Equality;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyBool;
import org.krait.objects.PyBuffer;
import org.krait.objects.PyBytes;
import org.krait.objects.PyDict;
import org.krait.objects.PyException;
import org.krait.objects.PyList;
import org.krait.objects.PyMappingProxy;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyStrBuilder;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Calls;
import org.krait.runtime.TypeChecks;
import org.krait.runtime.sre.Matcher;

/** The methods of {@code re.Pattern}. */
@BuiltinType(base = ObjectMethods.class, doc = "Compiled regular expression object.")
public final class PatternMethods {
    private static final int REPR_LIMIT = 200;
    private static final int UNICODE = 32;
    /** LOCALE, UNICODE and ASCII. */
    private static final int TYPE_FLAGS = 4 | 32 | 256;
    /** The names of the flags from 2 on, by bit; the flag 1 has none. */
    private static final String[] FLAG_NAMES = {
        "IGNORECASE", "LOCALE", "MULTILINE", "DOTALL", "UNICODE", "VERBOSE", "DEBUG", "ASCII"
    };

    private PatternMethods() {}

    @Builtin(
            value = "match(self, /, string, pos=0, endpos=sys.maxsize)",
            doc = "Matches zero or more characters at the beginning of the string.")
    static PyObject match(ThreadState ts, PyPattern self, PyObject string, long pos, long endpos) {
        SreScan scan = new SreScan(ts, self, string, pos, endpos);
        try {
            return scan.matcher.match() ? scan.match() : PySingleton.NONE;
        } finally {
            scan.close();
        }
    }

    @Builtin(
            value = "fullmatch(self, /, string, pos=0, endpos=sys.maxsize)",
            doc = "Matches against all of the string.")
    static PyObject fullMatch(ThreadState ts, PyPattern self, PyObject string, long pos, long endpos) {
        SreScan scan = new SreScan(ts, self, string, pos, endpos);
        try {
            return scan.matcher.fullMatch() ? scan.match() : PySingleton.NONE;
        } finally {
            scan.close();
        }
    }

    @Builtin(
            value = "search(self, /, string, pos=0, endpos=sys.maxsize)",
            doc = "Scan through string looking for a match, and return a corresponding match object instance.\n\n"
                    + "Return None if no position in the string matches.")
    static PyObject search(ThreadState ts, PyPattern self, PyObject string, long pos, long endpos) {
        SreScan scan = new SreScan(ts, self, string, pos, endpos);
        try {
            return scan.matcher.search() ? scan.match() : PySingleton.NONE;
        } finally {
            scan.close();
        }
    }

    @Builtin(
            value = "sub(self, /, repl, string, count=0)",
            doc = "Return the string obtained by replacing the leftmost non-overlapping occurrences of pattern in "
                    + "string by the replacement repl.")
    static PyObject sub(ThreadState ts, PyPattern self, PyObject repl, PyObject string, long count) {
        return new SreSubstitution(ts, self, repl).apply(string, count);
    }

    @Builtin(
            value = "subn(self, /, repl, string, count=0)",
            doc = "Return the tuple (new_string, number_of_subs_made) found by replacing the leftmost non-overlapping"
                    + " occurrences of pattern with the replacement repl.")
    static PyObject subn(ThreadState ts, PyPattern self, PyObject repl, PyObject string, long count) {
        SreSubstitution substitution = new SreSubstitution(ts, self, repl);
        PyObject result = substitution.apply(string, count);
        return PyTuple.of(result, substitution.count());
    }

    @Builtin(
            value = "findall(self, /, string, pos=0, endpos=sys.maxsize)",
            doc = "Return a list of all non-overlapping matches of pattern in string.")
    static PyObject findAll(ThreadState ts, PyPattern self, PyObject string, long pos, long endpos) {
        SreScan scan = new SreScan(ts, self, string, pos, endpos);
        try {
            PyList found = new PyList();
            Matcher matcher = scan.matcher;
            while (matcher.search()) {
                found.append(found(scan, self.groups()));
                matcher.advance();
            }
            return found;
        } finally {
            scan.close();
        }
    }

    /** What findall returns for one match: the text, the only group, or all groups. */
    private static PyObject found(SreScan scan, int groups) {
        Matcher matcher = scan.matcher;
        if (groups == 0) {
            return scan.slice(matcher.start(), matcher.matchEnd());
        }
        PyObject empty = scan.slice(0, 0);
        if (groups == 1) {
            return scan.group(1, empty);
        }
        PyObject[] texts = new PyObject[groups];
        for (int i = 0; i < groups; i++) {
            texts[i] = scan.group(i + 1, empty);
        }
        return PyTuple.of(texts);
    }

    @Builtin(value = "split(self, /, string, maxsplit=0)", doc = "Split string by the occurrences of pattern.")
    static PyObject split(ThreadState ts, PyPattern self, PyObject string, long maxsplit) {
        SreScan scan = new SreScan(ts, self, string, 0, Long.MAX_VALUE);
        try {
            PyList parts = new PyList();
            Matcher matcher = scan.matcher;
            int last = 0;
            for (long n = 0; (maxsplit == 0 || n < maxsplit) && matcher.search(); n++) {
                parts.append(scan.slice(last, matcher.start()));
                for (int group = 1; group <= self.groups(); group++) {
                    parts.append(scan.group(group, PySingleton.NONE));
                }
                matcher.advance();
                last = matcher.start();
            }
            parts.append(scan.slice(last, scan.endPos));
            return parts;
        } finally {
            scan.close();
        }
    }

    @Builtin(
            value = "finditer(self, /, string, pos=0, endpos=sys.maxsize)",
            doc = "Return an iterator over all non-overlapping matches for the RE pattern in string.\n\n"
                    + "For each match, the iterator returns a match object.")
    static PyObject findIter(ThreadState ts, PyPattern self, PyObject string, long pos, long endpos) {
        return new PyScanner(PyScanner.ITERATOR_TYPE, new SreScan(ts, self, string, pos, endpos));
    }

    @Builtin(
            value = "scanner(self, /, string, pos=0, endpos=sys.maxsize)",
            doc = "Returns an object whose methods give the successive matches.")
    static PyObject scanner(ThreadState ts, PyPattern self, PyObject string, long pos, long endpos) {
        return new PyScanner(PyScanner.TYPE, new SreScan(ts, self, string, pos, endpos));
    }

    @Builtin("__copy__(self, /)")
    static PyObject copy(PyPattern self) {
        return self;
    }

    @Builtin("__deepcopy__(self, memo, /)")
    static PyObject deepCopy(PyPattern self, PyObject memo) {
        return self;
    }

    @Builtin("__eq__(self, value, /)")
    static PyObject equal(ThreadState ts, PyPattern self, PyObject other) {
        return other instanceof PyPattern p ? PyBool.of(same(ts, self, p)) : PySingleton.NOT_IMPLEMENTED;
    }

    @Builtin("__ne__(self, value, /)")
    static PyObject notEqual(ThreadState ts, PyPattern self, PyObject other) {
        return other instanceof PyPattern p ? PyBool.of(!same(ts, self, p)) : PySingleton.NOT_IMPLEMENTED;
    }

    private static boolean same(ThreadState ts, PyPattern one, PyPattern other) {
        return one == other || one.flags == other.flags && one.kind == other.kind
                && one.program.sameCode(other.program) && Equality.same(ts, one.pattern, other.pattern);
    }

    @Builtin("__hash__(self, /)")
    static long hash(ThreadState ts, PyPattern self) {
        long hash = Equality.hash(ts, self.pattern) ^ self.program.codeHash() ^ self.flags ^ self.kind.ordinal()
                ^ self.program.length();
        return hash == -1 ? -2 : hash;
    }

    @Builtin("__repr__(self, /)")
    static PyObject repr(ThreadState ts, PyPattern self) {
        int flags = self.flags;
        if (self.kind == PyPattern.Kind.TEXT && (flags & TYPE_FLAGS) == UNICODE) {
            flags &= ~UNICODE;
        }
        PyStr text = (PyStr) self.pattern.type.slots().repr(ts, self.pattern);
        PyStrBuilder out = new PyStrBuilder();
        out.append("re.compile(").append(text, 0, Math.min(REPR_LIMIT, text.length()));
        String separator = ", ";
        for (int i = 0; i < FLAG_NAMES.length; i++) {
            int flag = 2 << i;
            if ((flags & flag) != 0) {
                out.append(separator).append("re.").append(FLAG_NAMES[i]);
                separator = "|";
                flags &= ~flag;
            }
        }
        if (flags != 0) {
            out.append(separator).append("0x").append(Integer.toHexString(flags));
        }
        return out.append(")").toPyStr();
    }

    @Attribute(
            value = "pattern",
            doc = "The pattern string from which the RE object was compiled.",
            member = true)
    static PyObject pattern(PyPattern self) {
        return self.pattern;
    }

    @Attribute(value = "flags", doc = "The regex matching flags.", member = true)
    static int flags(PyPattern self) {
        return self.flags;
    }

    @Attribute(value = "groups", doc = "The number of capturing groups in the pattern.", member = true)
    static int groups(PyPattern self) {
        return self.groups();
    }

    @Attribute(value = "groupindex", doc = "A dictionary mapping group names to group numbers.")
    static PyObject groupIndex(PyPattern self) {
        return self.groupIndex == null ? new PyDict() : new PyMappingProxy(self.groupIndex);
    }

    @Builtin(value = "__class_getitem__(cls, object, /)", kind = Builtin.Kind.CLASS_METHOD, doc = "See PEP 585")
    static PyObject classGetItem(PyType cls, PyObject key) {
        return TypeChecks.genericAlias(cls, key);
    }

    /** Parses a replacement with {@code re._compile_template}, which caches what it made. */
    static PyTemplate compileTemplate(ThreadState ts, PyPattern pattern, PyObject template) {
        PyObject function = ((PyModule) SreModule.importRe(ts)).attribute(PyStr.interned("_compile_template"));
        PyObject result;
        try {
            result = Calls.call(ts, function, pattern, template);
        } catch (PyException e) {
            PyObject basic = e.is(ExceptionTypes.TYPE_ERROR) ? basic(ts, template) : null;
            if (basic == null) {
                throw e;
            }
            e.swallowKeeping(pattern);
            result = Calls.call(ts, function, pattern, basic);
        }
        if (result instanceof PyTemplate compiled) {
            return compiled;
        }
        throw Errors.runtimeError(
                "the result of compiling a replacement string is " + result.type.name());
    }

    /** An unhashable str or bytes-like replacement as exact str or bytes, or null. */
    private static PyObject basic(ThreadState ts, PyObject template) {
        if (template instanceof PyStr text) {
            return text.getClass() == PyStr.class ? null : text.exact();
        }
        if (template.getClass() == PyBytes.class) {
            return null;
        }
        PyBuffer buffer = template.type.slots().buffer(ts, template, 0);
        if (buffer == null) {
            return null;
        }
        PyBytes bytes = new PyBytes(buffer.toByteArray());
        buffer.release();
        return bytes;
    }
}
