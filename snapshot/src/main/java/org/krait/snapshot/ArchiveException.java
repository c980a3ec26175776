package org.krait.snapshot;

/** An archive that cannot be used, and why. The message names file, field, what was found and what was expected. */
public abstract sealed class ArchiveException extends Exception {
    private static final long serialVersionUID = 1L;

    ArchiveException(String message) {
        super(message);
    }

    /** The file is no archive, or it was changed after it was written. */
    public static final class Damaged extends ArchiveException {
        private static final long serialVersionUID = 1L;

        Damaged(String message) {
            super(message);
        }
    }

    /** The archive was written by another version of Krait. */
    public static final class OtherVersion extends ArchiveException {
        private static final long serialVersionUID = 1L;

        OtherVersion(String message) {
            super(message);
        }
    }

    /** The file can't be read. */
    public static final class Unreadable extends ArchiveException {
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }
    }
}
