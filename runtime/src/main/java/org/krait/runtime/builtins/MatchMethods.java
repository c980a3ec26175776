package org.krait.runtime.builtins;

import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.PyDict;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyStrBuilder;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.Special;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.TypeChecks;

/** The methods of {@code re.Match}. */
@BuiltinType(
        base = ObjectMethods.class,
        doc = "The result of re.match() and re.search().\nMatch objects always have a boolean value of True.")
public final class MatchMethods {
    private static final int REPR_LIMIT = 50;

    private MatchMethods() {}

    @Builtin(
            value = "group(self, /, *args)",
            doc = "group([group1, ...]) -> str or tuple.\n"
                    + "    Return subgroup(s) of the match by indices or names.\n"
                    + "    For 0 returns the entire match.")
    static PyObject group(ThreadState ts, PyMatch self, PyObject[] args) {
        if (args.length == 0) {
            return slice(ts, self, 0, PySingleton.NONE);
        }
        if (args.length == 1) {
            return getItem(ts, self, args[0]);
        }
        PyObject[] found = new PyObject[args.length];
        for (int i = 0; i < found.length; i++) {
            found[i] = getItem(ts, self, args[i]);
        }
        return PyTuple.of(found);
    }

    @Builtin("__getitem__(self, key, /)")
    static PyObject getItem(ThreadState ts, PyMatch self, PyObject key) {
        return slice(ts, self, index(ts, self, key), PySingleton.NONE);
    }

    @Builtin(
            value = "groups(self, /, default=None)",
            doc = "Return a tuple containing all the subgroups of the match, from 1.\n\n  default\n"
                    + "    Is used for groups that did not participate in the match.")
    static PyObject groups(ThreadState ts, PyMatch self, PyObject absent) {
        PyObject[] found = new PyObject[self.groupCount() - 1];
        for (int i = 0; i < found.length; i++) {
            found[i] = slice(ts, self, i + 1, absent == null ? PySingleton.NONE : absent);
        }
        return PyTuple.of(found);
    }

    @Builtin(
            value = "groupdict(self, /, default=None)",
            doc = "Return a dictionary containing all the named subgroups of the match, keyed by the subgroup name.\n\n"
                    + "  default\n    Is used for groups that did not participate in the match.")
    static PyObject groupDict(ThreadState ts, PyMatch self, PyObject absent) {
        PyDict found = new PyDict();
        PyDict names = self.pattern.groupIndex;
        if (names == null) {
            return found;
        }
        for (int i = names.nextEntry(0); i >= 0; i = names.nextEntry(i + 1)) {
            PyObject name = names.keys[i];
            found.put(ts, name, slice(ts, self, index(ts, self, name), absent == null ? PySingleton.NONE : absent));
        }
        return found;
    }

    @Builtin(value = "start(self, group=0, /)", doc = "Return index of the start of the substring matched by group.")
    static int start(ThreadState ts, PyMatch self, PyObject group) {
        return self.spans[2 * index(ts, self, group)];
    }

    @Builtin(value = "end(self, group=0, /)", doc = "Return index of the end of the substring matched by group.")
    static int end(ThreadState ts, PyMatch self, PyObject group) {
        return self.spans[2 * index(ts, self, group) + 1];
    }

    @Builtin(
            value = "span(self, group=0, /)",
            doc = "For match object m, return the 2-tuple (m.start(group), m.end(group)).")
    static PyObject span(ThreadState ts, PyMatch self, PyObject group) {
        return span(self, index(ts, self, group));
    }

    @Builtin(
            value = "expand(self, /, template)",
            doc = "Return the string obtained by doing backslash substitution on the string template,"
                    + " as done by the sub() method.")
    static PyObject expand(ThreadState ts, PyMatch self, PyObject template) {
        PyTemplate compiled = PatternMethods.compileTemplate(ts, self.pattern, template);
        PyObject expanded = compiled.expand(ts, self);
        Refs.drop(compiled);
        return expanded;
    }

