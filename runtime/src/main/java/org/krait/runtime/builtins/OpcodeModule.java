package org.krait.runtime.builtins;

import org.krait.objects.BinaryOp;
import org.krait.objects.CompareOp;
import org.krait.objects.Errors;
import org.krait.objects.PyBool;
import org.krait.objects.PyInt;
import org.krait.objects.PyList;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.UnaryOp;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinModule;
import org.krait.objects.code.CodeObject;
import org.krait.objects.code.Intrinsic;
import org.krait.objects.code.Opcode;
import org.krait.objects.code.Operand;

/** The module {@code _opcode}: the instruction table, for {@code opcode.py} and {@code dis.py} of the library. */
@BuiltinModule(value = "_opcode", doc = "Opcode support module.")
public final class OpcodeModule {
    /** Bytes of {@code co_code} for each int of an instruction. */
    private static final int UNIT_BYTES = 2;

    private OpcodeModule() {}

    @Builtin(value = "names()", doc = "The names of the instructions, in the order of their numbers.")
    static PyObject names() {
        PyObject[] names = new PyObject[Opcode.count()];
        for (int i = 0; i < names.length; i++) {
            names[i] = PyStr.of(Opcode.of(i).name());
        }
        return PyTuple.of(names);
    }

    @Builtin(value = "operands(opcode, /)", doc = "The kinds of an instruction's operands, a tuple of str.")
    static PyObject operands(int opcode) {
        Opcode op = checked(opcode);
        PyObject[] kinds = new PyObject[op.operandCount()];
        for (int i = 0; i < kinds.length; i++) {
            kinds[i] = PyStr.of(op.operand(i).name());
        }
        return PyTuple.of(kinds);
    }

    @Builtin(value = "meaning(opcode, /)", doc = "A sentence that says what an instruction does.")
    static String meaning(int opcode) {
        return checked(opcode).meaning;
    }

    @Builtin(value = "having(kind, /)", doc = "The numbers of the instructions with an operand of a kind.")
    static PyObject having(String kind) {
        PyList found = new PyList();
        for (int i = 0; i < Opcode.count(); i++) {
            if (has(Opcode.of(i), kind)) {
                found.append(PyInt.of(i));
            }
        }
        return found;
    }

    @Builtin(value = "symbols(kind, /)", doc = "What the values of a BINARY, UNARY or COMPARE operand stand for.")
    static PyObject symbols(String kind) {
        PyList found = new PyList();
        switch (kind) {
            case "BINARY" -> {
                for (BinaryOp op : BinaryOp.values()) {
                    found.append(PyStr.of(op.symbol));
                }
            }
            case "UNARY" -> {
                for (UnaryOp op : UnaryOp.values()) {
                    found.append(PyStr.of(op.symbol));
                }
            }
            case "COMPARE" -> {
                for (CompareOp op : CompareOp.values()) {
                    found.append(PyStr.of(op.symbol));
                }
            }
            default -> throw Errors.valueError("no symbols for operands of kind " + kind);
        }
        return found;
    }

    @Builtin(value = "decode(code, /)", doc = "The instructions of a code: tuples of offset, number and operands,"
            + "\nan absent operand as None, jump targets as offsets.")
    static PyObject decode(PyObject code) {
        if (!(code instanceof CodeObject co)) {
            throw Errors.typeError("decode() argument must be code, not " + code.type.name());
        }
        int[] units = co.load().code;
        PyList all = new PyList();
        for (int pc = 0; pc < units.length; pc += Opcode.of(units[pc]).size) {
            Opcode op = Opcode.of(units[pc]);
            PyObject[] one = new PyObject[op.size + 1];
            one[0] = PyInt.of(pc * UNIT_BYTES);
            one[1] = PyInt.of(units[pc]);
            for (int i = 0; i < op.operandCount(); i++) {
                int value = units[pc + 1 + i];
                one[2 + i] = value == Opcode.NONE ? PySingleton.NONE
                        : PyInt.of(op.operand(i) == Operand.TARGET ? value * UNIT_BYTES : value);
            }
            all.append(PyTuple.of(one));
        }
        return all;
    }

