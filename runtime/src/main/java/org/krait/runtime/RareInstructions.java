package org.krait.runtime;

import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyBaseException;
import org.krait.objects.PyDict;
import org.krait.objects.PyFrame;
import org.krait.objects.PyInt;
import org.krait.objects.PyList;
import org.krait.objects.PyObject;
import org.krait.objects.PySet;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.code.CodeObject;
import org.krait.objects.code.Intrinsic;
import org.krait.objects.code.Opcode;
import org.krait.objects.code.Ops;

/**
 * The instructions that the loop of {@link Interpreter} leaves out: one switch, in the order of the table, that reads
 * the operands and calls the class of the topic.
 */
public final class RareInstructions {
    private static final PyStr ANNOTATIONS = PyStr.interned("__annotations__");
    private static final PyStr BUILD_CLASS = PyStr.interned("__build_class__");

    private final ThreadState ts;
    private final PyFrame frame;
    private final int[] code;
    private final PyObject[] r;
    private final int pc;

    private RareInstructions(ThreadState ts, PyFrame frame, int pc) {
        this.ts = ts;
        this.frame = frame;
        this.code = frame.code.code;
        this.r = frame.registers;
        this.pc = pc;
    }

    /** Executes an instruction; the result is the next one. */
    public static int execute(ThreadState ts, PyFrame frame, int pc, int op) {
        RareInstructions x = new RareInstructions(ts, frame, pc);
        return op < Ops.CALL_KW ? x.names(op) : op < Ops.INTRINSIC ? x.building(op) : x.control(op);
    }

    /** The register of operand {@code n}. */
    private int reg(int n) {
        return code[pc + n];
    }

    /** The value of operand {@code n}, a source. */
    private PyObject src(int n) {
        int s = code[pc + n];
        return s >= 0 ? r[s] : frame.code.constants[~s];
    }

    private PyObject optional(int n) {
        return code[pc + n] == Opcode.NONE ? null : src(n);
    }

    private PyStr name(int n) {
        return frame.code.names[code[pc + n]];
    }

    private void set(int n, PyObject value) {
        r[code[pc + n]] = value;
    }

    private int next() {
        return pc + Opcode.of(frame.code.code[pc]).size;
    }

    private int names(int op) {
        switch (op) {
            case Ops.NOP:
                break;
            case Ops.DELETE_LOCAL:
                Names.deleteLocal(frame, reg(1));
                break;
            case Ops.CLEAR_LOCAL: {
                PyObject old = r[reg(1)];
                r[reg(1)] = null;
                Refs.xdecRef(old);
                break;
            }
            case Ops.MAKE_CELL:
                Names.makeCell(frame, reg(1));
                break;
            case Ops.LOAD_CLASS_DEREF: {
                PyObject namespace = optional(3);
                set(1, Names.loadClassDeref(ts, frame, reg(2), namespace == null ? frame.locals : namespace));
                break;
            }
            case Ops.DELETE_DEREF:
                Names.deleteDeref(frame, reg(1));
                break;
            case Ops.STORE_GLOBAL: {
                PyObject value = src(2);
                frame.globals.put(name(1), value);
                break;
            }
            case Ops.DELETE_GLOBAL:
                Names.deleteGlobal(frame, name(1));
                break;
            case Ops.LOAD_NAME_OR_GLOBAL:
                set(1, Names.loadFrom(ts, frame, r[reg(2)], name(3)));
                break;
            case Ops.DELETE_NAME:
                Names.delete(ts, frame, name(1));
                break;
            case Ops.LOAD_LOCALS:
                if (frame.locals == null) {
                    throw Errors.systemError("no locals");
                }
                set(1, frame.locals);
                break;
            case Ops.DELETE_ATTR: {
                PyObject o = src(1);
                Attributes.delete(ts, o, name(2));
                Refs.drop(o);
                break;
            }
            case Ops.LOAD_SUPER_ATTR: {
                int base = reg(2);
                PyObject value = CallInstructions.superAttribute(ts, r[base], r[base + 1], r[base + 2], name(3),
                        reg(4) == 1);
                Temporaries.drop(r, base, 3, value);
                set(1, value);
                break;
            }
            case Ops.DELETE_ITEM: {
                PyObject o = src(1);
                PyObject key = src(2);
                Subscripts.delete(ts, o, key);
                Temporaries.drop(key, o, null);
                break;
            }
            case Ops.BUILD_SLICE:
                set(1, Building.slice(src(2), src(3), src(4)));
                break;
            default:
                throw new AssertionError(Opcode.of(op));
        }
        return next();
    }

