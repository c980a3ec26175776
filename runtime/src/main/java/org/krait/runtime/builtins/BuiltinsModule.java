package org.krait.runtime.builtins;

import org.krait.objects.Arguments;
import org.krait.objects.BinaryOp;
import org.krait.objects.CompareOp;
import org.krait.objects.Equality;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyBool;
import org.krait.objects.PyByteArray;
import org.krait.objects.PyBytes;
import org.krait.objects.PyComplex;
import org.krait.objects.PyDict;
import org.krait.objects.PyException;
import org.krait.objects.PyFloat;
import org.krait.objects.PyInt;
import org.krait.objects.PyList;
import org.krait.objects.PyMemoryView;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PyRange;
import org.krait.objects.PySet;
import org.krait.objects.PySingleton;
import org.krait.objects.PySlice;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.Special;
import org.krait.objects.ThreadState;
import org.krait.objects.UnaryOp;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinModule;
import org.krait.runtime.Arithmetic;
import org.krait.runtime.Attributes;
import org.krait.runtime.BuildClass;
import org.krait.runtime.Calls;
import org.krait.runtime.Iteration;
import org.krait.runtime.Lengths;
import org.krait.runtime.Texts;
import org.krait.runtime.TypeChecks;
import org.krait.runtime.imports.Imports;

/** The functions of the module {@code builtins}. Those about code and namespaces are in {@link CodeFunctions}. */
@BuiltinModule(value = "builtins", doc = "Built-in functions, types, exceptions, and other objects.")
final class BuiltinsModule {
    private BuiltinsModule() {}

    static void initialize(ThreadState ts, PyModule module) {
        PyDict d = module.dict;
        d.put("None", PySingleton.NONE);
        d.put("Ellipsis", PySingleton.ELLIPSIS);
        d.put("NotImplemented", PySingleton.NOT_IMPLEMENTED);
        d.put("False", PyBool.FALSE);
        d.put("True", PyBool.TRUE);
        PyType[] types = {
            PyBool.TYPE, PyMemoryView.TYPE, PyByteArray.TYPE, PyBytes.TYPE, PyType.OBJECT, PyType.TYPE, PyInt.TYPE,
            PyFloat.TYPE, PyComplex.TYPE, PyStr.TYPE, PyList.TYPE, PyTuple.TYPE, PyDict.TYPE, PySet.TYPE,
            PySet.FROZEN_TYPE, PySlice.TYPE, PyRange.TYPE, PyEnumerate.TYPE, PyReversed.TYPE, PyZip.TYPE, PyMap.TYPE,
            PyFilter.TYPE
        };
        for (PyType type : types) {
            d.put(type.pyName(), type);
        }
        for (PyType type : BuiltinTypes.otherBuiltins()) {
            d.put(type.pyName(), type);
        }
        for (PyType type : ExceptionTypes.all()) {
            d.put(type.pyName(), type);
        }
        d.put("EnvironmentError", ExceptionTypes.OS_ERROR);
        d.put("IOError", ExceptionTypes.OS_ERROR);
    }

    @Builtin(value = "abs(x, /)", doc = "Return the absolute value of the argument.")
    static PyObject abs(ThreadState ts, PyObject x) {
        return Arithmetic.unary(ts, UnaryOp.ABSOLUTE, x);
    }

    @Builtin(value = "all(iterable, /)", doc = "Return True if bool(x) is True for all values x in the iterable.")
    static boolean all(ThreadState ts, PyObject iterable) {
        return !reaches(ts, iterable, false);
    }

    @Builtin(value = "any(iterable, /)", doc = "Return True if bool(x) is True for any x in the iterable.")
    static boolean any(ThreadState ts, PyObject iterable) {
        return reaches(ts, iterable, true);
    }