    @Builtin(value = "__class_getitem__(cls, object, /)", kind = Builtin.Kind.CLASS_METHOD, doc = "See PEP 585")
    static PyObject classGetItem(PyType cls, PyObject key) {
        return TypeChecks.genericAlias(cls, key);
    }

    @Builtin("__copy__(self, /)")
    static PyObject copy(PyMatch self) {
        return self;
    }

    @Builtin("__deepcopy__(self, memo, /)")
    static PyObject deepCopy(PyMatch self, PyObject memo) {
        return self;
    }

    @Builtin("__repr__(self, /)")
    static PyObject repr(ThreadState ts, PyMatch self) {
        PyObject text = slice(ts, self, 0, PySingleton.NONE);
        PyStr shown = (PyStr) text.type.slots().repr(ts, text);
        PyStrBuilder out = new PyStrBuilder();
        out.append("<re.Match object; span=(").append(Integer.toString(self.spans[0])).append(", ");
        out.append(Integer.toString(self.spans[1])).append("), match=");
        out.append(shown, 0, Math.min(REPR_LIMIT, shown.length())).append(">");
        return out.toPyStr();
    }

    @Attribute(value = "lastindex", doc = "The integer index of the last matched capturing group.")
    static PyObject lastIndex(PyMatch self) {
        return self.lastIndex < 0 ? PySingleton.NONE : PyInt.of(self.lastIndex);
    }

    @Attribute(value = "lastgroup", doc = "The name of the last matched capturing group.")
    static PyObject lastGroup(PyMatch self) {
        PyTuple names = self.pattern.indexGroup;
        return names != null && self.lastIndex >= 0 && self.lastIndex < names.size()
                ? names.item(self.lastIndex)
                : PySingleton.NONE;
    }

    @Attribute("regs")
    static PyObject regs(PyMatch self) {
        if (self.regs == null) {
            PyObject[] spans = new PyObject[self.groupCount()];
            for (int i = 0; i < spans.length; i++) {
                spans[i] = span(self, i);
            }
            self.regs = PyTuple.of(spans);
            Refs.incRef(self.regs);
        }
        return self.regs;
    }

    @Attribute(value = "string", doc = "The string passed to match() or search().", member = true)
    static PyObject string(PyMatch self) {
        return self.string;
    }

    @Attribute(value = "re", doc = "The regular expression object.", member = true)
    static PyObject re(PyMatch self) {
        return self.pattern;
    }

    @Attribute(
            value = "pos",
            doc = "The index into the string at which the RE engine started looking for a match.",
            member = true)
    static long pos(PyMatch self) {
        return self.pos;
    }

    @Attribute(
            value = "endpos",
            doc = "The index into the string beyond which the RE engine will not go.",
            member = true)
    static long endPos(PyMatch self) {
        return self.endPos;
    }

    /** The text of a group, or {@code absent} if it took no part. */
    static PyObject slice(ThreadState ts, PyMatch match, int group, PyObject absent) {
        int from = match.spans[2 * group];
        return from < 0 ? absent : SreScan.slice(ts, match.string, from, match.spans[2 * group + 1]);
    }

    /** The number of a group given by number or name; null stands for group 0. */
    private static int index(ThreadState ts, PyMatch match, PyObject group) {
        if (group == null) {
            return 0;
        }
        long index = -1;
        if (group instanceof PyInt || group.type.has(Special.INDEX)) {
            PyInt number = Arguments.toIndex(ts, group);
            index = number.fitsLong() ? number.value : -1;
        } else if (match.pattern.groupIndex != null) {
            PyObject number = match.pattern.groupIndex.get(ts, group);
            if (number instanceof PyInt known && known.fitsLong()) {
                index = known.value;
            }
        }
        if (index < 0 || index >= match.groupCount()) {
            throw Errors.indexError("no such group");
        }
        return (int) index;
    }

    private static PyTuple span(PyMatch match, int group) {
        return PyTuple.of(PyInt.of(match.spans[2 * group]), PyInt.of(match.spans[2 * group + 1]));
    }
}
