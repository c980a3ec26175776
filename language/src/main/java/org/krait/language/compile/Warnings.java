package org.krait.language.compile;

import org.krait.language.syntax.CompareOperator;
import org.krait.language.syntax.Expr;
import org.krait.language.syntax.Stmt;
import org.krait.objects.PyBool;
import org.krait.objects.PyBytes;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;

/** The SyntaxWarnings of compile.c: code that can be compiled and cannot be meant. */
final class Warnings {
    private Warnings() {}

    static void checkIs(ModuleCompiler c, Expr.Compare o) {
        PyObject left = literal(c, o.left());
        for (int i = 0; i < o.ops().size(); i++) {
            PyObject right = literal(c, o.comparators().get(i));
            CompareOperator op = o.ops().get(i);
            if ((op == CompareOperator.IS || op == CompareOperator.IS_NOT) && (left != null || right != null)) {
                PyObject shown = left != null ? left : right;
                c.warn(o.span(), op == CompareOperator.IS
                        ? "\"is\" with '" + Constants.typeName(shown) + "' literal. Did you mean \"==\"?"
                        : "\"is not\" with '" + Constants.typeName(shown) + "' literal. Did you mean \"!=\"?");
            }
            left = right;
        }
    }

    /** The constant of an expression that identity says nothing about, else null. */
    private static PyObject literal(ModuleCompiler c, Expr e) {
        if (e instanceof Expr.Name || e instanceof Expr.Call || e instanceof Expr.Attribute) {
            return null;
        }
        PyObject v = c.folder.fold(e);
        return v == null || v instanceof PySingleton || v instanceof PyBool ? null : v;
    }

    static void checkCall(ModuleCompiler c, Expr.Call call) {
        String type = displayedType(c, call.func(), true);
        if (type != null) {
            c.warn(call.span(), "'" + type + "' object is not callable; perhaps you missed a comma?");
        }
    }

    static void checkSubscript(ModuleCompiler c, Expr.Subscript s) {
        Expr value = s.value();
        if (value instanceof Expr.Name || value instanceof Expr.Attribute || value instanceof Expr.Call
                || value instanceof Expr.Subscript) {
            return;
        }
        String refused = null;
        PyObject constant = c.folder.fold(value);
        if (constant != null) {
            if (!(constant instanceof PyStr) && !(constant instanceof PyBytes) && !(constant instanceof PyTuple)
                    && !(constant instanceof PyBool)) {
                refused = Constants.typeName(constant);
            } else if (constant instanceof PyBool) {
                refused = "bool";
            }
        } else if (value instanceof Expr.Set || value instanceof Expr.SetComp) {
            refused = "set";
        } else if (value instanceof Expr.GeneratorExp) {
            refused = "generator";
        } else if (value instanceof Expr.Lambda) {
            refused = "function";
        }
        if (refused != null) {
            c.warn(s.span(), "'" + refused + "' object is not subscriptable; perhaps you missed a comma?");
            return;
        }
        checkIndex(c, s, constant);
    }

    private static void checkIndex(ModuleCompiler c, Expr.Subscript s, PyObject constant) {
        String sequence = null;
        if (constant != null) {
            sequence = Constants.typeName(constant);
        } else if (s.value() instanceof Expr.Tuple) {
            sequence = "tuple";
        } else if (s.value() instanceof Expr.List || s.value() instanceof Expr.ListComp) {
            sequence = "list";
        } else if (s.value() instanceof Expr.JoinedStr || s.value() instanceof Expr.FormattedValue) {
            sequence = "str";
        }
        if (sequence == null) {
            return;
        }
        String index = displayedType(c, s.slice(), false);
        PyObject value = c.folder.fold(s.slice());
        if (index != null && !(value instanceof PyInt)) {
            c.warn(s.span(), sequence + " indices must be integers or slices, not " + index
                    + "; perhaps you missed a comma?");
        }
    }

    /** The type of a literal or display, else null. */
    private static String displayedType(ModuleCompiler c, Expr e, boolean call) {
        if (e instanceof Expr.Name || e instanceof Expr.Attribute || e instanceof Expr.Call
                || e instanceof Expr.Subscript || call && e instanceof Expr.Lambda) {
            return null;
        }
        PyObject constant = c.folder.fold(e);
        if (constant != null) {
            return Constants.typeName(constant);
        }
        if (e instanceof Expr.Tuple) {
            return "tuple";
        }
        if (e instanceof Expr.List || e instanceof Expr.ListComp) {
            return "list";
        }
        if (e instanceof Expr.Dict || e instanceof Expr.DictComp) {
            return "dict";
        }
        if (e instanceof Expr.Set || e instanceof Expr.SetComp) {
            return "set";
        }
        if (e instanceof Expr.GeneratorExp) {
            return "generator";
        }
        if (e instanceof Expr.JoinedStr || e instanceof Expr.FormattedValue) {
            return "str";
        }
        return e instanceof Expr.Lambda ? "function" : null;
    }

    static void checkAssert(ModuleCompiler c, Stmt.Assert a) {
        if (a.test() instanceof Expr.Tuple t && !t.elts().isEmpty()) {
            c.warn(a.span(), "assertion is always true, perhaps remove parentheses?");
        }
    }
}
