package org.krait.language.compile;

import org.krait.language.compile.Symbol.Place;
import org.krait.language.syntax.Span;
import org.krait.objects.code.Opcode;

/** Loads, stores and deletes names, wherever they live. */
final class Names {
    private final ModuleCompiler c;
    /** The answer of {@link #resolve}: where the name lives, and its register if it has one. */
    private Place place;
    private int register;

    Names(ModuleCompiler compiler) {
        this.c = compiler;
    }

    /** The name as it is stored: private names of a class are mangled. */
    String stored(String name) {
        return PrivateNames.mangle(c.unit.privateName, name);
    }

    /** The name as an operand; private names are mangled. */
    int operand(String name) {
        return c.unit.asm.name(stored(name));
    }

    private void resolve(String stored) {
        CodeUnit unit = c.unit;
        boolean inComprehension = false;
        for (int i = unit.comprehensions.size() - 1; i >= 0; i--) {
            CodeUnit.InlinedComprehension comprehension = unit.comprehensions.get(i);
            Place there = comprehension.scope().place(stored);
            if (there == Place.LOCAL || there == Place.CELL) {
                place = there;
                register = comprehension.registers().get(stored);
                return;
            }
            if (there == Place.GLOBAL_EXPLICIT || there == Place.GLOBAL_IMPLICIT) {
                // In a module the names of the comprehension are the module's, but in a class not the class's.
                place = unit.scope.kind == Scope.Kind.MODULE ? there : Place.GLOBAL_EXPLICIT;
                register = -1;
                return;
            }
            inComprehension = true;
        }
        place = unit.scope.place(stored);
        if (inComprehension && unit.scope.kind == Scope.Kind.CLASS) {
            place = Place.FREE;
        }
        if (place == Place.FREE) {
            register = unit.freeRegister(stored);
        } else {
            register = place == Place.LOCAL && !unit.scope.isFunctionLike() ? -1 : unit.register(stored);
        }
        if (register < 0 && (place == Place.FREE || place == Place.CELL)) {
            place = Place.GLOBAL_EXPLICIT;
        }
        if (place == Place.UNKNOWN) {
            place = unit.register(stored) >= 0 && unit.scope.kind != Scope.Kind.CLASS
                    ? Place.CELL
                    : Place.GLOBAL_IMPLICIT;
        }
    }

    /** True when the name is a local variable in a register. */
    boolean isPlainLocal(String name) {
        resolve(stored(name));
        return place == Place.LOCAL && register >= 0;
    }

    /** True when the name is a local variable that is certainly bound here. */
    boolean isBoundLocal(String name) {
        return isPlainLocal(name) && c.unit.bound.get(register);
    }

    /** Where a name lives, seen from here. */
    Place place(String name) {
        resolve(stored(name));
        return place == Place.GLOBAL_EXPLICIT && !c.unit.comprehensions.isEmpty() ? Place.GLOBAL_IMPLICIT : place;
    }

    /** True when an assignment expression may change the name. */
    boolean isWalrusTarget(String name) {
        return (c.unit.scope.flags(stored(name)) & Symbol.DEF_WALRUS) != 0;
    }

    /** The value of a name as an operand: the register of a local that is bound, else a new temporary. */
    int load(String name, Span span) {
        return loadStored(stored(name), span);
    }

    /** As {@link #load}, of a name as it is stored. */
    int loadStored(String stored, Span span) {
        resolve(stored);
        CodeUnit unit = c.unit;
        unit.at(span);
        switch (place) {
            case LOCAL -> {
                if (register >= 0) {
                    unit.use(register);
                    if (!unit.bound.get(register)) {
                        unit.asm.emit(Opcode.CHECK_LOCAL, register);
                        unit.bound.set(register);
                    }
                    return register;
                }
                return loadName(stored);
            }
            case CELL, FREE -> {
                return loadCell(stored, register);
            }
            case GLOBAL_IMPLICIT -> {
                if (unit.scope.seesClass && unit.comprehensions.isEmpty() && !stored.equals("__classdict__")) {
                    int classDict = load("__classdict__", span);
                    unit.freeTemps(classDict);
                    int dst = unit.newTemp();
                    unit.asm.emit(Opcode.LOAD_NAME_OR_GLOBAL, dst, classDict, unit.asm.name(stored));
                    return dst;
                }
                if (!unit.scope.isFunctionLike()) {
                    return loadName(stored);
                }
                return loadGlobal(stored);
            }
            default -> {
                return loadGlobal(stored);
            }
        }
    }

