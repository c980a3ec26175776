package org.krait.language.ast;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.krait.objects.Errors;
import org.krait.objects.PyDict;
import org.krait.objects.PyInstance;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.runtime.TypeBuilder;

/** The node classes of a context, made from the table of Python.asdl's names on first use. */
final class AstTypes {
    private final Map<String, PyType> byName = new LinkedHashMap<>();
    private final HashMap<String, HashSet<String>> optional = new HashMap<>();
    private final HashMap<String, PyObject> singletons = new HashMap<>();

    private AstTypes(ThreadState ts) {
        byName.put("AST", AstMethods.TYPE);
        for (String name : new String[] {"_fields", "_attributes", "__match_args__"}) {
            AstMethods.TYPE.setOwn(PyStr.interned(name), PyTuple.EMPTY);
        }
        AstMethods.TYPE.setOwn(PyStr.interned("__module__"), PyStr.interned("ast"));
        try (InputStream in = AstTypes.class.getResourceAsStream("classes.txt")) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                add(ts, line.split(";", 6));
            }
        } catch (IOException e) {
            throw Errors.systemError("cannot read the table of ast classes: " + e.getMessage());
        }
    }

    static AstTypes of(ThreadState ts) {
        AstTypes types = (AstTypes) ts.interp.natives.get(AstTypes.class);
        if (types == null) {
            types = new AstTypes(ts);
            ts.interp.natives.put(AstTypes.class, types);
        }
        return types;
    }

    private void add(ThreadState ts, String[] row) {
        PyDict d = new PyDict();
        d.put("__module__", PyStr.interned("ast"));
        PyTuple fields = words(row[2]);
        d.put("_fields", fields);
        d.put("__match_args__", fields);
        if (!row[3].isEmpty() || row[1].equals("AST")) {
            d.put("_attributes", words(row[3]));
        }
        HashSet<String> none = new HashSet<>();
        for (String name : row[4].split(" ")) {
            if (!name.isEmpty()) {
                d.put(name, PySingleton.NONE);
                none.add(name);
            }
        }
        optional.put(row[0], none);
        d.put("__doc__", PyStr.of(row[5].replace("\\n", "\n")));
        PyType made = (PyType) TypeBuilder.make(ts, PyType.TYPE, PyStr.interned(row[0]),
                PyTuple.of(byName.get(row[1])), d, new PyObject[0], null);
        Refs.immortalize(made);
        byName.put(row[0], made);
    }

    private static PyTuple words(String text) {
        if (text.isEmpty()) {
            return PyTuple.EMPTY;
        }
        String[] words = text.split(" ");
        PyObject[] items = new PyObject[words.length];
        for (int i = 0; i < items.length; i++) {
            items[i] = PyStr.interned(words[i]);
        }
        return PyTuple.constant(items);
    }

    /** All classes, bases first. */
    Map<String, PyType> all() {
        return byName;
    }

    PyType type(String name) {
        return byName.get(name);
    }

    /** Whether a field of a class may be None. */
    boolean isOptional(String className, String field) {
        HashSet<String> none = optional.get(className);
        return none != null && none.contains(field);
    }

    /** The one instance of an operator or context class. */
    PyObject singleton(String className) {
        return singletons.computeIfAbsent(className, name -> {
            PyObject made = new PyInstance(byName.get(name));
            Refs.immortalize(made);
            return made;
        });
    }

    /** The name of the nearest of our classes in the MRO of an object's class; null when it is no node. */
    String classOf(PyObject node) {
        for (PyType t : node.type.mro) {
            if (byName.get(t.pyName().toString()) == t) {
                return t.pyName().toString();
            }
        }
        return null;
    }
}