    /** Whether an item has the wanted truth value. */
    private static boolean reaches(ThreadState ts, PyObject iterable, boolean wanted) {
        PyObject iterator = Iteration.iter(ts, iterable);
        try {
            for (PyObject item = Iteration.next(ts, iterator); item != null; item = Iteration.next(ts, iterator)) {
                boolean truth = item.type.slots().truth(ts, item);
                Refs.drop(item);
                if (truth == wanted) {
                    return true;
                }
            }
            return false;
        } finally {
            Refs.drop(iterator);
        }
    }

    @Builtin(value = "ascii(obj, /)", doc = "Return an ASCII-only representation of an object.")
    static PyStr ascii(ThreadState ts, PyObject obj) {
        return Texts.ascii(ts, obj);
    }

    @Builtin(value = "bin(number, /)", doc = """
            Return the binary representation of an integer.

            >>> bin(10)
            '0b1010'""")
    static PyStr bin(ThreadState ts, PyObject number) {
        return prefixed(ts, number, 2, "0b");
    }

    @Builtin(value = "hex(number, /)", doc = """
            Return the hexadecimal representation of an integer.

            >>> hex(255)
            '0xff'""")
    static PyStr hex(ThreadState ts, PyObject number) {
        return prefixed(ts, number, 16, "0x");
    }

    @Builtin(value = "oct(number, /)", doc = """
            Return the octal representation of an integer.

            >>> oct(64)
            '0o100'""")
    static PyStr oct(ThreadState ts, PyObject number) {
        return prefixed(ts, number, 8, "0o");
    }

    private static PyStr prefixed(ThreadState ts, PyObject number, int radix, String prefix) {
        String digits = Arguments.toIndex(ts, number).toBigInteger().toString(radix);
        return PyStr.of(digits.startsWith("-") ? "-" + prefix + digits.substring(1) : prefix + digits);
    }

    @Builtin(value = "callable(obj, /)", doc = "Return whether the object is callable (i.e., some kind of function).")
    static boolean callable(PyObject obj) {
        return Calls.isCallable(obj);
    }

    @Builtin(value = "chr(i, /)", doc = "Return a Unicode string of one character with ordinal i; 0 <= i <= 0x10ffff.")
    static PyStr chr(ThreadState ts, PyObject i) {
        PyInt index = Arguments.toIndex(ts, i);
        if (!index.fitsLong() || index.value != (int) index.value) {
            throw Errors.overflowError("Python int too large to convert to C int");
        }
        if (index.value < 0 || index.value > 0x10ffff) {
            throw Errors.valueError("chr() arg not in range(0x110000)");
        }
        return PyStr.ofCodePoint((int) index.value);
    }

    @Builtin(value = "ord(c, /)", doc = "Return the Unicode code point for a one-character string.")
    static int ord(ThreadState ts, PyObject c) {
        int length;
        if (c instanceof PyStr s) {
            length = s.length();
            if (length == 1) {
                return s.at(0);
            }
        } else if (c instanceof PyBytes b) {
            length = b.length();
            if (length == 1) {
                return b.value[0] & 0xff;
            }
        } else if (c instanceof PyByteArray) {
            length = c.type.slots().length(ts, c);
            if (length == 1) {
                return (int) ((PyInt) c.type.slots().getItem(ts, c, PyInt.ZERO)).value;
            }
        } else {
            throw Errors.typeError("ord() expected string of length 1, but " + c.type.name() + " found");
        }
        throw Errors.typeError("ord() expected a character, but string of length " + length + " found");
    }

    @Builtin(value = "delattr(obj, name, /)", doc = "Deletes the named attribute from the given object.")
    static void delattr(ThreadState ts, PyObject obj, PyObject name) {
        Attributes.delete(ts, obj, attributeName(name));
    }

    @Builtin(value = "getattr(object, name, default=<unrepresentable>, /)",
            doc = "Get a named attribute from an object.")
    static PyObject getattr(ThreadState ts, PyObject object, PyObject name, PyObject fallback) {
        PyStr attribute = attributeName(name);
        if (fallback == null) {
            return Attributes.get(ts, object, attribute);
        }
        PyObject found = Attributes.lookup(ts, object, attribute);
        return found == null ? fallback : found;
    }

