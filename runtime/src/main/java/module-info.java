/** The tier-0 interpreter, the builtins, the native modules and import. */
module org.krait.runtime {
    requires transitive org.krait.objects;
    requires transitive org.krait.snapshot;
}
