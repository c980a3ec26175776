package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.PyBaseException;
import org.krait.objects.PyBool;
import org.krait.objects.PyDict;
import org.krait.objects.PyList;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTraceback;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Attributes;
import org.krait.runtime.Instances;
import org.krait.runtime.Texts;

/** The methods of {@code BaseException}; classes that add none use this table. */
@BuiltinType(base = ObjectMethods.class, doc = "Common base class for all exceptions")
public final class BaseExceptionMethods {
    private static final PyStr NOTES = PyStr.interned("__notes__");

    private BaseExceptionMethods() {}

    @Builtin("__new__(type, /, *args, **kwargs)")
    static PyObject make(ThreadState ts, PyType type, PyObject[] args, PyStr[] keywords) {
        return new PyBaseException(type, positional(args, keywords));
    }

    /** The positional arguments of a call as a tuple. */
    static PyTuple positional(PyObject[] args, PyStr[] keywords) {
        return PyTuple.copyOf(args, 0, keywords == null ? args.length : args.length - keywords.length);
    }

    /** Refuses keyword arguments, as {@code _PyArg_NoKeywords}. */
    static void noKeywords(PyObject self, PyStr[] keywords) {
        if (keywords != null && keywords.length > 0) {
            throw Errors.typeError(self.type.name() + "() takes no keyword arguments");
        }
    }

    @Builtin("__init__(self, /, *args, **kwargs)")
    static void init(ThreadState ts, PyBaseException self, PyObject[] args, PyStr[] keywords) {
        noKeywords(self, keywords);
        self.setArgs(PyTuple.copyOf(args, 0, args.length));
    }

    @Builtin("__str__(self, /)")
    static PyObject str(ThreadState ts, PyBaseException self) {
        PyTuple args = self.args();
        return switch (args.size()) {
            case 0 -> PyStr.EMPTY;
            case 1 -> Texts.str(ts, args.item(0));
            default -> Texts.str(ts, args);
        };
    }

    @Builtin("__repr__(self, /)")
    static PyObject repr(ThreadState ts, PyBaseException self) {
        PyTuple args = self.args();
        String name = self.type.pyName().toString();
        return PyStr.of(args.size() == 1
                ? name + "(" + Texts.repr(ts, args.item(0)) + ")"
                : name + Texts.repr(ts, args));
    }

    @Builtin("__reduce__(self, /)")
    static PyObject reduce(PyBaseException self) {
        return reduction(self, self.args());
    }

    /** {@code (class, args)} and the attributes, if any. */
    static PyObject reduction(PyBaseException self, PyTuple args) {
        PyDict dict = ExceptionFields.dictOrNull(self);
        return dict == null ? PyTuple.of(self.type, args) : PyTuple.of(self.type, args, dict);
    }

    @Builtin("__setstate__(self, state, /)")
    static void setState(ThreadState ts, PyBaseException self, PyObject state) {
        if (state == PySingleton.NONE) {
            return;
        }
        if (!(state instanceof PyDict dict)) {
            throw Errors.typeError("state is not a dictionary");
        }
        for (int i = dict.nextEntry(0); i >= 0; i = dict.nextEntry(i + 1)) {
            Attributes.set(ts, self, Instances.attributeName(dict.keys[i]), dict.values[i]);
        }
    }

    @Builtin(value = "with_traceback(self, tb, /)",
            doc = "Exception.with_traceback(tb) --\n    set self.__traceback__ to tb and return self.")
    static PyObject withTraceback(PyBaseException self, PyObject tb) {
        setTraceback(self, tb);
        return self;
    }

    @Builtin(value = "add_note(self, note, /)",
            doc = "Exception.add_note(note) --\n    add a note to the exception")
    static void addNote(ThreadState ts, PyBaseException self, PyObject note) {
        if (!(note instanceof PyStr)) {
            throw Errors.typeError("note must be a str, not '" + note.type.name() + "'");
        }
        PyObject notes = Attributes.lookup(ts, self, NOTES);
        if (notes == null) {
            notes = new PyList();
            Attributes.set(ts, self, NOTES, notes);
        }
        if (!(notes instanceof PyList list)) {
            throw Errors.typeError("Cannot add note: __notes__ is not a list");
        }
        list.append(note);
    }

    @Attribute(value = "args")
    static PyObject getArgs(PyBaseException self) {
        return self.args();
    }

    @Attribute(value = "args", setter = true)
    static void setArgs(ThreadState ts, PyBaseException self, PyObject value) {
        if (value == null) {
            throw Errors.typeError("args may not be deleted");
        }
        self.setArgs(value instanceof PyTuple t ? t : PyTuple.of(ExceptionFields.items(ts, value)));
    }

    @Attribute(value = "__traceback__")
    static PyObject getTraceback(PyBaseException self) {
        return self.traceback() == null ? PySingleton.NONE : self.traceback();
    }

    @Attribute(value = "__traceback__", setter = true)
    static void setTraceback(PyBaseException self, PyObject value) {
        if (value == null) {
            throw Errors.typeError("__traceback__ may not be deleted");
        }
        if (value == PySingleton.NONE) {
            self.setTraceback(null);
        } else if (value instanceof PyTraceback traceback) {
            self.setTraceback(traceback);
        } else {
            throw Errors.typeError("__traceback__ must be a traceback or None");
        }
    }

    @Attribute(value = "__context__", doc = "exception context")
    static PyObject getContext(PyBaseException self) {
        return self.context() == null ? PySingleton.NONE : self.context();
    }

    @Attribute(value = "__context__", setter = true)
    static void setContext(PyBaseException self, PyObject value) {
        if (value == null) {
            throw Errors.typeError("__context__ may not be deleted");
        }
        if (value != PySingleton.NONE && !(value instanceof PyBaseException)) {
            throw Errors.typeError("exception context must be None or derive from BaseException");
        }
        self.setContext(value == PySingleton.NONE ? null : value);
    }

    @Attribute(value = "__cause__", doc = "exception cause")
    static PyObject getCause(PyBaseException self) {
        return self.cause() == null ? PySingleton.NONE : self.cause();
    }

    @Attribute(value = "__cause__", setter = true)
    static void setCause(PyBaseException self, PyObject value) {
        if (value == null) {
            throw Errors.typeError("__cause__ may not be deleted");
        }
        if (value != PySingleton.NONE && !(value instanceof PyBaseException)) {
            throw Errors.typeError("exception cause must be None or derive from BaseException");
        }
        self.setCause(value == PySingleton.NONE ? null : value);
    }

    @Attribute(value = "__suppress_context__", member = true)
    static boolean getSuppressContext(PyBaseException self) {
        return self.suppressContext;
    }

    @Attribute(value = "__suppress_context__", setter = true, member = true)
    static void setSuppressContext(PyBaseException self, PyObject value) {
        if (value == null) {
            throw Errors.typeError("can't delete numeric/char attribute");
        }
        if (!(value instanceof PyBool b)) {
            throw Errors.typeError("attribute value type must be bool");
        }
        self.suppressContext = b == PyBool.TRUE;
    }

    @Attribute(value = "__dict__")
    static PyObject getDict(PyBaseException self) {
        return self.materializeDict();
    }

    @Attribute(value = "__dict__", setter = true)
    static void setDict(PyBaseException self, PyObject value) {
        if (value == null) {
            throw Errors.typeError("cannot delete __dict__");
        }
        if (!(value instanceof PyDict dict)) {
            throw Errors.typeError("__dict__ must be set to a dictionary, not a '" + value.type.name() + "'");
        }
        self.setDict(dict);
    }
}
