package org.krait.runtime.builtins;

import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.PyBool;
import org.krait.objects.PyBuffer;
import org.krait.objects.PyByteArray;
import org.krait.objects.PyBytes;
import org.krait.objects.PyDict;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PySlice;
import org.krait.objects.PyStr;
import org.krait.objects.PyStrBuilder;
import org.krait.objects.PyStrInstance;
import org.krait.objects.PyStrIterator;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.objects.text.FormatSpec;
import org.krait.runtime.Texts;

/** The methods of {@code str}: one table; the algorithms are in {@link StrSearch}, {@link StrSplit} and so on. */
@BuiltinType(base = ObjectMethods.class, doc = """
        str(object='') -> str
        str(bytes_or_buffer[, encoding[, errors]]) -> str

        Create a new string object from the given object. If encoding or
        errors is specified, then the object must expose a data buffer
        that will be decoded using the given encoding and error handler.
        Otherwise, returns the result of object.__str__() (if defined)
        or repr(object).
        encoding defaults to sys.getdefaultencoding().
        errors defaults to 'strict'.""")
public final class StrMethods {
    private static final PyType TYPE = PyStr.TYPE;

    private StrMethods() {}

    @Builtin("__new__(cls, object='', encoding='utf-8', errors='strict')")
    static PyObject make(ThreadState ts, PyType cls, PyObject object, PyObject encoding, PyObject errors) {
        PyStr text = text(ts, object, encoding, errors);
        return cls == TYPE ? text : new PyStrInstance(cls, text);
    }

    private static PyStr text(ThreadState ts, PyObject object, PyObject encoding, PyObject errors) {
        if (object == null) {
            return PyStr.EMPTY;
        }
        if (encoding == null && errors == null) {
            return Texts.str(ts, object);
        }
        String codec = encoding == null ? "utf-8" : codecName(encoding, "encoding");
        String handler = errors == null ? "strict" : codecName(errors, "errors");
        if (object instanceof PyStr) {
            throw Errors.typeError("decoding str is not supported");
        }
        PyBuffer buffer = Bytes.contiguousOrNull(ts, object);
        if (buffer != null) {
            boolean empty = buffer.length == 0;
            buffer.release();
            if (empty) {
                Codecs.checkNames(ts, codec, handler);
                return PyStr.EMPTY;
            }
        } else {
            throw Errors.typeError("decoding to str: need a bytes-like object, " + object.type.name() + " found");
        }
        PyObject decoded = Codecs.decode(ts, object, codec, handler);
        if (decoded instanceof PyStr s) {
            return s;
        }
        throw Errors.typeError("'" + codec + "' decoder returned '" + decoded.type.name()
                + "' instead of 'str'; use codecs.decode() to decode to arbitrary types");
    }

    private static String codecName(PyObject o, String argument) {
        if (o instanceof PyStr s) {
            return Bytes.withoutNull(s);
        }
        throw Errors.typeError("str() argument '" + argument + "' must be str, not " + Arguments.shown(o));
    }

    @Builtin("__repr__(self, /)")
    static PyObject repr(PyStr self) {
        return SourceForm.repr(self);
    }

    @Builtin("__str__(self, /)")
    static PyObject str(PyStr self) {
        return self.exact();
    }

    @Builtin("__hash__(self, /)")
    static long hash(PyStr self) {
        return self.hash();
    }

    @Builtin("__len__(self, /)")
    static int length(PyStr self) {
        return self.length();
    }

    @Builtin("__iter__(self, /)")
    static PyObject iter(PyStr self) {
        return new PyStrIterator(self);
    }

    @Builtin("__contains__(self, key, /)")
    static boolean contains(PyStr self, PyObject key) {
        if (!(key instanceof PyStr needle)) {
            throw Errors.typeError("'in <string>' requires string as left operand, not " + key.type.name());
        }
        return StrSearch.find(self, needle, 0, self.length()) >= 0;
    }

    @Builtin("__getitem__(self, key, /)")
    static PyObject getItem(ThreadState ts, PyStr self, PyObject key) {
        int n = self.length();
        if (key instanceof PySlice slice) {
            SliceRange range = new SliceRange(ts, slice).fit(n);
            if (range.step == 1) {
                return range.count == 0 ? PyStr.EMPTY : self.substring(range.start, range.stop);
            }
            PyStrBuilder out = new PyStrBuilder(range.count);
            for (int i = 0, at = range.start; i < range.count; i++, at += range.step) {
                out.append(self.at(at));
            }
            return out.toPyStr();
        }
        if (!Protocol.isIndex(key)) {
            throw Errors.typeError("string indices must be integers, not '" + key.type.name() + "'");
        }
        long i = key.getClass() == PyInt.class ? ((PyInt) key).value : Protocol.indexForSequence(ts, key);
        if (i < 0) {
            i += n;
        }
        if (i < 0 || i >= n) {
            throw Errors.indexError("string index out of range");
        }
        return PyStr.ofCodePoint(self.at((int) i));
    }

