package org.krait.language.syntax;

/** A {@code # type: ignore} comment; the tag is what follows {@code ignore}. */
public record TypeIgnore(int line, String tag) {}