    @Builtin(value = "hasattr(obj, name, /)", doc = "Return whether the object has an attribute with the given name.")
    static boolean hasattr(ThreadState ts, PyObject obj, PyObject name) {
        PyObject found = Attributes.lookup(ts, obj, attributeName(name));
        Refs.xdrop(found);
        return found != null;
    }

    @Builtin(value = "setattr(obj, name, value, /)", doc = "Sets the named attribute on the given object.")
    static void setattr(ThreadState ts, PyObject obj, PyObject name, PyObject value) {
        Attributes.set(ts, obj, attributeName(name), value);
    }

    private static PyStr attributeName(PyObject name) {
        if (name instanceof PyStr s) {
            return s.intern();
        }
        throw Errors.typeError("attribute name must be string, not '" + name.type.name() + "'");
    }

    @Builtin(value = "divmod(x, y, /)", doc = "Return the tuple (x//y, x%y).")
    static PyObject divmod(ThreadState ts, PyObject x, PyObject y) {
        return Arithmetic.binary(ts, BinaryOp.DIVMOD, x, y);
    }

    @Builtin(value = "format(value, format_spec='', /)", doc = "Return type(value).__format__(value, format_spec)")
    static PyObject format(ThreadState ts, PyObject value, PyObject spec) {
        return Texts.format(ts, value, spec);
    }

    @Builtin(value = "hash(obj, /)", doc = "Return the hash value for the given object.")
    static long hash(ThreadState ts, PyObject obj) {
        return Equality.hash(ts, obj);
    }

    @Builtin(value = "id(obj, /)", doc = "Return the identity of an object.")
    static long id(ThreadState ts, PyObject obj) {
        long id = Identity.of(ts.interp, obj);
        if (ts.interp.auditHooks != null) {
            AuditHooks.raise(ts, "builtins.id", PyInt.of(id));
        }
        return id;
    }

    @Builtin(value = "isinstance(obj, class_or_tuple, /)",
            doc = "Return whether an object is an instance of a class or of a subclass thereof.")
    static boolean isinstance(ThreadState ts, PyObject obj, PyObject classes) {
        return TypeChecks.isInstance(ts, obj, classes);
    }

    @Builtin(value = "issubclass(cls, class_or_tuple, /)",
            doc = "Return whether 'cls' is derived from another class or is the same class.")
    static boolean issubclass(ThreadState ts, PyObject cls, PyObject classes) {
        return TypeChecks.isSubclass(ts, cls, classes);
    }

    @Builtin(value = "iter(object, sentinel=<unrepresentable>, /)", doc = "Get an iterator from an object.")
    static PyObject iter(ThreadState ts, PyObject object, PyObject sentinel) {
        if (sentinel == null) {
            return Iteration.iter(ts, object);
        }
        if (!Calls.isCallable(object)) {
            throw Errors.typeError("iter(object, sentinel): object must be callable");
        }
        return new PyCallIterator(object, sentinel);
    }

    @Builtin(value = "aiter(async_iterable, /)", doc = "Return an AsyncIterator for an AsyncIterable object.")
    static PyObject aiter(ThreadState ts, PyObject iterable) {
        return AsyncFunctions.aiter(ts, iterable);
    }

    @Builtin(value = "anext(aiterator, default=<unrepresentable>, /)",
            doc = "Return the next item from the async iterator, or the default at its end.")
    static PyObject anext(ThreadState ts, PyObject iterator, PyObject fallback) {
        return AsyncFunctions.anext(ts, iterator, fallback);
    }