    // Operators.

    @Builtin("__add__(self, value, /)")
    static PyObject add(PyStr self, PyObject value) {
        if (value instanceof PyStr other) {
            return self.concat(other);
        }
        throw Errors.typeError("can only concatenate str (not \"" + value.type.name() + "\") to str");
    }

    @Builtin("__mul__(self, value, /)")
    static PyObject multiply(ThreadState ts, PyStr self, PyObject value) {
        if (!Protocol.isIndex(value)) {
            return Sequences.notACount(value);
        }
        return repeat(self, Protocol.size(ts, value));
    }

    @Builtin("__rmul__(self, value, /)")
    static PyObject reflectedMultiply(ThreadState ts, PyStr self, PyObject value) {
        Sequences.checkCount(value);
        return multiply(ts, self, value);
    }

    private static PyStr repeat(PyStr self, long times) {
        if (times > 0 && self.length() > Long.MAX_VALUE / times) {
            throw Errors.overflowError("repeated string is too long");
        }
        int n = self.length();
        if (times <= 0 || n == 0) {
            return PyStr.EMPTY;
        }
        if (times == 1) {
            return self.exact();
        }
        int total = Sequences.repeated(n, times);
        if (self.latin1 != null) {
            return PyStr.ofLatin1(Sequences.repeat(self.latin1, 0, n, times));
        }
        if (self.ucs2 != null) {
            char[] chars = new char[total];
            for (int i = 0; i < total; i += n) {
                System.arraycopy(self.ucs2, 0, chars, i, n);
            }
            return PyStr.ofUcs2(chars);
        }
        int[] all = new int[total];
        for (int i = 0; i < total; i += n) {
            System.arraycopy(self.ucs4, 0, all, i, n);
        }
        return PyStr.ofUcs4(all);
    }

    @Builtin("__mod__(self, value, /)")
    static PyObject modulo(ThreadState ts, PyStr self, PyObject value) {
        return new StrPercent(ts, self, value).format();
    }

    @Builtin("__rmod__(self, value, /)")
    static PyObject reflectedModulo(ThreadState ts, PyStr self, PyObject value) {
        return value instanceof PyStr format ? modulo(ts, format, self) : PySingleton.NOT_IMPLEMENTED;
    }

    @Builtin("__lt__(self, value, /)")
    static PyObject lessThan(PyStr self, PyObject value) {
        return value instanceof PyStr s ? PyBool.of(self.compareTo(s) < 0) : PySingleton.NOT_IMPLEMENTED;
    }

    @Builtin("__le__(self, value, /)")
    static PyObject lessOrEqual(PyStr self, PyObject value) {
        return value instanceof PyStr s ? PyBool.of(self.compareTo(s) <= 0) : PySingleton.NOT_IMPLEMENTED;
    }

    @Builtin("__eq__(self, value, /)")
    static PyObject equal(PyStr self, PyObject value) {
        return value instanceof PyStr s ? PyBool.of(self.equalTo(s)) : PySingleton.NOT_IMPLEMENTED;
    }

    @Builtin("__ne__(self, value, /)")
    static PyObject notEqual(PyStr self, PyObject value) {
        return value instanceof PyStr s ? PyBool.of(!self.equalTo(s)) : PySingleton.NOT_IMPLEMENTED;
    }

    @Builtin("__gt__(self, value, /)")
    static PyObject greaterThan(PyStr self, PyObject value) {
        return value instanceof PyStr s ? PyBool.of(self.compareTo(s) > 0) : PySingleton.NOT_IMPLEMENTED;
    }

    @Builtin("__ge__(self, value, /)")
    static PyObject greaterOrEqual(PyStr self, PyObject value) {
        return value instanceof PyStr s ? PyBool.of(self.compareTo(s) >= 0) : PySingleton.NOT_IMPLEMENTED;
    }

    // Case.

    @Builtin(value = "upper(self, /)", doc = "Return a copy of the string converted to uppercase.")
    static PyObject upper(PyStr self) {
        return CaseMapping.upper(self);
    }

    @Builtin(value = "lower(self, /)", doc = "Return a copy of the string converted to lowercase.")
    static PyObject lower(PyStr self) {
        return CaseMapping.lower(self);
    }

