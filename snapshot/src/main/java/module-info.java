/** Cache files and memory-mapped archives of Python objects. */
module org.krait.snapshot {
    requires transitive org.krait.objects;

    exports org.krait.snapshot;
    exports org.krait.snapshot.marshal;
}
