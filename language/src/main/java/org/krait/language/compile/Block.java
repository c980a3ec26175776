package org.krait.language.compile;

import java.util.List;
import org.krait.language.syntax.Span;
import org.krait.language.syntax.Stmt;

/** An open block of a unit: what a jump or return out of it must undo. */
final class Block {
    /** What a block is. */
    enum Kind {
        /** Jumps go to {@code exit} (break) and {@code start} (continue); {@code register} is the iterator, or -1. */
        LOOP,
        /** The body of try/except: only a range. */
        TRY,
        /** The body of try/finally; its statements run on the way out. */
        FINALLY,
        /** A finally body that runs because of an exception; {@code register}: what was handled before. */
        FINALLY_END,
        /** An except body; {@code register}: what was handled before, {@code second}: the exception or -1. */
        HANDLER,
        /** The body of except*, which no jump may leave. */
        GROUP_HANDLER,
        /** An except body's name, which is unbound on the way out. */
        HANDLER_NAME,
        /** The body of with; {@code register}: the exit function. */
        WITH,
        ASYNC_WITH
    }

    final Kind kind;
    final Span span;
    int register = -1;
    int second = -1;
    int start = -1;
    int exit = -1;
    List<Stmt> finalBody;
    String name;
    /** Nothing follows the statement: leaving it normally ends the frame. */
    boolean last;
    /** Where exceptions go, or -1. */
    int handler = -1;
    int handlerRegister = -1;
    /** Where the open part of the protected range began, or -1. */
    int rangeStart = -1;

    Block(Kind kind, Span span) {
        this.kind = kind;
        this.span = span;
    }
}