    @Builtin(value = "title(self, /)", doc = """
            Return a version of the string where each word is titlecased.

            More specifically, words start with uppercased characters and all remaining
            cased characters have lower case.""")
    static PyObject title(PyStr self) {
        return CaseMapping.title(self);
    }

    @Builtin(value = "capitalize(self, /)", doc = """
            Return a capitalized version of the string.

            More specifically, make the first character have upper case and the rest lower
            case.""")
    static PyObject capitalize(PyStr self) {
        return CaseMapping.capitalize(self);
    }

    @Builtin(value = "casefold(self, /)", doc = "Return a version of the string suitable for caseless comparisons.")
    static PyObject casefold(PyStr self) {
        return CaseMapping.fold(self);
    }

    @Builtin(value = "swapcase(self, /)",
            doc = "Convert uppercase characters to lowercase and lowercase characters to uppercase.")
    static PyObject swapCase(PyStr self) {
        return CaseMapping.swapCase(self);
    }

    // Predicates.

    @Builtin(value = "isalnum(self, /)", doc = """
            Return True if the string is an alpha-numeric string, False otherwise.

            A string is alpha-numeric if all characters in the string are alpha-numeric and
            there is at least one character in the string.""")
    static boolean isAlnum(PyStr self) {
        int n = self.length();
        for (int i = 0; i < n; i++) {
            if (!CharFacts.isAlnum(self.at(i))) {
                return false;
            }
        }
        return n > 0;
    }

    @Builtin(value = "isalpha(self, /)", doc = """
            Return True if the string is an alphabetic string, False otherwise.

            A string is alphabetic if all characters in the string are alphabetic and there
            is at least one character in the string.""")
    static boolean isAlpha(PyStr self) {
        int n = self.length();
        for (int i = 0; i < n; i++) {
            if (!CharFacts.isAlpha(self.at(i))) {
                return false;
            }
        }
        return n > 0;
    }

    @Builtin(value = "isdecimal(self, /)", doc = """
            Return True if the string is a decimal string, False otherwise.

            A string is a decimal string if all characters in the string are decimal and
            there is at least one character in the string.""")
    static boolean isDecimal(PyStr self) {
        int n = self.length();
        for (int i = 0; i < n; i++) {
            if (!CharFacts.isDecimal(self.at(i))) {
                return false;
            }
        }
        return n > 0;
    }

    @Builtin(value = "isdigit(self, /)", doc = """
            Return True if the string is a digit string, False otherwise.

            A string is a digit string if all characters in the string are digits and there
            is at least one character in the string.""")
    static boolean isDigit(PyStr self) {
        int n = self.length();
        for (int i = 0; i < n; i++) {
            if (!CharFacts.isDigit(self.at(i))) {
                return false;
            }
        }
        return n > 0;
    }

    @Builtin(value = "isnumeric(self, /)", doc = """
            Return True if the string is a numeric string, False otherwise.

            A string is numeric if all characters in the string are numeric and there is at
            least one character in the string.""")
    static boolean isNumeric(PyStr self) {
        int n = self.length();
        for (int i = 0; i < n; i++) {
            if (!CharFacts.isNumeric(self.at(i))) {
                return false;
            }
        }
        return n > 0;
    }

    @Builtin(value = "isspace(self, /)", doc = """
            Return True if the string is a whitespace string, False otherwise.

            A string is whitespace if all characters in the string are whitespace and there
            is at least one character in the string.""")
    static boolean isSpace(PyStr self) {
        int n = self.length();
        for (int i = 0; i < n; i++) {
            if (!CharFacts.isSpace(self.at(i))) {
                return false;
            }
        }
        return n > 0;
    }

    @Builtin(value = "isascii(self, /)", doc = """
            Return True if all characters in the string are ASCII, False otherwise.

            ASCII characters have code points in the range U+0000-U+007F.
            Empty string is ASCII too.""")
    static boolean isAscii(PyStr self) {
        return self.isAscii();
    }

    @Builtin(value = "isprintable(self, /)", doc = """
            Return True if the string is printable, False otherwise.

            A string is printable if all of its characters are considered printable in
            repr() or if it is empty.""")
    static boolean isPrintable(PyStr self) {
        for (int i = 0; i < self.length(); i++) {
            if (!CharFacts.isPrintable(self.at(i))) {
                return false;
            }
        }
        return true;
    }

    @Builtin(value = "isidentifier(self, /)", doc = """
            Return True if the string is a valid Python identifier, False otherwise.

            Call keyword.iskeyword(s) to test whether string s is a reserved identifier,
            such as "def" or "class".""")
    static boolean isIdentifier(PyStr self) {
        int n = self.length();
        if (n == 0 || !CharFacts.isIdentifierStart(self.at(0))) {
            return false;
        }
        for (int i = 1; i < n; i++) {
            if (!CharFacts.isIdentifierPart(self.at(i))) {
                return false;
            }
        }
        return true;
    }

