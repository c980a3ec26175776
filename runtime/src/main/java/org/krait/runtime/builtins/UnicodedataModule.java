package org.krait.runtime.builtins;

import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinModule;

/** The module {@code unicodedata}. */
@BuiltinModule(value = "unicodedata", doc = """
        This module provides access to the Unicode Character Database which
        defines character properties for all Unicode characters. The data in
        this database is based on the UnicodeData.txt file version
        15.0.0 which is publicly available from the Unicode Consortium
        at ftp://ftp.unicode.org/.

        The module uses the same names and symbols as defined by the
        UnicodeData File Format 15.0.0.""")
public final class UnicodedataModule {
    private UnicodedataModule() {}

    static void initialize(ThreadState ts, PyModule module) {
        module.dict.put("unidata_version", PyStr.of("15.0.0"));
        module.dict.put("ucd_3_2_0", PyUnicodeData.OLD);
        module.dict.put("UCD", PyUnicodeData.TYPE);
    }

    @Builtin(value = "decimal(chr, default=<unrepresentable>, /)", doc = """
            Converts a Unicode character into its equivalent decimal value.

            Returns the decimal value assigned to the character chr as integer.
            If no such value is defined, default is returned, or, if not given,
            ValueError is raised.""")
    static PyObject decimal(PyObject chr, PyObject fallback) {
        return UnicodeQueries.decimal(UnicodeData.CURRENT, chr, fallback);
    }

    @Builtin(value = "digit(chr, default=<unrepresentable>, /)", doc = """
            Converts a Unicode character into its equivalent digit value.

            Returns the digit value assigned to the character chr as integer.
            If no such value is defined, default is returned, or, if not given,
            ValueError is raised.""")
    static PyObject digit(PyObject chr, PyObject fallback) {
        return UnicodeQueries.digit(UnicodeData.CURRENT, chr, fallback);
    }

    @Builtin(value = "numeric(chr, default=<unrepresentable>, /)", doc = """
            Converts a Unicode character into its equivalent numeric value.

            Returns the numeric value assigned to the character chr as float.
            If no such value is defined, default is returned, or, if not given,
            ValueError is raised.""")
    static PyObject numeric(PyObject chr, PyObject fallback) {
        return UnicodeQueries.numeric(UnicodeData.CURRENT, chr, fallback);
    }

    @Builtin(value = "name(chr, default=<unrepresentable>, /)", doc = """
            Returns the name assigned to the character chr as a string.

            If no name is defined, default is returned, or, if not given,
            ValueError is raised.""")
    static PyObject name(PyObject chr, PyObject fallback) {
        return UnicodeQueries.name(UnicodeData.CURRENT, chr, fallback);
    }

    @Builtin(value = "category(chr, /)", doc = "Returns the general category assigned to the character chr as string.")
    static PyObject category(PyObject chr) {
        return PyStr.interned(UnicodeData.CURRENT.category(UnicodeQueries.character(chr, "category")));
    }

    @Builtin(value = "bidirectional(chr, /)", doc = """
            Returns the bidirectional class assigned to the character chr as string.

            If no such value is defined, an empty string is returned.""")
    static String bidirectional(PyObject chr) {
        return UnicodeData.CURRENT.bidirectional(UnicodeQueries.character(chr, "bidirectional"));
    }

    @Builtin(value = "combining(chr, /)", doc = """
            Returns the canonical combining class assigned to the character chr as integer.

            Returns 0 if no combining class is defined.""")
    static int combining(PyObject chr) {
        return UnicodeData.CURRENT.combining(UnicodeQueries.character(chr, "combining"));
    }

    @Builtin(value = "mirrored(chr, /)", doc = """
            Returns the mirrored property assigned to the character chr as integer.

            Returns 1 if the character has been identified as a "mirrored"
            character in bidirectional text, 0 otherwise.""")
    static int mirrored(PyObject chr) {
        return UnicodeData.CURRENT.isMirrored(UnicodeQueries.character(chr, "mirrored")) ? 1 : 0;
    }

    @Builtin(value = "east_asian_width(chr, /)",
            doc = "Returns the east asian width assigned to the character chr as string.")
    static String width(PyObject chr) {
        return UnicodeData.CURRENT.width(UnicodeQueries.character(chr, "east_asian_width"));
    }

    @Builtin(value = "decomposition(chr, /)", doc = """
            Returns the character decomposition mapping assigned to the character chr as string.

            An empty string is returned in case no such mapping is defined.""")
    static String decomposition(PyObject chr) {
        return UnicodeData.CURRENT.decomposition(UnicodeQueries.character(chr, "decomposition"));
    }

    @Builtin(value = "lookup(name, /)", doc = """
            Look up character by name.

            If a character with the given name is found, return the
            corresponding character.  If not found, KeyError is raised.""")
    static PyObject lookUp(PyObject name) {
        return UnicodeQueries.lookUp(UnicodeData.CURRENT, name);
    }

    @Builtin(value = "normalize(form, unistr, /)", doc = """
            Return the normal form 'form' for the Unicode string unistr.

            Valid values for form are 'NFC', 'NFKC', 'NFD', and 'NFKD'.""")
    static PyObject normalize(PyStr form, PyStr unistr) {
        return UnicodeQueries.normalize(UnicodeData.CURRENT, form, unistr);
    }

    @Builtin(value = "is_normalized(form, unistr, /)", doc = """
            Return whether the Unicode string unistr is in the normal form 'form'.

            Valid values for form are 'NFC', 'NFKC', 'NFD', and 'NFKD'.""")
    static boolean isNormalized(PyStr form, PyStr unistr) {
        return UnicodeQueries.normalize(UnicodeData.CURRENT, form, unistr).equalTo(unistr);
    }
}