    @Builtin(value = "stack_effect(opcode, oparg=None, /, *, jump=None)",
            doc = "Compute the stack effect of the opcode: 0, for the instructions work on registers.")
    static int stackEffect(int opcode, PyObject argument, PyObject jump) {
        if (opcode < 0 || opcode >= Opcode.count()) {
            throw Errors.valueError("invalid opcode or oparg");
        }
        if (jump != null && jump != PySingleton.NONE && !(jump instanceof PyBool)) {
            throw Errors.valueError("stack_effect: jump must be False, True or None");
        }
        return 0;
    }

    @Builtin(value = "is_valid(opcode)", doc = "Return True if opcode is valid, False otherwise.")
    static boolean isValid(int opcode) {
        return opcode >= 0 && opcode < Opcode.count();
    }

    @Builtin(value = "has_arg(opcode)", doc = "Return True if the opcode uses its oparg, False otherwise.")
    static boolean hasArgument(int opcode) {
        return isValid(opcode) && Opcode.of(opcode).operandCount() > 0;
    }

    @Builtin(value = "has_const(opcode)", doc = "Return True if the opcode accesses a constant, False otherwise.")
    static boolean hasConstant(int opcode) {
        return isValid(opcode) && has(Opcode.of(opcode), "CONST");
    }

    @Builtin(value = "has_name(opcode)",
            doc = "Return True if the opcode accesses an attribute by name, False otherwise.")
    static boolean hasName(int opcode) {
        return isValid(opcode) && has(Opcode.of(opcode), "NAME");
    }

    @Builtin(value = "has_jump(opcode)", doc = "Return True if the opcode has a jump target, False otherwise.")
    static boolean hasJump(int opcode) {
        return isValid(opcode) && has(Opcode.of(opcode), "TARGET");
    }

    @Builtin(value = "has_free(opcode)", doc = "Return True if the opcode accesses a free variable, False otherwise.")
    static boolean hasFree(int opcode) {
        return isValid(opcode) && Opcode.of(opcode).name().endsWith("_DEREF");
    }

    @Builtin(value = "has_local(opcode)", doc = "Return True if the opcode accesses a local variable, False otherwise.")
    static boolean hasLocal(int opcode) {
        return isValid(opcode) && (has(Opcode.of(opcode), "DST") || has(Opcode.of(opcode), "SRC")
                || has(Opcode.of(opcode), "REG"));
    }

    @Builtin(value = "has_exc(opcode)", doc = "Return True if the opcode sets an exception handler, False otherwise.")
    static boolean hasHandler(int opcode) {
        return false;
    }

    @Builtin(value = "get_specialization_stats()", doc = "Return the specialization stats")
    static PyObject specializationStatistics() {
        return PySingleton.NONE;
    }

    @Builtin(value = "get_intrinsic1_descs()", doc = "Return a list of names of the unary intrinsics.")
    static PyObject intrinsics() {
        PyList names = new PyList();
        for (Intrinsic intrinsic : Intrinsic.values()) {
            names.append(PyStr.of(intrinsic.name()));
        }
        return names;
    }

    @Builtin(value = "get_intrinsic2_descs()", doc = "Return a list of names of the binary intrinsics.")
    static PyObject binaryIntrinsics() {
        return intrinsics();
    }

    private static boolean has(Opcode op, String kind) {
        for (int i = 0; i < op.operandCount(); i++) {
            if (op.operand(i).name().equals(kind)) {
                return true;
            }
        }
        return false;
    }

    private static Opcode checked(int opcode) {
        if (opcode < 0 || opcode >= Opcode.count()) {
            throw Errors.valueError("no such instruction: " + opcode);
        }
        return Opcode.of(opcode);
    }
}