    @Builtin(value = "islower(self, /)", doc = """
            Return True if the string is a lowercase string, False otherwise.

            A string is lowercase if all cased characters in the string are lowercase and
            there is at least one cased character in the string.""")
    static boolean isLower(PyStr self) {
        boolean cased = false;
        for (int i = 0; i < self.length(); i++) {
            int c = self.at(i);
            if (CharFacts.isUpper(c) || CharFacts.isTitle(c)) {
                return false;
            }
            cased |= CharFacts.isLower(c);
        }
        return cased;
    }

    @Builtin(value = "isupper(self, /)", doc = """
            Return True if the string is an uppercase string, False otherwise.

            A string is uppercase if all cased characters in the string are uppercase and
            there is at least one cased character in the string.""")
    static boolean isUpper(PyStr self) {
        boolean cased = false;
        for (int i = 0; i < self.length(); i++) {
            int c = self.at(i);
            if (CharFacts.isLower(c) || CharFacts.isTitle(c)) {
                return false;
            }
            cased |= CharFacts.isUpper(c);
        }
        return cased;
    }

    @Builtin(value = "istitle(self, /)", doc = """
            Return True if the string is a title-cased string, False otherwise.

            In a title-cased string, upper- and title-case characters may only
            follow uncased characters and lowercase characters only cased ones.""")
    static boolean isTitle(PyStr self) {
        boolean cased = false;
        boolean inWord = false;
        for (int i = 0; i < self.length(); i++) {
            int c = self.at(i);
            if (CharFacts.isUpper(c) || CharFacts.isTitle(c)) {
                if (inWord) {
                    return false;
                }
                inWord = true;
                cased = true;
            } else if (CharFacts.isLower(c)) {
                if (!inWord) {
                    return false;
                }
                cased = true;
            } else {
                inWord = false;
            }
        }
        return cased;
    }

    // Finding.

    private static PyStr needle(PyObject sub) {
        if (sub instanceof PyStr s) {
            return s;
        }
        throw Errors.typeError("must be str, not " + sub.type.name());
    }

    private static int end(ThreadState ts, PyObject end, int n) {
        return Math.min(Protocol.bound(ts, end, n, n), n);
    }

    @Builtin(value = "find(self, sub, start=None, end=None, /)", doc = """
            S.find(sub[, start[, end]]) -> int

            Return the lowest index in S where substring sub is found,
            such that sub is contained within S[start:end].  Optional
            arguments start and end are interpreted as in slice notation.

            Return -1 on failure.""")
    static int find(ThreadState ts, PyStr self, PyObject sub, PyObject start, PyObject end) {
        int n = self.length();
        int from = Protocol.bound(ts, start, n, 0);
        int to = end(ts, end, n);
        return StrSearch.find(self, needle(sub), from, to);
    }

    @Builtin(value = "rfind(self, sub, start=None, end=None, /)", doc = """
            S.rfind(sub[, start[, end]]) -> int

            Return the highest index in S where substring sub is found,
            such that sub is contained within S[start:end].  Optional
            arguments start and end are interpreted as in slice notation.

            Return -1 on failure.""")
    static int findLast(ThreadState ts, PyStr self, PyObject sub, PyObject start, PyObject end) {
        int n = self.length();
        int from = Protocol.bound(ts, start, n, 0);
        int to = end(ts, end, n);
        return StrSearch.findLast(self, needle(sub), from, to);
    }

    @Builtin(value = "index(self, sub, start=None, end=None, /)", doc = """
            S.index(sub[, start[, end]]) -> int

            Return the lowest index in S where substring sub is found,
            such that sub is contained within S[start:end].  Optional
            arguments start and end are interpreted as in slice notation.

            Raises ValueError when the substring is not found.""")
    static int index(ThreadState ts, PyStr self, PyObject sub, PyObject start, PyObject end) {
        int at = find(ts, self, sub, start, end);
        if (at < 0) {
            throw Errors.valueError("substring not found");
        }
        return at;
    }

    @Builtin(value = "rindex(self, sub, start=None, end=None, /)", doc = """
            S.rindex(sub[, start[, end]]) -> int

            Return the highest index in S where substring sub is found,
            such that sub is contained within S[start:end].  Optional
            arguments start and end are interpreted as in slice notation.

            Raises ValueError when the substring is not found.""")
    static int lastIndex(ThreadState ts, PyStr self, PyObject sub, PyObject start, PyObject end) {
        int at = findLast(ts, self, sub, start, end);
        if (at < 0) {
            throw Errors.valueError("substring not found");
        }
        return at;
    }

