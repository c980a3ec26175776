package org.krait.language.syntax;
final class CharacterAliases { static int lookup(String s) { return -1; } }
