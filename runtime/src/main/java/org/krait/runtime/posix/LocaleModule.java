package org.krait.runtime.posix;

import java.nio.ByteBuffer;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyDict;
import org.krait.objects.PyInt;
import org.krait.objects.PyList;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinModule;

/** The module {@code _locale}. */
@BuiltinModule(value = "_locale", doc = "Support for POSIX locales.")
public final class LocaleModule {
    static final PyType ERROR = PyType.builtin("locale.Error", ExceptionTypes.EXCEPTION,
            PyType.BASE | PyType.HAS_DICT | PyType.HAS_WEAKREF);
    private static final int LC_CTYPE = 0;
    private static final int LC_ALL = 6;
    private static final int CODESET = 14;
    private static final String CONSTANTS = """
            ABDAY_1=131072 ABDAY_2=131073 ABDAY_3=131074 ABDAY_4=131075 ABDAY_5=131076 ABDAY_6=131077 ABDAY_7=131078
            ABMON_1=131086 ABMON_2=131087 ABMON_3=131088 ABMON_4=131089 ABMON_5=131090 ABMON_6=131091 ABMON_7=131092
            ABMON_8=131093 ABMON_9=131094 ABMON_10=131095 ABMON_11=131096 ABMON_12=131097 ALT_DIGITS=131119
            AM_STR=131110 CHAR_MAX=127 CODESET=14 CRNCYSTR=262159 DAY_1=131079 DAY_2=131080 DAY_3=131081 DAY_4=131082
            DAY_5=131083 DAY_6=131084 DAY_7=131085 D_FMT=131113 D_T_FMT=131112 ERA=131116 ERA_D_FMT=131118
            ERA_D_T_FMT=131120 ERA_T_FMT=131121 LC_ALL=6 LC_COLLATE=3 LC_CTYPE=0 LC_MESSAGES=5 LC_MONETARY=4
            LC_NUMERIC=1 LC_TIME=2 MON_1=131098 MON_2=131099 MON_3=131100 MON_4=131101 MON_5=131102 MON_6=131103
            MON_7=131104 MON_8=131105 MON_9=131106 MON_10=131107 MON_11=131108 MON_12=131109 NOEXPR=327681
            PM_STR=131111 RADIXCHAR=65536 THOUSEP=65537 T_FMT=131114 T_FMT_AMPM=131115 YESEXPR=327680 _DATE_FMT=131180
            """;

    private LocaleModule() {}

    static void initialize(ThreadState ts, PyModule module) {
        Constants.put(module.dict, CONSTANTS);
        module.dict.put("Error", ERROR);
    }

    /** The C library starts in the user's locale, for the JVM; Python's start is "C" for all but the characters. */
    private static void start(ThreadState ts) {
        if (ts.interp.natives.put(LocaleModule.class, Boolean.TRUE) == null) {
            Libc.plainCall("setlocale", LC_ALL, Libc.address(Libc.string(new byte[] {'C'})));
            Libc.plainCall("setlocale", LC_CTYPE, Libc.address(Libc.string(new byte[0])));
        }
    }

    private static PyObject text(ThreadState ts, long address) {
        return address == 0 ? PyStr.EMPTY : Paths.result(ts, Libc.stringAt(address), false);
    }

    @Builtin(value = "getencoding()", doc = "Get the current locale encoding.")
    static String getencoding(ThreadState ts) {
        return org.krait.runtime.io.StandardStreams.localeEncoding(ts);
    }

    @Builtin(value = "setlocale(category, locale=None, /)", doc = "Activates/queries locale processing.")
    static PyObject setlocale(ThreadState ts, int category, PyObject locale) {
        if (category < 0 || category > 12) {
            throw Errors.of(ERROR, "invalid locale category");
        }
        start(ts);
        if (locale == null || locale == PySingleton.NONE) {
            return text(ts, Libc.plainCall("setlocale", category, 0));
        }
        if (!(locale instanceof PyStr)) {
            throw Errors.typeError("setlocale() argument 2 must be str or None, not " + locale.type.name());
        }
        ByteBuffer name = Libc.string(Paths.bytes(ts, locale));
        long result = Libc.plainCall("setlocale", category, Libc.address(name));
        if (result == 0) {
            throw Errors.of(ERROR, "unsupported locale setting");
        }
        return text(ts, result);
    }

    @Builtin(value = "localeconv()", doc = "Returns numeric and monetary locale-specific parameters.")
    static PyObject localeconv(ThreadState ts) {
        start(ts);
        ByteBuffer c = Libc.at(Libc.plainCall("localeconv"), 96);
        PyDict d = new PyDict();
        String[] strings = {"decimal_point", "thousands_sep", "grouping", "int_curr_symbol", "currency_symbol",
            "mon_decimal_point", "mon_thousands_sep", "mon_grouping", "positive_sign", "negative_sign"};
        for (int i = 0; i < strings.length; i++) {
            long at = c.getLong(8 * i);
            d.put(strings[i], strings[i].endsWith("grouping") ? grouping(at) : text(ts, at));
        }
        String[] numbers = {"int_frac_digits", "frac_digits", "p_cs_precedes", "p_sep_by_space", "n_cs_precedes",
            "n_sep_by_space", "p_sign_posn", "n_sign_posn"};
        for (int i = 0; i < numbers.length; i++) {
            d.put(numbers[i], PyInt.of(c.get(80 + i)));
        }
        return d;
    }

