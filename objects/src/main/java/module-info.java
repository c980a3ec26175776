/** Python values, their lifetime, code objects and the instruction table. */
@SuppressWarnings("module") // The runtime, which audits counts by reflection, is compiled later.
module org.krait.objects {
    requires static transitive java.compiler;

    exports org.krait.objects;
    exports org.krait.objects.builtin;
    exports org.krait.objects.code;
    exports org.krait.objects.text;

    opens org.krait.objects to
            org.krait.runtime;
}
