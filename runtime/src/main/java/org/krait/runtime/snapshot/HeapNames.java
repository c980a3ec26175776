package org.krait.runtime.snapshot;

import org.krait.runtime.builtins.KindNames;
import org.krait.snapshot.RecordNames;

/** What the inspector of archives calls the runtime's own records. */
public final class HeapNames implements RecordNames {
    @Override
    public String kind(int kind) {
        return KindNames.of(kind);
    }

    @Override
    public String effect(int kind) {
        return Effects.name(kind);
    }
}
