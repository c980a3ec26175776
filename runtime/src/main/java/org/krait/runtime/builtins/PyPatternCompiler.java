package org.krait.runtime.builtins;

import org.krait.objects.PyBytes;
import org.krait.objects.PyDict;
import org.krait.objects.PyInstance;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Calls;
import org.krait.runtime.sre.PatternCompiler;

/**
 * What {@code re._compiler.compile} is here: it compiles in Java and leaves to the library's own function what that has
 * to refuse or to warn of, and patterns already parsed.
 */
@BuiltinType(base = ObjectMethods.class, doc = "Compiles regular expressions.")
final class PyPatternCompiler extends PyInstance {
    static final PyType TYPE = PyType.builtin("_sre.compiler", PyType.OBJECT, PyType.NO_NEW,
            new PyPatternCompilerTable());

    /** The library's own function, for patterns that the native compiler leaves to it. */
    final PyObject library;

    PyPatternCompiler(PyObject library) {
        super(TYPE);
        this.library = library;
        Refs.incRef(library);
    }

    @Builtin(value = "__call__(self, /, p, flags=0)", doc = "The pattern object of a regular expression.")
    static PyObject call(ThreadState ts, PyPatternCompiler self, PyObject p, PyObject flags) {
        PatternCompiler.Compiled compiled = null;
        if (flags == null || flags.getClass() == PyInt.class) {
            long bits = flags == null ? 0 : ((PyInt) flags).value;
            if (bits == (int) bits && p.getClass() == PyStr.class) {
                compiled = PatternCompiler.compile((PyStr) p, null, (int) bits);
            } else if (bits == (int) bits && p.getClass() == PyBytes.class) {
                compiled = PatternCompiler.compile(null, ((PyBytes) p).value, (int) bits);
            }
        }
        if (compiled == null) {
            return flags == null ? Calls.call(ts, self.library, p) : Calls.call(ts, self.library, p, flags);
        }
        return pattern(p, compiled);
    }

    private static PyPattern pattern(PyObject p, PatternCompiler.Compiled compiled) {
        PyDict groupIndex = null;
        PyTuple indexGroup = null;
        int[] groups = compiled.namedGroups();
        if (groups.length > 0) {
            groupIndex = new PyDict();
            PyObject[] names = new PyObject[compiled.program().groups() + 1];
            java.util.Arrays.fill(names, PySingleton.NONE);
            for (int i = 0; i < groups.length; i++) {
                PyStr name = PyStr.of(compiled.names()[i]);
                groupIndex.put(name, PyInt.of(groups[i]));
                names[groups[i]] = name;
            }
            indexGroup = PyTuple.of(names);
        }
        return new PyPattern(p, compiled.flags(), compiled.program(), groupIndex, indexGroup,
                p instanceof PyStr ? PyPattern.Kind.TEXT : PyPattern.Kind.BYTES);
    }

    @Override
    protected void dropReferents() {
        Refs.decRef(library);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        super.visitReferents(visitor);
        visitor.visit(library);
    }
}
