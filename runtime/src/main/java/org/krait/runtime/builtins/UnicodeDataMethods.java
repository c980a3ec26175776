package org.krait.runtime.builtins;

import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;

/** The methods of {@code unicodedata.UCD}: Unicode 3.2.0. */
@BuiltinType(base = ObjectMethods.class)
public final class UnicodeDataMethods {
    private UnicodeDataMethods() {}

    @Attribute(value = "unidata_version", member = true)
    static String version(PyUnicodeData self) {
        return "3.2.0";
    }

    @Builtin(value = "decimal(self, chr, default=<unrepresentable>, /)", doc = """
            Converts a Unicode character into its equivalent decimal value.

            Returns the decimal value assigned to the character chr as integer.
            If no such value is defined, default is returned, or, if not given,
            ValueError is raised.""")
    static PyObject decimal(PyUnicodeData self, PyObject chr, PyObject fallback) {
        return UnicodeQueries.decimal(UnicodeData.OLD, chr, fallback);
    }

    @Builtin(value = "digit(self, chr, default=<unrepresentable>, /)", doc = """
            Converts a Unicode character into its equivalent digit value.

            Returns the digit value assigned to the character chr as integer.
            If no such value is defined, default is returned, or, if not given,
            ValueError is raised.""")
    static PyObject digit(PyUnicodeData self, PyObject chr, PyObject fallback) {
        return UnicodeQueries.digit(UnicodeData.OLD, chr, fallback);
    }

    @Builtin(value = "numeric(self, chr, default=<unrepresentable>, /)", doc = """
            Converts a Unicode character into its equivalent numeric value.

            Returns the numeric value assigned to the character chr as float.
            If no such value is defined, default is returned, or, if not given,
            ValueError is raised.""")
    static PyObject numeric(PyUnicodeData self, PyObject chr, PyObject fallback) {
        return UnicodeQueries.numeric(UnicodeData.OLD, chr, fallback);
    }

    @Builtin(value = "name(self, chr, default=<unrepresentable>, /)", doc = """
            Returns the name assigned to the character chr as a string.

            If no name is defined, default is returned, or, if not given,
            ValueError is raised.""")
    static PyObject name(PyUnicodeData self, PyObject chr, PyObject fallback) {
        return UnicodeQueries.name(UnicodeData.OLD, chr, fallback);
    }

    @Builtin(value = "category(self, chr, /)",
            doc = "Returns the general category assigned to the character chr as string.")
    static PyObject category(PyUnicodeData self, PyObject chr) {
        return PyStr.interned(UnicodeData.OLD.category(UnicodeQueries.character(chr, "category")));
    }

    @Builtin(value = "bidirectional(self, chr, /)", doc = """
            Returns the bidirectional class assigned to the character chr as string.

            If no such value is defined, an empty string is returned.""")
    static String bidirectional(PyUnicodeData self, PyObject chr) {
        return UnicodeData.OLD.bidirectional(UnicodeQueries.character(chr, "bidirectional"));
    }

    @Builtin(value = "combining(self, chr, /)", doc = """
            Returns the canonical combining class assigned to the character chr as integer.

            Returns 0 if no combining class is defined.""")
    static int combining(PyUnicodeData self, PyObject chr) {
        return UnicodeData.OLD.combining(UnicodeQueries.character(chr, "combining"));
    }

    @Builtin(value = "mirrored(self, chr, /)", doc = """
            Returns the mirrored property assigned to the character chr as integer.

            Returns 1 if the character has been identified as a "mirrored"
            character in bidirectional text, 0 otherwise.""")
    static int mirrored(PyUnicodeData self, PyObject chr) {
        return UnicodeData.OLD.isMirrored(UnicodeQueries.character(chr, "mirrored")) ? 1 : 0;
    }

    @Builtin(value = "east_asian_width(self, chr, /)",
            doc = "Returns the east asian width assigned to the character chr as string.")
    static String width(PyUnicodeData self, PyObject chr) {
        return UnicodeData.OLD.width(UnicodeQueries.character(chr, "east_asian_width"));
    }

    @Builtin(value = "decomposition(self, chr, /)", doc = """
            Returns the character decomposition mapping assigned to the character chr as string.

            An empty string is returned in case no such mapping is defined.""")
    static String decomposition(PyUnicodeData self, PyObject chr) {
        return UnicodeData.OLD.decomposition(UnicodeQueries.character(chr, "decomposition"));
    }

    @Builtin(value = "lookup(self, name, /)", doc = """
            Look up character by name.

            If a character with the given name is found, return the
            corresponding character.  If not found, KeyError is raised.""")
    static PyObject lookUp(PyUnicodeData self, PyObject name) {
        return UnicodeQueries.lookUp(UnicodeData.OLD, name);
    }

    @Builtin(value = "normalize(self, form, unistr, /)", doc = """
            Return the normal form 'form' for the Unicode string unistr.

            Valid values for form are 'NFC', 'NFKC', 'NFD', and 'NFKD'.""")
    static PyObject normalize(PyUnicodeData self, PyStr form, PyStr unistr) {
        return UnicodeQueries.normalize(UnicodeData.OLD, form, unistr);
    }

    @Builtin(value = "is_normalized(self, form, unistr, /)", doc = """
            Return whether the Unicode string unistr is in the normal form 'form'.

            Valid values for form are 'NFC', 'NFKC', 'NFD', and 'NFKD'.""")
    static boolean isNormalized(PyUnicodeData self, PyStr form, PyStr unistr) {
        return UnicodeQueries.normalize(UnicodeData.OLD, form, unistr).equalTo(unistr);
    }
}
