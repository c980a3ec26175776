/**
 * Numbers as text and exact number algorithms, as CPython defines them: repr and parsing of int, float and complex,
 * the format mini-language, correctly rounded division and rounding, hashes. Works on Java's own types; start reading
 * at {@link org.krait.objects.text.FloatText}. It may not know the object model, only its errors.
 */
package org.krait.objects.text;
