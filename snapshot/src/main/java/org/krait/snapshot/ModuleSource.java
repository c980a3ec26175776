package org.krait.snapshot;

/**
 * The source of a module as it was when the module was archived.
 *
 * @param path absolute, or relative to the folder of the standard library
 * @param flags {@link Layout#PACKAGE} and {@link Layout#LIBRARY}
 * @param modified modification time in milliseconds
 * @param size in bytes; -1 when there is none
 * @param hash PEP 552 hash
 */
public record ModuleSource(String path, int flags, long modified, long size, long hash) {
    static final ModuleSource NONE = new ModuleSource("", 0, 0, -1, 0);

    public boolean isPackage() {
        return (flags & Layout.PACKAGE) != 0;
    }

    /** True when the path is relative to the folder of the standard library. */
    public boolean isOfLibrary() {
        return (flags & Layout.LIBRARY) != 0;
    }
}
