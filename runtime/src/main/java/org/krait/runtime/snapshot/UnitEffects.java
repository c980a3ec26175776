package org.krait.runtime.snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.snapshot.HeapWriter;

/**
 * What the modules of a unit that is being written did to objects of others, in the order in which they did so.
 * Meanwhile they may have imported other units, which have done something, too.
 */
final class UnitEffects {
    private final Set<Integer> needed;
    private final Ownership ownership;
    private final NativeSymbols symbols;
    private final List<Step> steps = new ArrayList<>();
    private final List<EffectAddress> written = new ArrayList<>();
    /** How many other units come before what is written next, and before what was written last. */
    private int units;
    private int unitsBefore;

    /**
     * Something that a module did.
     *
     * @param effect null for all that is done at its end
     * @param units how many others the unit had come to
     */
    private record Step(Running module, PyTuple effect, boolean isAtOnce, int units) {}

    /** @param needed the units that were come to so far; the set grows */
    UnitEffects(Set<Integer> needed, Ownership ownership, NativeSymbols symbols) {
        this.needed = needed;
        this.ownership = ownership;
        this.symbols = symbols;
    }

    /** Adds what a module did when it had imported so many others. */
    void add(Running m, int imports) {
        m.modules.at(imports).forEach(effect -> steps.add(new Step(m, effect, true, needed.size())));
        m.effects.at(imports).forEach(effect -> steps.add(new Step(m, effect, false, needed.size())));
    }

    /** A module has ended. */
    void end(Running m) {
        steps.add(new Step(m, null, true, needed.size()));
    }

    /**
     * Writes all that was added.
     *
     * @param isRepeated says it of a change of {@code sys.modules}
     * @param end writes what is done at the end of a module
     */
    void write(HeapWriter writer, BiPredicate<Running, PyTuple> isRepeated, Consumer<Running> end) {
        for (Step step : steps) {
            units = step.units;
            if (step.effect == null) {
                end.accept(step.module);
            } else if (!step.isAtOnce) {
                write(writer, step.effect);
            } else if (isRepeated.test(step.module, step.effect)) {
                write(EffectAddress.atOnce(writer.root(step.effect)));
            }
        }
    }

    /** Writes a change of an object. */
    void write(HeapWriter writer, PyTuple effect) {
        int number = writer.root(effect);
        PyObject target = Effects.target(effect);
        NativeSymbols.Symbol symbol = symbols.find(target);
        Long place = ownership.place(target);
        boolean canWait = Effects.isDeferrable(effect) || symbol != null && LastingCalls.canWait(symbol.module());
        if (!canWait || symbol == null && place == null) {
            write(EffectAddress.atOnce(number));
        } else if (symbol != null) {
            write(EffectAddress.ofNative(number, writer.root(PyStr.of(symbol.module()))));
        } else {
            write(EffectAddress.ofObject(number, place));
        }
    }

    /** Puts down what was written. */
    void write(EffectAddress effect) {
        if (units != unitsBefore) {
            written.add(EffectAddress.afterUnits(units));
            unitsBefore = units;
        }
        written.add(effect);
    }

    /** What {@code UnitDescription.effects} holds. */
    int[] toNumbers() {
        return EffectAddress.toNumbers(written);
    }
}
