/** The krait command. */
module org.krait.launcher {
    requires org.krait.language;
    requires org.krait.runtime;
    requires org.krait.snapshot;
    requires org.apache.commons.cli;
    requires org.jline;
    requires java.management;
}
