/** Python values, their lifetime, code objects and the instruction table. */
module org.krait.objects {
    requires static transitive java.compiler;

    exports org.krait.objects;
    exports org.krait.objects.builtin;
    exports org.krait.objects.code;
    exports org.krait.objects.text;
}