    @Builtin(value = "count(self, sub, start=None, end=None, /)", doc = """
            S.count(sub[, start[, end]]) -> int

            Return the number of non-overlapping occurrences of substring sub in
            string S[start:end].  Optional arguments start and end are
            interpreted as in slice notation.""")
    static int count(ThreadState ts, PyStr self, PyObject sub, PyObject start, PyObject end) {
        int n = self.length();
        int from = Protocol.bound(ts, start, n, 0);
        int to = end(ts, end, n);
        return StrSearch.count(self, needle(sub), from, to, Integer.MAX_VALUE);
    }

    @Builtin(value = "startswith(self, prefix, start=None, end=None, /)", doc = """
            S.startswith(prefix[, start[, end]]) -> bool

            Return True if S starts with the specified prefix, False otherwise.
            With optional start, test S beginning at that position.
            With optional end, stop comparing S at that position.
            prefix can also be a tuple of strings to try.""")
    static boolean startsWith(ThreadState ts, PyStr self, PyObject prefix, PyObject start, PyObject end) {
        int n = self.length();
        int from = Protocol.bound(ts, start, n, 0);
        int to = end(ts, end, n);
        if (prefix instanceof PyTuple all) {
            for (PyObject one : all.items) {
                if (StrSearch.startsWith(self, affix(one, "startswith"), from, to)) {
                    return true;
                }
            }
            return false;
        }
        return StrSearch.startsWith(self, onlyAffix(prefix, "startswith"), from, to);
    }

    @Builtin(value = "endswith(self, suffix, start=None, end=None, /)", doc = """
            S.endswith(suffix[, start[, end]]) -> bool

            Return True if S ends with the specified suffix, False otherwise.
            With optional start, test S beginning at that position.
            With optional end, stop comparing S at that position.
            suffix can also be a tuple of strings to try.""")
    static boolean endsWith(ThreadState ts, PyStr self, PyObject suffix, PyObject start, PyObject end) {
        int n = self.length();
        int from = Protocol.bound(ts, start, n, 0);
        int to = end(ts, end, n);
        if (suffix instanceof PyTuple all) {
            for (PyObject one : all.items) {
                if (StrSearch.endsWith(self, affix(one, "endswith"), from, to)) {
                    return true;
                }
            }
            return false;
        }
        return StrSearch.endsWith(self, onlyAffix(suffix, "endswith"), from, to);
    }

    private static PyStr affix(PyObject o, String method) {
        if (o instanceof PyStr s) {
            return s;
        }
        throw Errors.typeError("tuple for " + method + " must only contain str, not " + o.type.name());
    }

    private static PyStr onlyAffix(PyObject o, String method) {
        if (o instanceof PyStr s) {
            return s;
        }
        throw Errors.typeError(method + " first arg must be str or a tuple of str, not " + o.type.name());
    }

    @Builtin(value = "replace(self, old, new, count=-1, /)", doc = """
            Return a copy with all occurrences of substring old replaced by new.

              count
                Maximum number of occurrences to replace.
                -1 (the default value) means replace all occurrences.

            If the optional argument count is given, only the first count occurrences are
            replaced.""")
    static PyObject replace(PyStr self, PyStr old, PyStr by, long count) {
        return StrSearch.replace(self, old, by, count < 0 ? Integer.MAX_VALUE
                : (int) Math.min(count, Integer.MAX_VALUE));
    }

    @Builtin(value = "removeprefix(self, prefix, /)", doc = """
            Return a str with the given prefix string removed if present.

            If the string starts with the prefix string, return string[len(prefix):].
            Otherwise, return a copy of the original string.""")
    static PyObject removePrefix(PyStr self, PyStr prefix) {
        int n = self.length();
        return StrSearch.startsWith(self, prefix, 0, n) ? self.substring(prefix.length(), n) : self.exact();
    }

    @Builtin(value = "removesuffix(self, suffix, /)", doc = """
            Return a str with the given suffix string removed if present.

            If the string ends with the suffix string and that suffix is not empty,
            return string[:-len(suffix)]. Otherwise, return a copy of the original
            string.""")
    static PyObject removeSuffix(PyStr self, PyStr suffix) {
        int n = self.length();
        return StrSearch.endsWith(self, suffix, 0, n) ? self.substring(0, n - suffix.length()) : self.exact();
    }

    // Splitting and joining.