    @Builtin(value = "len(obj, /)", doc = "Return the number of items in a container.")
    static long len(ThreadState ts, PyObject obj) {
        return obj.type.isHeapType() || obj instanceof PyRange ? Lengths.of(ts, obj) : obj.type.slots().length(ts, obj);
    }

    @Builtin(value = "max(*args, **kwargs)", doc = "max(iterable, *[, default=obj, key=func]) -> value\n"
            + "max(arg1, arg2, *args, *[, key=func]) -> value\n\nThe biggest item of an iterable, or the biggest "
            + "argument.")
    static PyObject max(ThreadState ts, PyObject[] args, PyDict options) {
        return Extremes.find(ts, "max", CompareOp.GT, args, options);
    }

    @Builtin(value = "min(*args, **kwargs)", doc = "min(iterable, *[, default=obj, key=func]) -> value\n"
            + "min(arg1, arg2, *args, *[, key=func]) -> value\n\nThe smallest item of an iterable, or the smallest "
            + "argument.")
    static PyObject min(ThreadState ts, PyObject[] args, PyDict options) {
        return Extremes.find(ts, "min", CompareOp.LT, args, options);
    }

    @Builtin(value = "next(iterator, default=<unrepresentable>, /)",
            doc = "Return the next item from the iterator, or the default at its end.")
    static PyObject next(ThreadState ts, PyObject iterator, PyObject fallback) {
        if (!iterator.type.has(Special.NEXT)) {
            throw Errors.typeError("'" + iterator.type.name() + "' object is not an iterator");
        }
        PyObject item;
        try {
            item = Iteration.nextRaw(ts, iterator);
        } catch (PyException e) {
            if (fallback != null && e.is(ExceptionTypes.STOP_ITERATION)) {
                e.swallow();
                return fallback;
            }
            throw e;
        }
        if (item != null) {
            return item;
        }
        if (fallback != null) {
            return fallback;
        }
        throw Errors.stopIteration(null);
    }

    @Builtin(value = "pow(base, exp, mod=None)",
            doc = "Equivalent to base**exp with 2 arguments or base**exp % mod with 3.")
    static PyObject pow(ThreadState ts, PyObject base, PyObject exponent, PyObject modulus) {
        return modulus == null || modulus == PySingleton.NONE
                ? Arithmetic.binary(ts, BinaryOp.POWER, base, exponent)
                : Arithmetic.power(ts, base, exponent, modulus);
    }

    @Builtin(value = "repr(obj, /)", doc = "Return the canonical string representation of the object.")
    static PyStr repr(ThreadState ts, PyObject obj) {
        return Texts.repr(ts, obj);
    }

    @Builtin(value = "round(number, ndigits=None)", doc = "Round a number to a given precision in decimal digits.")
    static PyObject round(ThreadState ts, PyObject number, PyObject digits) {
        PyObject method = Attributes.getSpecial(ts, number, Special.ROUND);
        if (method == null) {
            throw Errors.typeError("type " + number.type.name() + " doesn't define __round__ method");
        }
        return digits == null || digits == PySingleton.NONE
                ? Calls.consume(ts, method)
                : Calls.consume(ts, method, digits);
    }

    @Builtin(value = "sorted(iterable, /, *, key=None, reverse=False)",
            doc = "Return a new list containing all items from the iterable in ascending order.")
    static PyObject sorted(ThreadState ts, PyObject iterable, PyObject key, boolean reverse) {
        PyList list = Iteration.toList(ts, iterable);
        try {
            ListMethods.sort(ts, list, key == PySingleton.NONE ? null : key, reverse);
        } catch (PyException e) {
            Refs.drop(list);
            throw e;
        }
        return list;
    }

    @Builtin(value = "sum(iterable, /, start=0)",
            doc = "Return the sum of a 'start' value (default: 0) plus an iterable of numbers.")
    static PyObject sum(ThreadState ts, PyObject iterable, PyObject start) {
        return Sums.sum(ts, iterable, start == null ? PyInt.ZERO : start);
    }

