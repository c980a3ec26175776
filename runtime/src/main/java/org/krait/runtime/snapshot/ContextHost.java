package org.krait.runtime.snapshot;

import org.krait.objects.PyDict;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.code.CodeObject;
import org.krait.runtime.Frames;
import org.krait.runtime.TypeBuilder;
import org.krait.runtime.builtins.BuiltinModules;
import org.krait.runtime.builtins.BuiltinRecords;
import org.krait.runtime.imports.Archives;
import org.krait.runtime.imports.NativeImports;
import org.krait.runtime.imports.ModuleOriginals;
import org.krait.snapshot.Archive;
import org.krait.snapshot.ArchiveException;
import org.krait.snapshot.HeapHost;
import org.krait.snapshot.HeapRecord;

/** A context in which the objects of heaps come to life. */
public final class ContextHost implements HeapHost {
    private static final PyStr GENERIC = PyStr.interned("Generic");

    private final ThreadState starter;
    private final Places places;

    public ContextHost(ThreadState ts) {
        starter = ts;
        places = new Places(ts);
    }

    private ThreadState ts() {
        ThreadState current = ThreadState.current();
        return current == null ? starter : current;
    }

    @Override
    public PyObject nativeModule(String name) {
        if (name.equals(NativeSymbols.MAIN)) {
            return starter.interp.modules.get(name);
        }
        return BuiltinModules.isBuiltin(name) ? NativeImports.original(ts(), name) : null;
    }

    @Override
    public PyObject nativeAttribute(String module, PyStr name) {
        if (!(nativeModule(module) instanceof PyModule m)) {
            return null;
        }
        if (name.equalTo(NativeSymbols.NAMESPACE)) {
            return m.dict;
        }
        PyObject original = ModuleOriginals.of(starter.interp, m, name);
        return original != null ? original : m.dict.get(name);
    }

    @Override
    public PyType hiddenType(String name) {
        return HiddenTypes.find(name);
    }

    @Override
    public PyDict builtins() {
        return starter.interp.builtins;
    }

    @Override
    public String library() {
        return places.library;
    }

    @Override
    public String prefix() {
        return places.prefix;
    }

    @Override
    public PyObject evaluate(PyDict module, CodeObject expression) {
        return Frames.run(ts(), expression, module, module, null);
    }

    @Override
    public CodeObject compile(Archive archive, Archive.Entry entry, PyStr file, ArchiveException damage)
            throws ArchiveException {
        return Archives.recompile(ts(), archive, entry, file, damage);
    }

    @Override
    public PyObject make(HeapRecord record) {
        return BuiltinRecords.make(ts(), record);
    }

    @Override
    public void fill(PyObject made, HeapRecord record) {
        BuiltinRecords.fill(ts(), starter, made, record);
    }

    @Override
    public boolean isNative(PyType type) {
        return !type.isHeapType() || starter.interp.modules.get("_typing") instanceof PyModule m
                && m.dict.get(GENERIC) == type;
    }

    @Override
    public void repeat(PyObject effect) {
        Restorer.repeat(ts(), effect);
    }

    @Override
    public void addSubclass(PyType base, PyType made) {
        TypeBuilder.addSubclass(ts(), base, made);
    }
}