    @Builtin(value = "split(self, /, sep=None, maxsplit=-1)", doc = """
            Return a list of the substrings in the string, using sep as the separator string.

              sep
                The separator used to split the string.

                When set to None (the default value), will split on any whitespace
                character (including \\n \\r \\t \\f and spaces) and will discard
                empty strings from the result.
              maxsplit
                Maximum number of splits (starting from the left).
                -1 (the default value) means no limit.

            Note, str.split() is mainly useful for data that has been intentionally
            delimited.  With natural text that includes punctuation, consider using
            the regular expression module.""")
    static PyObject split(PyStr self, PyObject sep, long maxsplit) {
        int max = maxsplit < 0 ? Integer.MAX_VALUE : (int) Math.min(maxsplit, Integer.MAX_VALUE);
        PyStr separator = separator(sep);
        return separator == null ? StrSplit.words(self, max) : StrSplit.split(self, separator, max);
    }

    @Builtin(value = "rsplit(self, /, sep=None, maxsplit=-1)", doc = """
            Return a list of the substrings in the string, using sep as the separator string.

              sep
                The separator used to split the string.

                When set to None (the default value), will split on any whitespace
                character (including \\n \\r \\t \\f and spaces) and will discard
                empty strings from the result.
              maxsplit
                Maximum number of splits (starting from the left).
                -1 (the default value) means no limit.

            Splitting starts at the end of the string and works to the front.""")
    static PyObject splitRight(PyStr self, PyObject sep, long maxsplit) {
        int max = maxsplit < 0 ? Integer.MAX_VALUE : (int) Math.min(maxsplit, Integer.MAX_VALUE);
        PyStr separator = separator(sep);
        return separator == null ? StrSplit.wordsFromRight(self, max) : StrSplit.splitFromRight(self, separator, max);
    }

    private static PyStr separator(PyObject sep) {
        if (sep == null || sep == PySingleton.NONE) {
            return null;
        }
        if (!(sep instanceof PyStr s)) {
            throw Errors.typeError("must be str or None, not " + sep.type.name());
        }
        if (s.length() == 0) {
            throw Errors.valueError("empty separator");
        }
        return s;
    }

    @Builtin(value = "splitlines(self, /, keepends=False)", doc = """
            Return a list of the lines in the string, breaking at line boundaries.

            Line breaks are not included in the resulting list unless keepends is given and
            true.""")
    static PyObject splitLines(PyStr self, boolean keepends) {
        return StrSplit.lines(self, keepends);
    }

    @Builtin(value = "partition(self, sep, /)", doc = """
            Partition the string into three parts using the given separator.

            This will search for the separator in the string.  If the separator is found,
            returns a 3-tuple containing the part before the separator, the separator
            itself, and the part after it.

            If the separator is not found, returns a 3-tuple containing the original string
            and two empty strings.""")
    static PyObject partition(PyStr self, PyObject sep) {
        PyStr separator = partitionBy(sep);
        int n = self.length();
        int at = StrSearch.find(self, separator, 0, n);
        return at < 0
                ? PyTuple.of(self.exact(), PyStr.EMPTY, PyStr.EMPTY)
                : PyTuple.of(self.substring(0, at), separator, self.substring(at + separator.length(), n));
    }

    @Builtin(value = "rpartition(self, sep, /)", doc = """
            Partition the string into three parts using the given separator.

            This will search for the separator in the string, starting at the end. If
            the separator is found, returns a 3-tuple containing the part before the
            separator, the separator itself, and the part after it.

            If the separator is not found, returns a 3-tuple containing two empty strings
            and the original string.""")
    static PyObject partitionRight(PyStr self, PyObject sep) {
        PyStr separator = partitionBy(sep);
        int n = self.length();
        int at = StrSearch.findLast(self, separator, 0, n);
        return at < 0
                ? PyTuple.of(PyStr.EMPTY, PyStr.EMPTY, self.exact())
                : PyTuple.of(self.substring(0, at), separator, self.substring(at + separator.length(), n));
    }

    private static PyStr partitionBy(PyObject sep) {
        PyStr s = needle(sep);
        if (s.length() == 0) {
            throw Errors.valueError("empty separator");
        }
        return s;
    }

    @Builtin(value = "join(self, iterable, /)", doc = """
            Concatenate any number of strings.

            The string whose method is called is inserted in between each given string.
            The result is returned as a new string.

            Example: '.'.join(['ab', 'pq', 'rs']) -> 'ab.pq.rs'""")
    static PyObject join(ThreadState ts, PyStr self, PyObject iterable) {
        return StrSplit.join(ts, self, iterable);
    }

    // Stripping and padding.

    @Builtin(value = "strip(self, chars=None, /)", doc = """
            Return a copy of the string with leading and trailing whitespace removed.

            If chars is given and not None, remove characters in chars instead.""")
    static PyObject strip(PyStr self, PyObject chars) {
        return StrSplit.strip(self, chars, true, true, "strip");
    }

