/** The front end and the Truffle language. */
module org.krait.language {
    requires transitive org.krait.objects;
    requires transitive org.krait.runtime;
    requires transitive org.graalvm.polyglot;
    requires transitive org.graalvm.truffle;

    exports org.krait.language;
    exports org.krait.language.compile;
    exports org.krait.language.syntax;
    exports org.krait.language.tier1;

    opens org.krait.language.ast to
            org.krait.runtime;
    opens org.krait.language.polyglot to
            org.krait.runtime;

    provides com.oracle.truffle.api.provider.TruffleLanguageProvider
            with org.krait.language.polyglot.KraitLanguageProvider;
}
