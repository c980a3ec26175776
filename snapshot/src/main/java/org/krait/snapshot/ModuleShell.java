package org.krait.snapshot;

import org.krait.objects.DictSource;
import org.krait.objects.PyDict;
import org.krait.objects.PyModule;
import org.krait.objects.PyStr;
import org.krait.objects.Refs;

/** A module that is bound before its unit is read: the unit is read when somebody looks into its namespace. */
final class ModuleShell implements DictSource {
    final int root;
    final PyModule module = new PyModule();
    /** The next one of the same unit. */
    final ModuleShell next;
    private final Heap heap;
    private final int unit;
    /** Modules that have become its attributes, with their names, in pairs of {@code names[i], children[i]}. */
    private PyStr[] names = {};
    private PyModule[] children = {};

    ModuleShell(Heap heap, int unit, int root, ModuleShell next) {
        this.heap = heap;
        this.unit = unit;
        this.root = root;
        this.next = next;
        Refs.immortalize(module);
        Refs.immortalize(module.dict);
        module.dict.setSource(this);
    }

    /** Has a module become an attribute when the namespace is filled; false when it is filled already. */
    static boolean defer(PyModule parent, PyStr name, PyModule child) {
        if (!(parent.dict.source() instanceof ModuleShell shell)) {
            return false;
        }
        int n = shell.names.length;
        shell.names = java.util.Arrays.copyOf(shell.names, n + 1);
        shell.children = java.util.Arrays.copyOf(shell.children, n + 1);
        shell.names[n] = name;
        shell.children[n] = child;
        return true;
    }

    /** Takes the place of the module and its namespace among the objects of its unit. */
    void adoptInto(HeapUnit read) {
        read.made[read.moduleDict(root)] = module.dict;
        Refs.tell(module.dict, read.index);
        Refs.tell(module, read.index);
        read.made[root] = module;
    }

    @Override
    public void fill(PyDict dict) {
        try {
            heap.enter();
            try {
                HeapUnit read = heap.unit(unit);
                heap.source(read.record(read.moduleDict(root))).fill(dict);
                for (int i = 0; i < names.length; i++) {
                    dict.put(names[i], children[i]);
                }
            } finally {
                heap.leave();
            }
        } catch (ModuleImage.BadImageException e) {
            throw Heap.damaged(e);
        }
    }
}
