package org.krait.runtime.imports;

/** The extra fields of ImportError, in the order its methods class keeps them. */
public final class ImportErrorFields {
    public static final int MESSAGE = 0;
    public static final int NAME = 1;
    public static final int PATH = 2;
    public static final int NAME_FROM = 3;

    private ImportErrorFields() {}
}
