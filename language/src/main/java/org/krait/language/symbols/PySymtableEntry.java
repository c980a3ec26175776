package org.krait.language.symbols;

import java.util.List;
import java.util.Map;
import org.krait.language.compile.SymbolTable;
import org.krait.objects.PyDict;
import org.krait.objects.PyInt;
import org.krait.objects.PyList;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.Refs;

/** A {@code symtable entry}: one block. */
final class PySymtableEntry extends PyObject {
    static final PyType TYPE =
            PyType.builtin("symtable entry", PyType.OBJECT, PyType.NO_NEW, new SymtableEntryMethodsTable());

    final SymbolTable table;
    final PyDict symbols = new PyDict();
    final PyList parameters = new PyList();
    final PyList children = new PyList();

    PySymtableEntry(SymbolTable table) {
        super(TYPE);
        this.table = table;
        for (Map.Entry<String, Integer> e : table.symbols().entrySet()) {
            symbols.put(e.getKey(), PyInt.of(e.getValue()));
        }
        for (String name : table.parameters()) {
            parameters.append(PyStr.interned(name));
        }
        for (SymbolTable child : table.children()) {
            children.append(new PySymtableEntry(child));
        }
        for (PyObject owned : List.of(symbols, parameters, children)) {
            Refs.incRef(owned);
        }
    }

    @Override
    protected void dropReferents() {
        Refs.decRef(symbols);
        Refs.decRef(parameters);
        Refs.decRef(children);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        visitor.visit(symbols);
        visitor.visit(parameters);
        visitor.visit(children);
    }
}
