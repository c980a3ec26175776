package org.krait.snapshot;

/** What only the runtime knows of records: the names of its kinds of objects and of effects. */
public interface RecordNames {
    /** The name of one of the runtime's kinds; null when it has none of that number. */
    String kind(int kind);

    /** The name of a kind of effects, the first item of the tuple that says what is done; null for no such kind. */
    String effect(int kind);
}