    @Builtin(value = "print(*args, sep=' ', end='\\n', file=None, flush=False)",
            doc = "Prints the values to a stream, or to sys.stdout by default.")
    static void print(ThreadState ts, PyObject[] args, PyObject sep, PyObject end, PyObject file, boolean flush) {
        Printing.print(ts, args, sep, end, file, flush);
    }

    @Builtin(value = "input(prompt='', /)",
            doc = "Read a string from standard input. The trailing newline is stripped.")
    static PyObject input(ThreadState ts, PyObject prompt) {
        AuditHooks.raise(ts, "builtins.input", prompt);
        PyObject line = Printing.input(ts, prompt);
        AuditHooks.raise(ts, "builtins.input/result", line);
        return line;
    }

    @Builtin(value = "breakpoint(*args, **kwargs)", doc = "Call sys.breakpointhook(*args, **kws).")
    static PyObject breakpoint(ThreadState ts, PyObject[] args, PyStr[] keywords) {
        PyObject hook = ts.interp.sys.get("breakpointhook");
        if (hook == null) {
            throw Errors.runtimeError("lost sys.breakpointhook");
        }
        AuditHooks.raise(ts, "builtins.breakpoint", hook);
        return Calls.call(ts, hook, args, keywords);
    }

    @Builtin(value = "__build_class__(*args, **kwargs)")
    static PyObject buildClass(ThreadState ts, PyObject[] args, PyStr[] keywords) {
        return BuildClass.build(ts, args, keywords);
    }

    @Builtin(value = "__import__(name, globals=None, locals=None, fromlist=(), level=0)")
    static PyObject importModule(ThreadState ts, PyObject name, PyObject globals, PyObject locals, PyObject from,
            int level) {
        return Imports.importModule(ts, name, globals, locals, from, level);
    }

    @Builtin(value = "compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, "
            + "_feature_version=-1)",
            doc = "Compile source into a code object that can be executed by exec() or eval().")
    static PyObject compile(ThreadState ts, PyObject source, PyObject filename, PyObject mode, int flags,
            boolean dontInherit, int optimize, int featureVersion) {
        CodeFunctions.auditCompile(ts, source, filename);
        return CodeFunctions.compile(ts, source, filename, mode, flags, dontInherit, optimize, featureVersion);
    }

    @Builtin(value = "eval(source, globals=None, locals=None, /)",
            doc = "Evaluate the given source in the context of globals and locals.")
    static PyObject eval(ThreadState ts, PyObject source, PyObject globals, PyObject locals) {
        return CodeFunctions.eval(ts, source, globals, locals);
    }

    @Builtin(value = "exec(source, globals=None, locals=None, /, *, closure=None)",
            doc = "Execute the given source in the context of globals and locals.")
    static void exec(ThreadState ts, PyObject source, PyObject globals, PyObject locals, PyObject closure) {
        CodeFunctions.exec(ts, source, globals, locals, closure);
    }

    @Builtin(value = "globals()", doc = "Return the dictionary containing the current scope's global variables.")
    static PyObject globals(ThreadState ts) {
        return CodeFunctions.globals(ts);
    }

    @Builtin(value = "locals()", doc = "Return a dictionary containing the current scope's local variables.")
    static PyObject locals(ThreadState ts) {
        return CodeFunctions.locals(ts);
    }

    @Builtin(value = "vars(object=<unrepresentable>, /)",
            doc = "Without arguments, equivalent to locals(). With an argument, equivalent to object.__dict__.")
    static PyObject vars(ThreadState ts, PyObject object) {
        return CodeFunctions.vars(ts, object);
    }

    @Builtin(value = "dir(object=<unrepresentable>, /)",
            doc = "Return the sorted names of the current scope or of an object's attributes.")
    static PyObject dir(ThreadState ts, PyObject object) {
        return CodeFunctions.dir(ts, object);
    }
}
