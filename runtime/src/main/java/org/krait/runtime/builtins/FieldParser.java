package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.PyStr;

/** Cuts a format string into literal text and replacement fields, as CPython's MarkupIterator. */
final class FieldParser {
    private final PyStr text;
    private int at;
    /** The literal text before the field. */
    int literalStart;
    int literalEnd;
    /** False for literal text alone. */
    boolean hasField;
    int nameStart;
    int nameEnd;
    /** The character after {@code !}, or 0. */
    int conversion;
    int specStart;
    int specEnd;
    /** The specification has fields of its own. */
    boolean specNested;

    FieldParser(PyStr text) {
        this.text = text;
    }

    /** Goes to the next literal text and field; false at the end. */
    boolean next() {
        int n = text.length();
        hasField = false;
        conversion = 0;
        specNested = false;
        specStart = 0;
        specEnd = 0;
        if (at >= n) {
            return false;
        }
        literalStart = at;
        int c = 0;
        boolean brace = false;
        while (at < n) {
            c = text.at(at++);
            if (c == '{' || c == '}') {
                brace = true;
                break;
            }
        }
        if (!brace) {
            literalEnd = at;
            return true;
        }
        boolean atEnd = at >= n;
        boolean doubled = !atEnd && text.at(at) == c;
        if (c == '}' && !doubled) {
            throw Errors.valueError("Single '}' encountered in format string");
        }
        if (atEnd) {
            throw Errors.valueError("Single '{' encountered in format string");
        }
        if (doubled) {
            literalEnd = at++;
            return true;
        }
        literalEnd = at - 1;
        hasField = true;
        field(n);
        return true;
    }

    private void field(int n) {
        nameStart = at;
        int c = 0;
        while (at < n) {
            c = text.at(at++);
            if (c == '{') {
                throw Errors.valueError("unexpected '{' in field name");
            }
            if (c == '}' || c == ':' || c == '!') {
                break;
            }
            while (c == '[' && at < n && text.at(at) != ']') {
                at++;
            }
            c = 0;
        }
        if (c == 0) {
            throw Errors.valueError("expected '}' before end of string");
        }
        nameEnd = at - 1;
        if (c == '}') {
            return;
        }
        if (c == '!') {
            if (at >= n) {
                throw Errors.valueError("end of string while looking for conversion specifier");
            }
            conversion = text.at(at++);
            if (at >= n) {
                throw Errors.valueError("unmatched '{' in format spec");
            }
            c = text.at(at++);
            if (c == '}') {
                return;
            }
            if (c != ':') {
                throw Errors.valueError("expected ':' after conversion specifier");
            }
        }
        specStart = at;
        int depth = 1;
        while (at < n) {
            c = text.at(at++);
            if (c == '{') {
                specNested = true;
                depth++;
            } else if (c == '}' && --depth == 0) {
                specEnd = at - 1;
                return;
            }
        }
        throw Errors.valueError("unmatched '{' in format spec");
    }
}
