package org.krait.runtime.decimal;

import org.krait.objects.Mutations;
import org.krait.objects.PyStr;
import org.krait.objects.ThreadState;
import org.krait.runtime.snapshot.Capture;

/**
 * Tells a capture what modules learn of the thread's context and of the templates, and what they change in them: these
 * are no module's, and a result that depends on them is another one where they have other settings.
 */
final class SharedContexts {
    private SharedContexts() {}

    /** An operation is about to use a context, or a new one takes its settings from a template. */
    static void asks(ThreadState ts, PyDecimalContext used) {
        if (Mutations.WATCHED && isShared(ts, used)) {
            Capture.asked(ts, "_decimal", "context", null, PyStr.of(settings(ts)));
        }
    }

    /** A setting is about to be changed. */
    static void changes(PyDecimalContext context) {
        ThreadState ts = Mutations.WATCHED ? ThreadState.current() : null;
        if (ts != null) {
            Capture.changesContent(ts, context, isShared(ts, context), "_decimal.Context");
        }
    }

    private static boolean isShared(ThreadState ts, PyDecimalContext context) {
        DecimalState state = DecimalState.of(ts);
        return context == state.usual || context == state.basic || context == state.extended
                || context == state.peekCurrent(ts) && !context.isOfBlock;
    }

    /** The settings of the thread's context and of the template of new ones. */
    static String settings(ThreadState ts) {
        if (ts.interp.natives.get(DecimalState.class) == null) {
            String usual = settings(PyDecimalContext.usual(), PyDecimalContext.DEFAULT_TRAPS, true);
            return usual + "; " + usual;
        }
        DecimalState state = DecimalState.of(ts);
        PyDecimalContext current = state.peekCurrent(ts);
        return settings(current == null ? state.usual : current) + "; " + settings(state.usual);
    }

    private static String settings(PyDecimalContext context) {
        return settings(context.calc, context.traps, context.capitals);
    }

    private static String settings(Calc calc, int traps, boolean capitals) {
        return calc.prec + " " + calc.rounding.pythonName() + " " + calc.emin + " " + calc.emax + " " + calc.clamp + " "
                + capitals + " " + Integer.toHexString(traps);
    }
}
