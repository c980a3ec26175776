package org.krait.snapshot;

import java.util.List;

/**
 * What must hold when a unit is bound, beyond its own modules: else it would not be what its execution gives.
 *
 * @param executed modules that its execution imported and that are not captured: imported before it is bound
 * @param missing modules that its execution asked for and did not find
 * @param variables environment variables that its execution read
 * @param answers what native functions and attributes told its execution of the process and its options
 * @param files files and folders that its execution looked at
 * @param draws numbers that its execution had of counters of other units
 * @param stored what the program had stored in objects of other units and its execution read, in their order
 * @param held the numbers, among the objects that comparing with all of {@code stored} meets, of those that objects of
 *     the unit lead to
 * @param earlier the units that were executed before it or, of those behind it, were being executed still: without or
 *     before importing them, it has read what they change of others' objects, or leads to objects of theirs;
 *     {@link #NONE} for a module that is not in the archive
 * @param later the units that were executed after it: else it would have read what they change of others' objects
 */
public record UnitConditions(List<String> executed, List<String> missing, List<Variable> variables,
        List<Answer> answers, List<FileState> files, List<Draw> draws, List<Stored> stored, int[] held,
        int[] earlier, int[] later) {
    /** Stands for a unit that there is not. */
    public static final int NONE = -1;

    /** True when they are of other modules alone. */
    public boolean isOfModules() {
        return variables.isEmpty() && answers.isEmpty() && files.isEmpty();
    }

    /**
     * Numbers in a row that a counter gave: the counter has to stand where it stood.
     *
     * @param unit the counter's unit
     * @param number the counter's number there
     * @param first what it gives next as its unit is bound
     * @param from the first of the numbers
     * @param to the one that it gives next
     */
    public record Draw(int unit, int number, long first, long from, long to) {
        @Override
        public String toString() {
            return "object " + number + " of unit " + unit + " gives " + from + " next";
        }
    }

    /**
     * What a program had stored in an object of another unit, or what an object had that it had stored.
     *
     * @param unit that object's unit; {@link #OF_PROGRAM} for one of the program's
     * @param number its number there, or among the objects that comparing has met so far
     * @param name the attribute or key
     * @param description the number of the object of the unit itself that describes what was stored
     * @param units the units of the objects that the description means, and those that have changed the program's
     */
    public record Stored(int unit, int number, String name, int description, int[] units) {
        /** In the place of a unit. */
        public static final int OF_PROGRAM = -1;

        public boolean isOfProgram() {
            return unit == OF_PROGRAM;
        }

        @Override
        public String toString() {
            return (isOfProgram() ? "object " + number + " of the program" : "object " + number + " of unit " + unit)
                    + " has what object " + description + " describes as " + name;
        }
    }

    /** An environment variable, its bytes as Latin-1; null as value when it was not set. */
    public record Variable(String name, String value) {}

    /**
     * What a native function or attribute said.
     *
     * @param name a function, or names of attributes with dots between
     * @param argument an int for the function, empty for none, a str behind {@link #TEXT}, a name behind a dot for one
     *     attribute of the answer; null for attributes; for filters of warnings see {@link #FILTER_OF}
     * @param text the {@code repr} of the answer, perhaps with {@link FileState#PREFIX} in the place of the prefix
     */
    public record Answer(String module, String name, String argument, String text) {
        /** In the place of what was asked: a warning was given in the name of the importer, and ignored. */
        public static final Answer QUIET_IMPORTER = new Answer("_warnings", "importer", null, "not __main__");

        /**
         * Before the name of a module in the place of an argument: that module, which was executed still, had put the
         * filter before all others that ignored a warning. Where it is bound with the unit, the others do not matter.
         */
        public static final String FILTER_OF = "@";
        /** Before an argument that is a str. */
        public static final String TEXT = "'";

        /** The module behind {@link #FILTER_OF}; null for none. */
        public String filterOf() {
            return argument != null && argument.startsWith(FILTER_OF) ? argument.substring(FILTER_OF.length()) : null;
        }

        /** Whether it says the same as {@link #QUIET_IMPORTER}; the {@code equals} of records is made at run time. */
        public boolean isQuietImporter() {
            return name.equals(QUIET_IMPORTER.name) && module.equals(QUIET_IMPORTER.module);
        }

        /** What was asked, as in Python. */
        public String question() {
            String field = argument != null && argument.startsWith(".") ? argument : "";
            String call = field.isEmpty() ? "(" + argument + ")" : "()" + field;
            return module + "." + name + (argument == null || filterOf() != null ? "" : call);
        }

        @Override
        public String toString() {
            return question() + " == " + text;
        }
    }

    /**
     * A file as it was looked at.
     *
     * @param path as it was given; relative when it begins with {@link #LIBRARY} or {@link #PREFIX}
     * @param look what was asked
     * @param modified for {@link Look#CONTENT} the time of the last change in milliseconds, for {@link Look#LINK} and
     *     {@link Look#TARGET} a hash of what a link names; else 0
     * @param size in bytes, for the content of a file; else 0
     */
    public record FileState(String path, Look look, Kind kind, long modified, long size) {
        /** In the place of the library's folder. */
        public static final String LIBRARY = "<library>/";
        /** In the place of {@code sys.prefix}. */
        public static final String PREFIX = "<prefix>";

        /** What somebody wants to know of a path. */
        public enum Look {
            /** Whether it exists, and whether it is a file or a folder. */
            KIND,
            /** Everything. */
            CONTENT,
            /** Whether it is a symbolic link, and to what; else as {@link #KIND}. */
            LINK,
            /** Whether it is a symbolic link, and to what. */
            TARGET
        }

        /** Whether another says the same; the {@code equals} of records costs a cold process 20 ms. */
        public boolean isSame(FileState other) {
            return path.equals(other.path) && look == other.look && kind == other.kind && modified == other.modified
                    && size == other.size;
        }

        /** What a path names. */
        public enum Kind {
            NOTHING,
            FILE,
            FOLDER,
            OTHER,
            LINK,
            /** Anything but a link, for who asks for that alone. */
            NO_LINK
        }

        @Override
        public String toString() {
            return path + (kind == Kind.NOTHING ? " does not exist" : " is a " + switch (kind) {
                case FILE -> "file";
                case FOLDER -> "folder";
                case LINK -> "link";
                case NO_LINK -> "path that is no link";
                default -> "device or the like";
            } + (look == Look.CONTENT ? " of " + size + " bytes, modified at " + modified : ""));
        }
    }
}