    private int loadName(String stored) {
        int dst = c.unit.newTemp();
        c.unit.asm.emit(Opcode.LOAD_NAME, dst, c.unit.asm.name(stored), 0);
        return dst;
    }

    int loadGlobal(String stored) {
        int dst = c.unit.newTemp();
        c.unit.asm.emit(Opcode.LOAD_GLOBAL, dst, c.unit.asm.name(stored), 0);
        return dst;
    }

    private int loadCell(String stored, int cell) {
        CodeUnit unit = c.unit;
        boolean direct = !unit.comprehensions.isEmpty();
        if (!direct && unit.scope.kind == Scope.Kind.CLASS && place == Place.FREE) {
            int dst = unit.newTemp();
            unit.asm.emit(Opcode.LOAD_CLASS_DEREF, dst, cell, Opcode.NONE);
            return dst;
        }
        if (!direct && unit.scope.seesClass && !stored.equals("__classdict__")) {
            int classCell = unit.register("__classdict__");
            if (classCell >= 0) {
                int dst = unit.newTemp();
                unit.asm.emit(Opcode.LOAD_DEREF, dst, classCell);
                unit.asm.emit(Opcode.LOAD_CLASS_DEREF, dst, cell, dst);
                return dst;
            }
        }
        int dst = unit.newTemp();
        unit.asm.emit(Opcode.LOAD_DEREF, dst, cell);
        return dst;
    }

    /** Binds a name to an operand, which is consumed and whose register is given back. */
    void store(String name, int value, Span span) {
        storeKeepingTemps(name, value, span);
        if (CodeUnit.isTemp(value)) {
            c.unit.freeTemps(value);
        }
    }

    /** As {@link #store}, for a temporary that has others above it. */
    void storeKeepingTemps(String name, int value, Span span) {
        if (name.equals("__debug__")) {
            throw c.error(span, "cannot assign to __debug__");
        }
        String stored = stored(name);
        resolve(stored);
        CodeUnit unit = c.unit;
        unit.at(span);
        switch (place) {
            case LOCAL -> {
                if (register >= 0) {
                    unit.use(register);
                    unit.asm.emit(Opcode.STORE_LOCAL, register, value);
                    unit.bound.set(register);
                } else {
                    unit.asm.emit(Opcode.STORE_NAME, unit.asm.name(stored), value);
                }
            }
            case CELL, FREE -> unit.asm.emit(Opcode.STORE_DEREF, register, value);
            case GLOBAL_EXPLICIT -> unit.asm.emit(Opcode.STORE_GLOBAL, unit.asm.name(stored), value);
            case GLOBAL_IMPLICIT, UNKNOWN -> unit.asm.emit(
                    unit.scope.isFunctionLike() ? Opcode.STORE_GLOBAL : Opcode.STORE_NAME, unit.asm.name(stored),
                    value);
        }
    }

    void delete(String name, Span span) {
        if (name.equals("__debug__")) {
            throw c.error(span, "cannot delete __debug__");
        }
        String stored = stored(name);
        resolve(stored);
        CodeUnit unit = c.unit;
        unit.at(span);
        switch (place) {
            case LOCAL -> {
                if (register >= 0) {
                    unit.use(register);
                    unit.asm.emit(Opcode.DELETE_LOCAL, register);
                    unit.bound.clear(register);
                } else {
                    unit.asm.emit(Opcode.DELETE_NAME, unit.asm.name(stored));
                }
            }
            case CELL, FREE -> unit.asm.emit(Opcode.DELETE_DEREF, register);
            case GLOBAL_EXPLICIT -> unit.asm.emit(Opcode.DELETE_GLOBAL, unit.asm.name(stored));
            case GLOBAL_IMPLICIT, UNKNOWN -> unit.asm.emit(
                    unit.scope.isFunctionLike() ? Opcode.DELETE_GLOBAL : Opcode.DELETE_NAME, unit.asm.name(stored));
        }
    }

    /** The register that holds the cell of a name which an inner block uses, for a closure. */
    int cellRegister(String stored) {
        CodeUnit unit = c.unit;
        for (int i = unit.comprehensions.size() - 1; i >= 0; i--) {
            CodeUnit.InlinedComprehension comprehension = unit.comprehensions.get(i);
            if (comprehension.scope().place(stored) == Place.CELL) {
                return comprehension.registers().get(stored);
            }
        }
        int cell = unit.register(stored);
        assert cell >= 0 && unit.isCell(cell) : "no cell for " + stored + " in " + unit.name;
        return cell;
    }
}