    private int building(int op) {
        switch (op) {
            case Ops.CALL_KW: {
                PyObject f = src(2);
                PyObject value = CallInstructions.callKeywords(ts, f, r, reg(3), reg(4), frame.code.constants[reg(5)]);
                Refs.dropKeeping(f, value);
                Temporaries.drop(r, reg(3), reg(4), value);
                set(1, value);
                break;
            }
            case Ops.CALL_METHOD_KW: {
                int base = reg(2);
                int count = reg(3);
                int self = r[base + 1] == null ? 0 : 1;
                PyObject value = CallInstructions.callKeywords(ts, r[base], r, base + 2 - self, count + self,
                        frame.code.constants[reg(4)]);
                Refs.dropKeeping(r[base], value);
                Temporaries.drop(r, base + 2 - self, count + self, value);
                set(1, value);
                break;
            }
            case Ops.CALL_EX:
                set(1, CallInstructions.callEx(ts, src(2), src(3), optional(4)));
                break;
            case Ops.BUILD_SET:
                set(1, Building.set(ts, r, reg(2), reg(3)));
                break;
            case Ops.BUILD_MAP:
                set(1, Building.map(ts, r, reg(2), reg(3)));
                break;
            case Ops.BUILD_MAP_CONST:
                set(1, Building.mapOfConstants(ts, r, reg(2), reg(3), frame.code.constants[reg(4)]));
                break;
            case Ops.BUILD_STRING:
                set(1, Building.string(r, reg(2), reg(3)));
                break;
            case Ops.FORMAT_VALUE: {
                PyObject value = src(2);
                PyObject spec = optional(4);
                PyObject text = Building.format(ts, value, reg(3), spec);
                Refs.dropKeeping(value, text);
                if (spec != null) {
                    Refs.dropKeeping(spec, text);
                }
                set(1, text);
                break;
            }
            case Ops.SET_ADD: {
                PyObject item = src(2);
                ((PySet) r[reg(1)]).add(ts, item);
                Refs.drop(item);
                break;
            }
            case Ops.MAP_ADD: {
                PyObject key = src(2);
                PyObject value = src(3);
                ((PyDict) r[reg(1)]).put(ts, key, value);
                Temporaries.drop(value, key, null);
                break;
            }
            case Ops.LIST_EXTEND: {
                PyObject iterable = src(2);
                Building.listExtend(ts, (PyList) r[reg(1)], iterable);
                Refs.drop(iterable);
                break;
            }
            case Ops.SET_UPDATE: {
                PyObject iterable = src(2);
                Building.setUpdate(ts, (PySet) r[reg(1)], iterable);
                Refs.drop(iterable);
                break;
            }
            case Ops.DICT_UPDATE: {
                PyObject mapping = src(2);
                Building.dictUpdate(ts, (PyDict) r[reg(1)], mapping);
                Refs.drop(mapping);
                break;
            }
            case Ops.DICT_MERGE: {
                PyObject mapping = src(2);
                CallInstructions.mergeKeywords(ts, (PyDict) r[reg(1)], mapping, r[reg(3)]);
                Refs.drop(mapping);
                break;
            }
            case Ops.LIST_TO_TUPLE: {
                PyList list = (PyList) src(2);
                PyTuple tuple = PyTuple.copyOf(list.items, 0, list.size);
                Refs.drop(list);
                set(1, tuple);
                break;
            }
            case Ops.UNPACK_EX:
                Iteration.unpackStarred(ts, src(2), r, reg(1), reg(3), reg(4));
                break;
            case Ops.MAKE_FUNCTION: {
                int parts = reg(4);
                PyObject made = Building.function(frame, (CodeObject) frame.code.constants[reg(2)], reg(3), parts);
                Temporaries.drop(r, reg(3), Integer.bitCount(parts & 15), made);
                set(1, made);
                break;
            }
            case Ops.BUILD_CLASS: {
                PyObject f = frame.builtins.get(BUILD_CLASS);
                if (f == null) {
                    throw Errors.nameError(ExceptionTypes.NAME_ERROR, "__build_class__ not found", BUILD_CLASS);
                }
                set(1, f);
                break;
            }
            case Ops.IMPORT_NAME: {
                PyObject fromList = src(3);
                set(1, ImportInstructions.name(ts, frame, name(2), fromList, reg(4)));
                Refs.drop(fromList);
                break;
            }
            case Ops.IMPORT_FROM:
                set(1, ImportInstructions.from(ts, r[reg(2)], name(3)));
                break;
            case Ops.IMPORT_STAR: {
                PyObject module = src(1);
                ImportInstructions.star(ts, frame, module);
                Refs.drop(module);
                break;
            }
            case Ops.SETUP_ANNOTATIONS:
                setupAnnotations();
                break;
            default:
                throw new AssertionError(Opcode.of(op));
        }
        return next();
    }

    private void setupAnnotations() {
        PyObject namespace = frame.locals;
        if (namespace == null) {
            throw Errors.systemError("no locals found when setting up annotations");
        }
        if (!Names.has(ts, namespace, ANNOTATIONS)) {
            Names.store(ts, frame, ANNOTATIONS, new PyDict());
        }
    }