    @Builtin(value = "lstrip(self, chars=None, /)", doc = """
            Return a copy of the string with leading whitespace removed.

            If chars is given and not None, remove characters in chars instead.""")
    static PyObject stripLeft(PyStr self, PyObject chars) {
        return StrSplit.strip(self, chars, true, false, "lstrip");
    }

    @Builtin(value = "rstrip(self, chars=None, /)", doc = """
            Return a copy of the string with trailing whitespace removed.

            If chars is given and not None, remove characters in chars instead.""")
    static PyObject stripRight(PyStr self, PyObject chars) {
        return StrSplit.strip(self, chars, false, true, "rstrip");
    }

    @Builtin(value = "ljust(self, width, fillchar=' ', /)", doc = """
            Return a left-justified string of length width.

            Padding is done using the specified fill character (default is a space).""")
    static PyObject justifyLeft(PyStr self, long width, PyObject fillchar) {
        long pad = width - self.length();
        return pad(self, 0, pad, fill(fillchar));
    }

    @Builtin(value = "rjust(self, width, fillchar=' ', /)", doc = """
            Return a right-justified string of length width.

            Padding is done using the specified fill character (default is a space).""")
    static PyObject justifyRight(PyStr self, long width, PyObject fillchar) {
        long pad = width - self.length();
        return pad(self, pad, 0, fill(fillchar));
    }

    @Builtin(value = "center(self, width, fillchar=' ', /)", doc = """
            Return a centered string of length width.

            Padding is done using the specified fill character (default is a space).""")
    static PyObject center(PyStr self, long width, PyObject fillchar) {
        long pad = width - self.length();
        long left = pad <= 0 ? 0 : pad / 2 + (pad & width & 1);
        return pad(self, left, pad - left, fill(fillchar));
    }

    private static int fill(PyObject fillchar) {
        if (fillchar == null) {
            return ' ';
        }
        if (!(fillchar instanceof PyStr s)) {
            throw Errors.typeError("The fill character must be a unicode character, not " + fillchar.type.name());
        }
        if (s.length() != 1) {
            throw Errors.typeError("The fill character must be exactly one character long");
        }
        return s.at(0);
    }

    private static PyStr pad(PyStr self, long left, long right, int fill) {
        if (left <= 0 && right <= 0) {
            return self.exact();
        }
        // Below 0: more than a C Py_ssize_t has.
        if (left + right + self.length() < 0) {
            throw Errors.overflowError("padded string is too long");
        }
        if (left + right + self.length() > Integer.MAX_VALUE - 8) {
            throw Errors.memoryError();
        }
        PyStr one = PyStr.ofCodePoint(fill);
        PyStr made = self.exact();
        if (left > 0) {
            made = repeat(one, left).concat(made);
        }
        return right > 0 ? made.concat(repeat(one, right)) : made;
    }

    @Builtin(value = "zfill(self, width, /)", doc = """
            Pad a numeric string with zeros on the left, to fill a field of the given width.

            The string is never truncated.""")
    static PyObject zeroFill(PyStr self, long width) {
        int n = self.length();
        if (n >= width) {
            return self.exact();
        }
        PyStr zeros = repeat(PyStr.ofCodePoint('0'), width - n);
        if (n > 0 && (self.at(0) == '+' || self.at(0) == '-')) {
            return self.substring(0, 1).concat(zeros).concat(self.substring(1, n));
        }
        return zeros.concat(self);
    }

    @Builtin(value = "expandtabs(self, /, tabsize=8)", doc = """
            Return a copy where all tab characters are expanded using spaces.

            If tabsize is not given, a tab size of 8 characters is assumed.""")
    static PyObject expandTabs(PyStr self, int tabsize) {
        if (StrSearch.find(self, PyStr.ofCodePoint('\t'), 0, self.length()) < 0) {
            return self.exact();
        }
        PyStrBuilder out = new PyStrBuilder(self.length() + 16);
        long column = 0;
        for (int i = 0; i < self.length(); i++) {
            int c = self.at(i);
            if (c == '\t') {
                if (tabsize > 0) {
                    long spaces = tabsize - column % tabsize;
                    if (out.length() + spaces > Integer.MAX_VALUE - 8) {
                        throw Errors.overflowError("new string is too long");
                    }
                    column += spaces;
                    out.append(repeat(PyStr.ofCodePoint(' '), spaces));
                }
            } else {
                out.append(c);
                column = c == '\n' || c == '\r' ? 0 : column + 1;
            }
        }
        return out.toPyStr();
    }

