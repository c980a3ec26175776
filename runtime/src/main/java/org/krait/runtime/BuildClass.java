package org.krait.runtime;

import java.util.Arrays;
import org.krait.objects.Errors;
import org.krait.objects.PyCell;
import org.krait.objects.PyDict;
import org.krait.objects.PyFunction;
import org.krait.objects.PyList;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.Special;
import org.krait.objects.ThreadState;

/** The {@code class} statement: {@code builtins.__build_class__}. */
public final class BuildClass {
    private static final PyStr METACLASS = PyStr.interned("metaclass");
    private static final PyStr PREPARE = PyStr.interned("__prepare__");
    private static final PyStr ORIG_BASES = PyStr.interned("__orig_bases__");

    private BuildClass() {}

    /** {@code __build_class__(body, name, *bases, metaclass=…, **keywords)}. */
    public static PyObject build(ThreadState ts, PyObject[] args, PyStr[] keywords) {
        int keywordCount = keywords == null ? 0 : keywords.length;
        int given = args.length - keywordCount;
        if (given < 2) {
            throw Errors.typeError("__build_class__: not enough arguments");
        }
        if (!(args[0] instanceof PyFunction body)) {
            throw Errors.typeError("__build_class__: func must be a function");
        }
        if (!(args[1] instanceof PyStr name)) {
            throw Errors.typeError("__build_class__: name is not a string");
        }
        PyTuple declared = PyTuple.copyOf(args, 2, given - 2);
        Refs.incRef(declared);
        PyTuple bases = null;
        PyObject made;
        try {
            bases = resolve(ts, declared);
            Refs.incRef(bases);
            made = build(ts, body, name, declared, bases, args, keywords);
            Refs.incRef(made);
        } finally {
            Refs.xdecRef(bases);
            Refs.decRef(declared);
        }
        Refs.release(made);
        return made;
    }

    private static PyObject build(ThreadState ts, PyFunction body, PyStr name, PyTuple declared, PyTuple bases,
            PyObject[] args, PyStr[] keywords) {
        int keywordCount = keywords == null ? 0 : keywords.length;
        int given = args.length - keywordCount;
        PyObject metaclass = null;
        int others = 0;
        PyStr[] otherNames = new PyStr[keywordCount];
        PyObject[] otherValues = new PyObject[keywordCount];
        for (int k = 0; k < keywordCount; k++) {
            if (keywords[k].equalTo(METACLASS)) {
                metaclass = args[given + k];
            } else {
                otherNames[others] = keywords[k];
                otherValues[others++] = args[given + k];
            }
        }
        if (metaclass == null) {
            metaclass = bases.size() > 0 ? bases.item(0).type : PyType.TYPE;
        }
        if (metaclass instanceof PyType type) {
            metaclass = TypeBuilder.winner(type, bases);
        }
        PyStr[] names = others == 0 ? null : Arrays.copyOf(otherNames, others);
        Refs.incRef(metaclass);
        PyObject namespace = null;
        PyObject cell = null;
        PyObject made;
        try {
            namespace = prepare(ts, metaclass, arguments(otherValues, others, name, bases), names);
            Refs.incRef(namespace);
            cell = Frames.runClassBody(ts, body, namespace);
            Refs.incRef(cell);
            if (bases != declared) {
                Subscripts.set(ts, namespace, ORIG_BASES, declared);
            }
            made = Calls.call(ts, metaclass,
                    arguments(otherValues, others, name, bases, namespace), names);
            checkCell(ts, made, cell, name);
            Refs.incRef(made);
        } finally {
            Refs.xdecRef(cell);
            Refs.xdecRef(namespace);
            Refs.decRef(metaclass);
        }
        Refs.drop(declared);
        Refs.release(made);
        return made;
    }

    private static PyObject[] arguments(PyObject[] keywordValues, int keywordCount, PyObject... first) {
        PyObject[] all = new PyObject[first.length + keywordCount];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(keywordValues, 0, all, first.length, keywordCount);
        return all;
    }

    /** The namespace that the metaclass gives for the body. */
    private static PyObject prepare(ThreadState ts, PyObject metaclass, PyObject[] args, PyStr[] names) {
        if (metaclass == PyType.TYPE) {
            return new PyDict();
        }
        PyObject method = Attributes.lookup(ts, metaclass, PREPARE);
        if (method == null) {
            return new PyDict();
        }
        PyObject namespace = Calls.consume(ts, method, args, names);
        if (!namespace.type.has(Special.GETITEM) || namespace instanceof PyList || namespace instanceof PyTuple) {
            throw Errors.typeError((metaclass instanceof PyType t ? t.name() : "<metaclass>")
                    + ".__prepare__() must return a mapping, not " + namespace.type.name());
        }
        return namespace;
    }

    /** The bases with {@code __mro_entries__} asked of those that are no classes; the same tuple when all are. */
    private static PyTuple resolve(ThreadState ts, PyTuple bases) {
        PyList resolved = null;
        for (int i = 0; i < bases.size(); i++) {
            PyObject base = bases.item(i);
            PyObject method = base instanceof PyType ? null
                    : Attributes.lookup(ts, base, Special.MRO_ENTRIES.pyName());
            if (method == null) {
                if (resolved != null) {
                    resolved.append(base);
                }
                continue;
            }
            PyObject entries = Calls.consume(ts, method, bases);
            if (!(entries instanceof PyTuple tuple)) {
                throw Errors.typeError("__mro_entries__ must return a tuple");
            }
            if (resolved == null) {
                resolved = PyList.copyOf(bases.items, 0, i);
            }
            resolved.appendAll(tuple.items, 0, tuple.size());
            Refs.drop(tuple);
        }
        if (resolved == null) {
            return bases;
        }
        PyTuple all = PyTuple.of(resolved.toArray());
        Refs.drop(resolved);
        return all;
    }

    private static void checkCell(ThreadState ts, PyObject made, PyObject cell, PyStr name) {
        if (!(made instanceof PyType) || !(cell instanceof PyCell c) || c.content == made) {
            return;
        }
        PyObject madeText = made.type.slots().repr(ts, made);
        PyObject nameText = name.type.slots().repr(ts, name);
        if (c.content == null) {
            throw Errors.runtimeError("__class__ not set defining " + nameText + " as " + madeText
                    + ". Was __classcell__ propagated to type.__new__?");
        }
        throw Errors.typeError("__class__ set to " + c.content.type.slots().repr(ts, c.content) + " defining "
                + nameText + " as " + madeText);
    }
}