    private int control(int op) {
        switch (op) {
            case Ops.INTRINSIC: {
                PyObject a = src(3);
                PyObject value = Intrinsics.call(ts, frame, Intrinsic.of(reg(2)), a);
                Refs.dropKeeping(a, value);
                set(1, value);
                break;
            }
            case Ops.INTRINSIC_2: {
                PyObject a = src(3);
                PyObject b = src(4);
                PyObject value = Intrinsics.call(ts, frame, Intrinsic.of(reg(2)), a, b);
                Temporaries.drop(a, b, value);
                set(1, value);
                break;
            }
            case Ops.SEND: {
                PyObject sent = src(3);
                PyObject value = Generators.send(ts, r[reg(2)], sent);
                if (value == null) {
                    PyObject result = ts.returned;
                    ts.returned = null;
                    if (ts.tracing != 0) {
                        Tracing.delegateEnded(ts, frame, r[reg(2)], result);
                    }
                    set(1, result);
                    return code[pc + 4];
                }
                set(1, value);
                break;
            }
            case Ops.GET_YIELD_FROM_ITER: {
                PyObject o = src(2);
                Temporaries.setLocal(r, reg(1), Generators.yieldFromIterator(ts, frame, o));
                Refs.drop(o);
                break;
            }
            case Ops.GET_AWAITABLE: {
                PyObject o = src(2);
                Temporaries.setLocal(r, reg(1), Generators.awaitable(ts, o, reg(3)));
                Refs.drop(o);
                break;
            }
            case Ops.GET_ASYNC_ITER: {
                PyObject o = src(2);
                Temporaries.setLocal(r, reg(1), Generators.asyncIterator(ts, o));
                Refs.drop(o);
                break;
            }
            case Ops.GET_ASYNC_NEXT:
                Temporaries.setLocal(r, reg(1), Generators.asyncNext(ts, r[reg(2)]));
                break;
            case Ops.END_ASYNC_FOR: {
                PyBaseException e = (PyBaseException) r[reg(1)];
                if (!ExceptionTypes.STOP_ASYNC_ITERATION.isInstance(e)) {
                    throw Raising.reraise(frame, reg(1));
                }
                r[reg(1)] = null;
                Refs.decRef(e);
                break;
            }
            case Ops.WITH_ENTER:
                set(2, Withs.enter(ts, src(3), false, r, reg(1)));
                break;
            case Ops.ASYNC_WITH_ENTER:
                set(2, Withs.enter(ts, src(3), true, r, reg(1)));
                break;
            case Ops.WITH_EXIT:
                set(1, Withs.exit(ts, r[reg(2)], r[reg(3)]));
                break;
            case Ops.RAISE:
                throw Raising.raise(ts, optional(1), optional(2));
            case Ops.RERAISE:
                throw Raising.reraise(frame, reg(1));
            case Ops.PUSH_HANDLED:
                Raising.pushHandled(ts, frame, reg(1), reg(2));
                break;
            case Ops.POP_HANDLED:
                Raising.popHandled(ts, frame, reg(1));
                break;
            case Ops.MATCH_EXCEPTION: {
                PyObject classes = src(3);
                set(1, Raising.matches(r[reg(2)], classes));
                Refs.drop(classes);
                break;
            }
            case Ops.MATCH_GROUP: {
                PyObject classes = src(3);
                GroupInstructions.match(ts, r[reg(2)], classes, r, reg(1));
                Refs.drop(classes);
                break;
            }
            case Ops.PREPARE_RERAISE_STAR: {
                PyObject original = src(2);
                PyObject raised = src(3);
                PyObject value = GroupInstructions.prepareReraise(ts, original, raised);
                Temporaries.drop(original, raised, value);
                set(1, value);
                break;
            }
            case Ops.ASSERTION_ERROR:
                set(1, ExceptionTypes.ASSERTION_ERROR);
                break;
            case Ops.MATCH_SEQUENCE:
                set(1, Patterns.isSequence(r[reg(2)]));
                break;
            case Ops.MATCH_MAPPING:
                set(1, Patterns.isMapping(r[reg(2)]));
                break;
            case Ops.MATCH_KEYS: {
                PyObject keys = src(3);
                PyObject value = Patterns.keys(ts, r[reg(2)], keys);
                Refs.dropKeeping(keys, value);
                set(1, value);
                break;
            }
            case Ops.MATCH_CLASS: {
                PyObject cls = src(3);
                PyObject value = Patterns.ofClass(ts, r[reg(2)], cls, reg(4), frame.code.constants[reg(5)]);
                Refs.dropKeeping(cls, value);
                set(1, value);
                break;
            }
            case Ops.GET_LENGTH: {
                PyObject o = r[reg(2)];
                set(1, PyInt.of(o.type.slots().length(ts, o)));
                break;
            }
            case Ops.PRINT_EXPRESSION:
                printExpression(src(1));
                break;
            default:
                if (op >= Opcode.count()) {
                    throw Errors.systemError(frame.code.filename + ":" + frame.line() + ": unknown opcode " + op);
                }
                throw new AssertionError(Opcode.of(op));
        }
        return next();
    }

    private void printExpression(PyObject value) {
        PyObject hook = ts.interp.sys == null ? null : ts.interp.sys.get("displayhook");
        if (hook == null) {
            throw Errors.runtimeError("lost sys.displayhook");
        }
        PyObject answer = Calls.call(ts, hook, value);
        if (answer != PySingleton.NONE) {
            Refs.drop(answer);
        }
        Refs.drop(value);
    }
}