    // Formatting, tables, bytes.

    @Builtin("__format__(self, format_spec, /)")
    static PyObject format(ThreadState ts, PyStr self, PyObject formatSpec) {
        if (!(formatSpec instanceof PyStr spec)) {
            throw Errors.typeError("__format__() argument must be str, not " + Arguments.shown(formatSpec));
        }
        if (spec.length() == 0) {
            return self.getClass() == PyStr.class ? self : Texts.str(ts, self);
        }
        String text = self.toString();
        String formatted = FormatSpec.forStr(spec.toString(), self.type.name()).formatStr(text);
        return formatted.equals(text) ? self.exact() : PyStr.of(formatted);
    }

    @Builtin(value = "format(self, /, *args, **kwargs)", doc = """
            S.format(*args, **kwargs) -> str

            Return a formatted version of S, using substitutions from args and kwargs.
            The substitutions are identified by braces ('{' and '}').""")
    static PyObject format(ThreadState ts, PyStr self, PyObject[] args, PyDict kwargs) {
        return new StrFormat(ts, args, kwargs).format(self);
    }

    @Builtin(value = "format_map(self, mapping, /)", doc = """
            S.format_map(mapping) -> str

            Return a formatted version of S, using substitutions from mapping.
            The substitutions are identified by braces ('{' and '}').""")
    static PyObject formatMap(ThreadState ts, PyStr self, PyObject mapping) {
        return new StrFormat(ts, null, mapping).format(self);
    }

    @Builtin(value = "encode(self, /, encoding='utf-8', errors='strict')", doc = """
            Encode the string using the codec registered for encoding.

              encoding
                The encoding in which to encode the string.
              errors
                The error handling scheme to use for encoding errors.
                The default is 'strict' meaning that encoding errors raise a
                UnicodeEncodeError.  Other possible values are 'ignore', 'replace' and
                'xmlcharrefreplace' as well as any other name registered with
                codecs.register_error that can handle UnicodeEncodeErrors.""")
    static PyObject encode(ThreadState ts, PyStr self, PyObject encoding, PyObject errors) {
        String codec = encoding == null ? "utf-8" : Bytes.name(encoding, "encode", "encoding");
        String handler = errors == null ? "strict" : Bytes.name(errors, "encode", "errors");
        PyObject encoded = Codecs.encode(ts, self, codec, handler);
        if (encoded instanceof PyBytes) {
            return encoded;
        }
        if (encoded instanceof PyByteArray array) {
            return new PyBytes(array.toByteArray());
        }
        throw Errors.typeError("'" + codec + "' encoder returned '" + encoded.type.name()
                + "' instead of 'bytes'; use codecs.encode() to encode to arbitrary types");
    }

    @Builtin(value = "translate(self, table, /)", doc = """
            Replace each character in the string using the given translation table.

              table
                Translation table, which must be a mapping of Unicode ordinals to
                Unicode ordinals, strings, or None.

            The table must implement lookup/indexing via __getitem__, for instance a
            dictionary or list.  If this operation raises LookupError, the character is
            left untouched.  Characters mapped to None are deleted.""")
    static PyObject translate(ThreadState ts, PyStr self, PyObject table) {
        return StrTranslate.translate(ts, self, table);
    }

    @Builtin(value = "maketrans(x, y=<unrepresentable>, z=<unrepresentable>, /)",
            kind = Builtin.Kind.STATIC_METHOD, doc = """
            Return a translation table usable for str.translate().

            If there is only one argument, it must be a dictionary mapping Unicode
            ordinals (integers) or characters to Unicode ordinals, strings or None.
            Character keys will be then converted to ordinals.
            If there are two arguments, they must be strings of equal length, and
            in the resulting dictionary, each character in x will be mapped to the
            character at the same position in y. If there is a third argument, it
            must be a string, whose characters will be mapped to None in the result.""")
    static PyObject makeTable(ThreadState ts, PyObject x, PyObject y, PyObject z) {
        return StrTranslate.table(ts, x, y, z);
    }

    @Builtin("__getnewargs__(self, /)")
    static PyObject newArguments(PyStr self) {
        return PyTuple.of(self.latin1 != null ? PyStr.ofLatin1(self.latin1.clone())
                : self.ucs2 != null ? PyStr.ofUcs2(self.ucs2.clone()) : PyStr.ofUcs4(self.ucs4.clone()));
    }

    @Builtin("__sizeof__(self, /)")
    static int sizeOf(PyStr self) {
        int n = self.length();
        return self.latin1 != null ? (self.isAscii() ? 41 : 57) + n : self.ucs2 != null ? 58 + 2 * n : 60 + 4 * n;
    }
}
