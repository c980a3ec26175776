package org.krait.runtime.builtins;

import org.krait.objects.PyList;
import org.krait.objects.PyObject;
import org.krait.objects.PySet;
import org.krait.objects.PySetIterator;
import org.krait.objects.PyStrBuilder;
import org.krait.objects.PyTuple;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.runtime.Texts;

/** How sets are shown and pickled. */
final class SetText {
    private SetText() {}

    static PyObject repr(ThreadState ts, PySet self) {
        PyStrBuilder out = new PyStrBuilder(self.size() * 4 + 8);
        if (self.size() == 0) {
            return out.append(self.type.pyName()).append("()").toPyStr();
        }
        if (Protocol.enterRepr(ts, self)) {
            return out.append(self.type.pyName()).append("(...)").toPyStr();
        }
        try {
            boolean plain = self.type == PySet.TYPE;
            if (!plain) {
                out.append(self.type.pyName()).append('(');
            }
            PyObject[] items = self.toArray();
            PyList held = PyList.of(items);
            out.append('{');
            for (int i = 0; i < items.length; i++) {
                if (i > 0) {
                    out.append(',').append(' ');
                }
                out.append(Texts.repr(ts, items[i]));
            }
            out.append('}');
            Refs.drop(held);
            return (plain ? out : out.append(')')).toPyStr();
        } finally {
            Protocol.leaveRepr(ts);
        }
    }

    static PyObject reduce(ThreadState ts, PySet self) {
        PyList items = Protocol.list(ts, new PySetIterator(self));
        return PyTuple.of(self.type, PyTuple.of(items), Protocol.callMethod(ts, self, "__getstate__"));
    }
}
