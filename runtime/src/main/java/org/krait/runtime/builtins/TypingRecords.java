package org.krait.runtime.builtins;

import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyType;
import org.krait.snapshot.HeapKinds;
import org.krait.snapshot.HeapRecord;
import org.krait.snapshot.HeapSink;

/** The heap records of what {@code typing} is made of: type parameters and aliases. */
final class TypingRecords {
    private static final int TYPE_PARAMETER = HeapKinds.TYPING;
    private static final int TYPE_ALIAS = HeapKinds.TYPING + 1;
    private static final int PARAM_SPEC_PART = HeapKinds.TYPING + 2;

    private static final int COVARIANT = 1;
    private static final int CONTRAVARIANT = 2;
    private static final int INFER_VARIANCE = 4;

    private TypingRecords() {}

    /** Writes the record of an object; false when its class is none of these. */
    static boolean write(PyObject o, HeapSink sink) {
        if (o instanceof PyTypeParameter p) {
            sink.ref(p.type);
            sink.ref(p.name);
            sink.ref(p.bound());
            sink.ref(p.evaluateBound());
            sink.ref(p.constraints());
            sink.ref(p.evaluateConstraints());
            sink.number((p.covariant ? COVARIANT : 0) | (p.contravariant ? CONTRAVARIANT : 0)
                    | (p.inferVariance ? INFER_VARIANCE : 0));
            sink.end(TYPE_PARAMETER, o);
        } else if (o instanceof PyTypeAlias a) {
            sink.ref(a.name);
            sink.ref(a.parameters == PySingleton.NONE ? null : a.parameters);
            sink.ref(a.evaluate);
            sink.ref(a.value());
            sink.ref(a.module());
            sink.end(TYPE_ALIAS, null);
        } else if (o instanceof PyParamSpecPart part) {
            sink.ref(part.type);
            sink.ref(part.origin);
            sink.end(PARAM_SPEC_PART, null);
        } else {
            return false;
        }
        return true;
    }

    /** Makes the object of a record; null for a kind that is none of these. */
    static PyObject make(HeapRecord r) {
        return switch (r.kind) {
            case TYPE_PARAMETER -> parameter(r);
            case TYPE_ALIAS -> new PyTypeAlias(r.str(0), r.optional(1), r.optional(2), null);
            case PARAM_SPEC_PART -> part(r);
            default -> null;
        };
    }

    private static PyTypeParameter parameter(HeapRecord r) {
        PyType type = r.type(0);
        if (type != PyTypeParameter.TYPE_VAR && type != PyTypeParameter.PARAM_SPEC
                && type != PyTypeParameter.TYPE_VAR_TUPLE) {
            return r.wrong(0, "class of type parameters");
        }
        PyTypeParameter made = new PyTypeParameter(type, r.str(1));
        int flags = r.number(0, 0, COVARIANT | CONTRAVARIANT | INFER_VARIANCE);
        made.covariant = (flags & COVARIANT) != 0;
        made.contravariant = (flags & CONTRAVARIANT) != 0;
        made.inferVariance = (flags & INFER_VARIANCE) != 0;
        return made;
    }

    private static PyParamSpecPart part(HeapRecord r) {
        PyType type = r.type(0);
        if (type != PyParamSpecPart.ARGS && type != PyParamSpecPart.KWARGS) {
            return r.wrong(0, "class of parts of parameters");
        }
        return new PyParamSpecPart(type, r.object(1));
    }

    /** Completes an object that {@link #make} made. */
    static void fill(PyObject made, HeapRecord r) {
        if (made instanceof PyTypeParameter p) {
            p.setBound(r.optional(2));
            p.setEvaluateBound(r.optional(3));
            p.setConstraints(r.optional(4));
            p.setEvaluateConstraints(r.optional(5));
        } else if (made instanceof PyTypeAlias a) {
            a.setValue(r.optional(3));
            a.setModule(r.optional(4));
        }
    }
}
