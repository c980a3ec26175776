package org.krait.language.syntax;

import java.util.Locale;

/** Knows characters by name, for {@code \N{…}}. */
public interface CharacterNames {
    /** The names that Java knows: no aliases. */
    CharacterNames JAVA = new JavaNames();

    /** The character with a name, in any case; -1 if there is none. */
    int lookUp(String name);

    /** The names of {@link Character#getName}. */
    final class JavaNames implements CharacterNames {
        private JavaNames() {}

        @Override
        public int lookUp(String name) {
            String upper = name.toUpperCase(Locale.ROOT);
            try {
                int point = Character.codePointOf(upper);
                // Java also takes a block's name with a number, which isn't a name.
                return upper.equals(Character.getName(point)) ? point : -1;
            } catch (IllegalArgumentException e) {
                return -1;
            }
        }
    }
}
