package org.krait.language.syntax;

/** A rule of the diagnosing grammar. */
final class PegRule {
    final String name;
    final int id;
    /** Only active in the second pass, where it stands alone in an alternative. */
    final boolean invalid;
    /** Parses what is below it without the rules that raise errors. */
    final boolean withoutInvalid;
    boolean memo;
    boolean leftRecursive;
    PegAlternative[] alternatives;

    PegRule(String name, int id) {
        this.name = name;
        this.id = id;
        invalid = name.startsWith("wrong_");
        withoutInvalid = name.endsWith("_unjudged");
    }

    /** Whether an alternative begins with a rule, directly or through {@code value_name}. */
    boolean startsWith(PegRule other) {
        for (PegAlternative alternative : alternatives) {
            if (alternative.items()[0] instanceof PegItem.Reference reference) {
                if (reference.rule() == other) {
                    return true;
                }
                if (reference.rule().name.equals("value_name") && reference.rule().startsWith(other)) {
                    return name.equals("value_path");
                }
            }
        }
        return false;
    }
}
