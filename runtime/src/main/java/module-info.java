/** The tier-0 interpreter, the builtins, the native modules and import. */
module org.krait.runtime {
    requires transitive org.krait.objects;
    requires transitive org.krait.snapshot;
    requires java.management;
    requires jdk.management;
    requires transitive jdk.unsupported;

    exports org.krait.runtime;
    exports org.krait.runtime.audit;
    exports org.krait.runtime.builtins;
    exports org.krait.runtime.imports;
    exports org.krait.runtime.io;
    exports org.krait.runtime.posix;
    exports org.krait.runtime.snapshot;
    exports org.krait.runtime.threads;
}