    private static PyObject grouping(long at) {
        PyList sizes = new PyList();
        byte[] bytes = Libc.stringAt(at);
        for (byte b : bytes) {
            sizes.append(PyInt.of(b));
            if (b == 127) {
                return sizes;
            }
        }
        if (bytes.length > 0) {
            sizes.append(PyInt.ZERO);
        }
        return sizes;
    }

    @Builtin(value = "nl_langinfo(key, /)", doc = "Return the value for the locale information associated with key.")
    static PyObject nlLanginfo(ThreadState ts, int key) {
        if (key != CODESET && (key < 65536 || key > 327681 + 65536)) {
            throw Errors.valueError("unsupported langinfo constant");
        }
        start(ts);
        return text(ts, Libc.plainCall("nl_langinfo", key));
    }

    @Builtin(value = "strcoll(os1, os2, /)", doc = "Compares two strings according to the locale.")
    static int strcoll(ThreadState ts, PyStr a, PyStr b) {
        start(ts);
        return (int) Libc.plainCall("strcoll", Libc.address(Libc.string(Paths.bytes(ts, a))),
                Libc.address(Libc.string(Paths.bytes(ts, b))));
    }

    @Builtin(value = "strxfrm(string, /)",
            doc = "Return a string that can be used as a key for locale-aware comparisons.")
    static PyObject strxfrm(ThreadState ts, PyStr string) {
        start(ts);
        ByteBuffer in = Libc.string(Paths.bytes(ts, string));
        int size = (int) Libc.plainCall("strxfrm", 0, Libc.address(in), 0);
        ByteBuffer out = Libc.memory(size + 1);
        Libc.plainCall("strxfrm", Libc.address(out), Libc.address(in), size + 1);
        byte[] bytes = new byte[size];
        out.get(0, bytes);
        return PyStr.ofLatin1(bytes);
    }

    private static PyObject translated(ThreadState ts, String function, PyObject domain, PyStr message, int category) {
        start(ts);
        ByteBuffer text = Libc.string(Paths.bytes(ts, message));
        ByteBuffer name = domain == null || domain == PySingleton.NONE ? null
                : Libc.string(Paths.bytes(ts, domain));
        long nameAddress = name == null ? 0 : Libc.address(name);
        long found = function.equals("gettext") ? Libc.plainCall(function, Libc.address(text))
                : Libc.plainCall(function, nameAddress, Libc.address(text), category);
        PyObject result = text(ts, found);
        java.lang.ref.Reference.reachabilityFence(text);
        return result;
    }

    @Builtin(value = "gettext(msg, /)", doc = "gettext(msg) -> string\n\nReturn translation of msg.")
    static PyObject gettext(ThreadState ts, PyStr message) {
        return translated(ts, "gettext", null, message, 0);
    }

    @Builtin(value = "dgettext(domain, msg, /)", doc = "dgettext(domain, msg) -> string\n\nReturn translation of msg "
            + "in domain.")
    static PyObject dgettext(ThreadState ts, PyObject domain, PyStr message) {
        return translated(ts, "dgettext", domain, message, 0);
    }

    @Builtin(value = "dcgettext(domain, msg, category, /)", doc = "Return translation of msg in domain and category.")
    static PyObject dcgettext(ThreadState ts, PyObject domain, PyStr message, int category) {
        return translated(ts, "dcgettext", domain, message, category);
    }

    @Builtin(value = "textdomain(domain, /)",
            doc = "Set the C library's textdmain to domain, returning the new domain.")
    static PyObject textdomain(ThreadState ts, PyObject domain) {
        return text(ts, Libc.plainCall("textdomain", domain == PySingleton.NONE ? 0
                : Libc.address(Libc.string(Paths.bytes(ts, domain)))));
    }

    @Builtin(value = "bindtextdomain(domain, dir, /)", doc = "Bind the C library's domain to dir.")
    static PyObject bindtextdomain(ThreadState ts, PyStr domain, PyObject folder) {
        if (domain.length() == 0) {
            throw Errors.of(ERROR, "domain must be a non-empty string");
        }
        return text(ts, Libc.plainCall("bindtextdomain", Libc.address(Libc.string(Paths.bytes(ts, domain))),
                folder == PySingleton.NONE ? 0 : Libc.address(Libc.string(Paths.bytes(ts, folder)))));
    }

    @Builtin(value = "bind_textdomain_codeset(domain, codeset, /)", doc = "Bind the C library's domain to codeset.")
    static PyObject bindTextdomainCodeset(ThreadState ts, PyStr domain, PyObject codeset) {
        long found = Libc.plainCall("bind_textdomain_codeset", Libc.address(Libc.string(Paths.bytes(ts, domain))),
                codeset == PySingleton.NONE ? 0 : Libc.address(Libc.string(Paths.bytes(ts, codeset))));
        return found == 0 ? PySingleton.NONE : text(ts, found);
    }
}
