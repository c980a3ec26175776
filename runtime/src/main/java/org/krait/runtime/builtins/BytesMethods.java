package org.krait.runtime.builtins;

import org.krait.objects.Arguments;
import org.krait.objects.CompareOp;
import org.krait.objects.Errors;
import org.krait.objects.PyBool;
import org.krait.objects.PyBuffer;
import org.krait.objects.PyBytes;
import org.krait.objects.PyBytesInstance;
import org.krait.objects.PyBytesIterator;
import org.krait.objects.PyInt;
import org.krait.objects.PyList;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PySlice;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Special;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;

/** The methods of {@code bytes}: one table; the algorithms are in {@link ByteText}. */
@BuiltinType(base = ObjectMethods.class, doc = """
        bytes(iterable_of_ints) -> bytes
        bytes(string, encoding[, errors]) -> bytes
        bytes(bytes_or_buffer) -> immutable copy of bytes_or_buffer
        bytes(int) -> bytes object of size given by the parameter initialized with null bytes
        bytes() -> empty bytes object

        Construct an immutable array of bytes from:
          - an iterable yielding integers in range(256)
          - a text string encoded using the specified encoding
          - any object implementing the buffer API.
          - an integer""")
public final class BytesMethods {
    private static final PyType TYPE = PyBytes.TYPE;

    private BytesMethods() {}

    @Builtin("__new__(cls, source=b'', encoding=<unrepresentable>, errors=<unrepresentable>)")
    static PyObject make(ThreadState ts, PyType cls, PyObject source, PyObject encoding, PyObject errors) {
        PyBytes made = bytes(ts, source, encoding, errors);
        return cls == TYPE ? made : new PyBytesInstance(cls, made.value);
    }

    private static PyBytes bytes(ThreadState ts, PyObject source, PyObject encoding, PyObject errors) {
        boolean custom = source instanceof PyStr && source.type.special(Special.BYTES) != null;
        if (encoding != null || errors != null || source instanceof PyStr && !custom) {
            return new PyBytes(ByteSources.encoded(ts, source, encoding, errors, "bytes"));
        }
        if (source == null) {
            return PyBytes.EMPTY;
        }
        if (source.getClass() == PyBytes.class) {
            return (PyBytes) source;
        }
        PyObject made = Protocol.callSpecial(ts, Special.BYTES, source);
        if (made != null) {
            if (!(made instanceof PyBytes b)) {
                throw Errors.typeError("__bytes__ returned non-bytes (type " + made.type.name() + ")");
            }
            return b;
        }
        return new PyBytes(ByteSources.bytes(ts, source, "bytes"));
    }

    /** Exact bytes of an array: the object itself when it is exact and has just these. */
    private static PyBytes same(PyBytes self, byte[] b) {
        return b == self.value && self.getClass() == PyBytes.class ? self : new PyBytes(b);
    }

    @Builtin("__repr__(self, /)")
    static PyObject repr(PyBytes self) {
        return SourceForm.reprBytes(self.value, 0, self.value.length, "b", "");
    }

    @Builtin("__str__(self, /)")
    static PyObject str(ThreadState ts, PyBytes self) {
        ByteSources.warnOfBytes(ts, "str() on a bytes instance");
        return repr(self);
    }

    @Builtin("__hash__(self, /)")
    static long hash(PyBytes self) {
        return self.hash();
    }

    @Builtin("__bytes__(self, /)")
    static PyObject toBytes(PyBytes self) {
        return same(self, self.value);
    }

    @Builtin("__getnewargs__(self, /)")
    static PyObject newArguments(PyBytes self) {
        return PyTuple.of(same(self, self.value));
    }

    @Builtin("__sizeof__(self, /)")
    static int sizeOf(PyBytes self) {
        return 33 + self.value.length;
    }

    @Builtin("__buffer__(self, flags, /)")
    static PyObject view(PyBytes self, int flags) {
        return MemoryLayouts.of(buffer(self, flags | PyBuffer.STRIDED));
    }

    @Builtin("__buffer__(self, flags, /)")
    static PyBuffer buffer(PyBytes self, int flags) {
        if ((flags & PyBuffer.WRITABLE) != 0) {
            throw Errors.bufferError("Object is not writable.");
        }
        return new PyBuffer(self, self.value, 0, self.value.length, true);
    }

    @Builtin("__getitem__(self, key, /)")
    static PyObject getItem(ThreadState ts, PyBytes self, PyObject key) {
        byte[] b = self.value;
        if (key instanceof PySlice slice) {
            SliceRange range = new SliceRange(ts, slice).fit(b.length);
            if (range.step == 1 && range.count == b.length) {
                return same(self, b);
            }
            return new PyBytes(ByteSources.slice(b, 0, range));
        }
        if (!Protocol.isIndex(key)) {
            throw Errors.typeError("byte indices must be integers or slices, not " + key.type.name());
        }
        long i = key.getClass() == PyInt.class ? ((PyInt) key).value : Protocol.indexForSequence(ts, key);
        if (i < 0) {
            i += b.length;
        }
        if (i < 0 || i >= b.length) {
            throw Errors.indexError("index out of range");
        }
        return PyInt.of(b[(int) i] & 0xff);
    }

    private static PyList list(byte[][] parts) {
        PyList list = new PyList();
        for (byte[] part : parts) {
            list.append(new PyBytes(part));
        }
        return list;
    }

    private static PyObject compare(ThreadState ts, CompareOp op, PyBytes self, PyObject value) {
        if (!(value instanceof PyBytes other)) {
            ByteSources.warnOfComparison(ts, op, "bytes", value);
            return PySingleton.NOT_IMPLEMENTED;
        }
        if ((op == CompareOp.EQ || op == CompareOp.NE) && self.value.length != other.value.length) {
            return PyBool.of(op == CompareOp.NE);
        }
        return PyBool.of(op.test(java.util.Arrays.compareUnsigned(self.value, other.value)));
    }

    @Builtin(value = "isalnum(self, /)", doc = """
            B.isalnum() -> bool

            Return True if all characters in B are alphanumeric
            and there is at least one character in B, False otherwise.""")
    static boolean isAlnum(PyBytes self) {
        return ByteText.all(self.value, ByteText.Kind.ALNUM);
    }

    @Builtin(value = "isalpha(self, /)", doc = """
            B.isalpha() -> bool

            Return True if all characters in B are alphabetic
            and there is at least one character in B, False otherwise.""")
    static boolean isAlpha(PyBytes self) {
        return ByteText.all(self.value, ByteText.Kind.ALPHA);
    }

    @Builtin(value = "isdigit(self, /)", doc = """
            B.isdigit() -> bool

            Return True if all characters in B are digits
            and there is at least one character in B, False otherwise.""")
    static boolean isDigit(PyBytes self) {
        return ByteText.all(self.value, ByteText.Kind.DIGIT);
    }

    @Builtin(value = "isspace(self, /)", doc = """
            B.isspace() -> bool

            Return True if all characters in B are whitespace
            and there is at least one character in B, False otherwise.""")
    static boolean isSpace(PyBytes self) {
        return ByteText.all(self.value, ByteText.Kind.SPACE);
    }

    @Builtin(value = "isascii(self, /)", doc = """
            B.isascii() -> bool

            Return True if B is empty or all characters in B are ASCII,
            False otherwise.""")
    static boolean isAscii(PyBytes self) {
        return ByteText.isAscii(self.value);
    }

    @Builtin(value = "islower(self, /)", doc = """
            B.islower() -> bool

            Return True if all cased characters in B are lowercase and there is
            at least one cased character in B, False otherwise.""")
    static boolean isLower(PyBytes self) {
        return ByteText.isLowerText(self.value);
    }

    @Builtin(value = "isupper(self, /)", doc = """
            B.isupper() -> bool

            Return True if all cased characters in B are uppercase and there is
            at least one cased character in B, False otherwise.""")
    static boolean isUpper(PyBytes self) {
        return ByteText.isUpperText(self.value);
    }

    @Builtin(value = "istitle(self, /)", doc = """
            B.istitle() -> bool

            Return True if B is a titlecased string and there is at least one
            character in B, i.e. uppercase characters may only follow uncased
            characters and lowercase characters only cased ones. Return False
            otherwise.""")
    static boolean isTitle(PyBytes self) {
        return ByteText.isTitle(self.value);
    }

    @Builtin(value = "upper(self, /)", doc = """
            B.upper() -> copy of B

            Return a copy of B with all ASCII characters converted to uppercase.""")
    static PyObject upper(PyBytes self) {
        return new PyBytes(ByteText.upper(self.value));
    }

    @Builtin(value = "lower(self, /)", doc = """
            B.lower() -> copy of B

            Return a copy of B with all ASCII characters converted to lowercase.""")
    static PyObject lower(PyBytes self) {
        return new PyBytes(ByteText.lower(self.value));
    }

    @Builtin(value = "title(self, /)", doc = """
            B.title() -> copy of B

            Return a titlecased version of B, i.e. ASCII words start with uppercase
            characters, all remaining cased characters have lowercase.""")
    static PyObject title(PyBytes self) {
        return new PyBytes(ByteText.title(self.value));
    }

    @Builtin(value = "capitalize(self, /)", doc = """
            B.capitalize() -> copy of B

            Return a copy of B with only its first character capitalized (ASCII)
            and the rest lower-cased.""")
    static PyObject capitalize(PyBytes self) {
        return new PyBytes(ByteText.capitalize(self.value));
    }

    @Builtin(value = "swapcase(self, /)", doc = """
            B.swapcase() -> copy of B

            Return a copy of B with uppercase ASCII characters converted
            to lowercase ASCII and vice versa.""")
    static PyObject swapCase(PyBytes self) {
        return new PyBytes(ByteText.swapCase(self.value));
    }

    @Builtin(value = "find(self, sub, start=None, end=None, /)", doc = """
            B.find(sub[, start[, end]]) -> int

            Return the lowest index in B where subsection sub is found,
            such that sub is contained within B[start,end].  Optional
            arguments start and end are interpreted as in slice notation.

            Return -1 on failure.""")
    static int find(ThreadState ts, PyBytes self, PyObject sub, PyObject start, PyObject end) {
        byte[] b = self.value;
        int from = ByteText.from(ts, start, b.length);
        int to = ByteText.to(ts, end, b.length);
        return ByteText.find(b, ByteText.needle(ts, sub), from, to);
    }

    @Builtin(value = "rfind(self, sub, start=None, end=None, /)", doc = """
            B.rfind(sub[, start[, end]]) -> int

            Return the highest index in B where subsection sub is found,
            such that sub is contained within B[start,end].  Optional
            arguments start and end are interpreted as in slice notation.

            Return -1 on failure.""")
    static int findLast(ThreadState ts, PyBytes self, PyObject sub, PyObject start, PyObject end) {
        byte[] b = self.value;
        int from = ByteText.from(ts, start, b.length);
        int to = ByteText.to(ts, end, b.length);
        return ByteText.findLast(b, ByteText.needle(ts, sub), from, to);
    }

    @Builtin(value = "count(self, sub, start=None, end=None, /)", doc = """
            B.count(sub[, start[, end]]) -> int

            Return the number of non-overlapping occurrences of subsection sub in
            bytes B[start:end].  Optional arguments start and end are interpreted
            as in slice notation.""")
    static int count(ThreadState ts, PyBytes self, PyObject sub, PyObject start, PyObject end) {
        byte[] b = self.value;
        int from = ByteText.from(ts, start, b.length);
        int to = ByteText.to(ts, end, b.length);
        return ByteText.count(b, ByteText.needle(ts, sub), from, to);
    }

    @Builtin(value = "index(self, sub, start=None, end=None, /)", doc = """
            B.index(sub[, start[, end]]) -> int

            Return the lowest index in B where subsection sub is found,
            such that sub is contained within B[start,end].  Optional
            arguments start and end are interpreted as in slice notation.

            Raises ValueError when the subsection is not found.""")
    static int index(ThreadState ts, PyBytes self, PyObject sub, PyObject start, PyObject end) {
        int at = find(ts, self, sub, start, end);
        if (at < 0) {
            throw Errors.valueError("subsection not found");
        }
        return at;
    }

    @Builtin(value = "rindex(self, sub, start=None, end=None, /)", doc = """
            B.rindex(sub[, start[, end]]) -> int

            Return the highest index in B where subsection sub is found,
            such that sub is contained within B[start,end].  Optional
            arguments start and end are interpreted as in slice notation.

            Raise ValueError when the subsection is not found.""")
    static int lastIndex(ThreadState ts, PyBytes self, PyObject sub, PyObject start, PyObject end) {
        int at = findLast(ts, self, sub, start, end);
        if (at < 0) {
            throw Errors.valueError("subsection not found");
        }
        return at;
    }

    @Builtin(value = "startswith(self, prefix, start=None, end=None, /)", doc = """
            B.startswith(prefix[, start[, end]]) -> bool

            Return True if B starts with the specified prefix, False otherwise.
            With optional start, test B beginning at that position.
            With optional end, stop comparing B at that position.
            prefix can also be a tuple of bytes to try.""")
    static boolean startsWith(ThreadState ts, PyBytes self, PyObject prefix, PyObject start, PyObject end) {
        return ByteText.hasAffix(ts, self.value, prefix, start, end, true);
    }

    @Builtin(value = "endswith(self, suffix, start=None, end=None, /)", doc = """
            B.endswith(suffix[, start[, end]]) -> bool

            Return True if B ends with the specified suffix, False otherwise.
            With optional start, test B beginning at that position.
            With optional end, stop comparing B at that position.
            suffix can also be a tuple of bytes to try.""")
    static boolean endsWith(ThreadState ts, PyBytes self, PyObject suffix, PyObject start, PyObject end) {
        return ByteText.hasAffix(ts, self.value, suffix, start, end, false);
    }

    @Builtin(value = "replace(self, old, new, count=-1, /)", doc = """
            Return a copy with all occurrences of substring old replaced by new.

              count
                Maximum number of occurrences to replace.
                -1 (the default value) means replace all occurrences.

            If the optional argument count is given, only the first count occurrences are
            replaced.""")
    static PyObject replace(ThreadState ts, PyBytes self, PyObject old, PyObject by, PyObject count) {
        byte[] from = Bytes.array(ts, old);
        byte[] to = Bytes.array(ts, by);
        long most = count == null ? -1 : Arguments.toLong(ts, count);
        return new PyBytes(ByteText.replace(self.value, from, to, most));
    }

    @Builtin(value = "removeprefix(self, prefix, /)", doc = """
            Return a bytes object with the given prefix string removed if present.

            If the bytes starts with the prefix string, return bytes[len(prefix):].
            Otherwise, return a copy of the original bytes.""")
    static PyObject removePrefix(ThreadState ts, PyBytes self, PyObject prefix) {
        byte[] b = self.value;
        byte[] affix = Bytes.array(ts, prefix);
        return ByteText.hasAffix(b, affix, 0, b.length, true)
                ? new PyBytes(java.util.Arrays.copyOfRange(b, affix.length, b.length))
                : same(self, b);
    }

    @Builtin(value = "removesuffix(self, suffix, /)", doc = """
            Return a bytes object with the given suffix string removed if present.

            If the bytes ends with the suffix string and that suffix is not empty,
            return bytes[:-len(prefix)].  Otherwise, return a copy of the original
            bytes.""")
    static PyObject removeSuffix(ThreadState ts, PyBytes self, PyObject suffix) {
        byte[] b = self.value;
        byte[] affix = Bytes.array(ts, suffix);
        return ByteText.hasAffix(b, affix, 0, b.length, false)
                ? new PyBytes(java.util.Arrays.copyOf(b, b.length - affix.length))
                : same(self, b);
    }

    @Builtin(value = "translate(self, table, /, delete=b'')", doc = """
            Return a copy with each character mapped by the given translation table.

              table
                Translation table, which must be a bytes object of length 256.

            All characters occurring in the optional argument delete are removed.
            The remaining characters are mapped through the given translation table.""")
    static PyObject translate(ThreadState ts, PyBytes self, PyObject table, PyObject delete) {
        return new PyBytes(ByteText.translate(ts, self.value, table, delete));
    }

    @Builtin(value = "maketrans(frm, to, /)", kind = Builtin.Kind.STATIC_METHOD, doc = """
            Return a translation table useable for the bytes or bytearray translate method.

            The returned table will be one where each byte in frm is mapped to the byte at
            the same position in to.

            The bytes objects frm and to must be of the same length.""")
    static PyObject makeTable(ThreadState ts, PyObject frm, PyObject to) {
        return new PyBytes(ByteText.table(ts, frm, to));
    }

    @Builtin(value = "split(self, /, sep=None, maxsplit=-1)", doc = """
            Return a list of the sections in the bytes, using sep as the delimiter.

              sep
                The delimiter according which to split the bytes.
                None (the default value) means split on ASCII whitespace characters
                (space, tab, return, newline, formfeed, vertical tab).
              maxsplit
                Maximum number of splits to do.
                -1 (the default value) means no limit.""")
    static PyObject split(ThreadState ts, PyBytes self, PyObject sep, long maxsplit) {
        return list(ByteText.split(ts, self.value, sep, maxsplit, false));
    }

    @Builtin(value = "rsplit(self, /, sep=None, maxsplit=-1)", doc = """
            Return a list of the sections in the bytes, using sep as the delimiter.

              sep
                The delimiter according which to split the bytes.
                None (the default value) means split on ASCII whitespace characters
                (space, tab, return, newline, formfeed, vertical tab).
              maxsplit
                Maximum number of splits to do.
                -1 (the default value) means no limit.

            Splitting is done starting at the end of the bytes and working to the front.""")
    static PyObject splitRight(ThreadState ts, PyBytes self, PyObject sep, long maxsplit) {
        return list(ByteText.split(ts, self.value, sep, maxsplit, true));
    }

    @Builtin(value = "splitlines(self, /, keepends=False)", doc = """
            Return a list of the lines in the bytes, breaking at line boundaries.

            Line breaks are not included in the resulting list unless keepends is given and
            true.""")
    static PyObject splitLines(PyBytes self, boolean keepends) {
        return list(ByteText.lines(self.value, keepends));
    }

    @Builtin(value = "partition(self, sep, /)", doc = """
            Partition the bytes into three parts using the given separator.

            This will search for the separator sep in the bytes. If the separator is found,
            returns a 3-tuple containing the part before the separator, the separator
            itself, and the part after it.

            If the separator is not found, returns a 3-tuple containing the original bytes
            object and two empty bytes objects.""")
    static PyObject partition(ThreadState ts, PyBytes self, PyObject sep) {
        byte[] b = self.value;
        byte[] separator = Bytes.array(ts, sep);
        if (separator.length == 0) {
            throw Errors.valueError("empty separator");
        }
        int at = ByteText.find(b, separator, 0, b.length);
        if (at < 0) {
            return PyTuple.of(same(self, b), PyBytes.EMPTY, PyBytes.EMPTY);
        }
        return PyTuple.of(new PyBytes(java.util.Arrays.copyOf(b, at)), sep,
                new PyBytes(java.util.Arrays.copyOfRange(b, at + separator.length, b.length)));
    }

    @Builtin(value = "rpartition(self, sep, /)", doc = """
            Partition the bytes into three parts using the given separator.

            This will search for the separator sep in the bytes, starting at the end. If
            the separator is found, returns a 3-tuple containing the part before the
            separator, the separator itself, and the part after it.

            If the separator is not found, returns a 3-tuple containing two empty bytes
            objects and the original bytes object.""")
    static PyObject partitionRight(ThreadState ts, PyBytes self, PyObject sep) {
        byte[] b = self.value;
        byte[] separator = Bytes.array(ts, sep);
        if (separator.length == 0) {
            throw Errors.valueError("empty separator");
        }
        int at = ByteText.findLast(b, separator, 0, b.length);
        if (at < 0) {
            return PyTuple.of(PyBytes.EMPTY, PyBytes.EMPTY, same(self, b));
        }
        return PyTuple.of(new PyBytes(java.util.Arrays.copyOf(b, at)), sep,
                new PyBytes(java.util.Arrays.copyOfRange(b, at + separator.length, b.length)));
    }

    @Builtin(value = "join(self, iterable_of_bytes, /)", doc = """
            Concatenate any number of bytes objects.

            The bytes whose method is called is inserted in between each pair.

            The result is returned as a new bytes object.

            Example: b'.'.join([b'ab', b'pq', b'rs']) -> b'ab.pq.rs'.""")
    static PyObject join(ThreadState ts, PyBytes self, PyObject iterable) {
        return new PyBytes(ByteText.join(ts, self.value, iterable));
    }

    @Builtin(value = "strip(self, bytes=None, /)", doc = """
            Strip leading and trailing bytes contained in the argument.

            If the argument is omitted or None, strip leading and trailing ASCII whitespace.""")
    static PyObject strip(ThreadState ts, PyBytes self, PyObject bytes) {
        return same(self, ByteText.strip(ts, self.value, bytes, true, true));
    }

    @Builtin(value = "lstrip(self, bytes=None, /)", doc = """
            Strip leading bytes contained in the argument.

            If the argument is omitted or None, strip leading  ASCII whitespace.""")
    static PyObject stripLeft(ThreadState ts, PyBytes self, PyObject bytes) {
        return same(self, ByteText.strip(ts, self.value, bytes, true, false));
    }

    @Builtin(value = "rstrip(self, bytes=None, /)", doc = """
            Strip trailing bytes contained in the argument.

            If the argument is omitted or None, strip trailing ASCII whitespace.""")
    static PyObject stripRight(ThreadState ts, PyBytes self, PyObject bytes) {
        return same(self, ByteText.strip(ts, self.value, bytes, false, true));
    }

    @Builtin(value = "ljust(self, width, fillchar=b' ', /)", doc = """
            Return a left-justified string of length width.

            Padding is done using the specified fill character.""")
    static PyObject justifyLeft(PyBytes self, long width, PyObject fillchar) {
        long pad = width - self.value.length;
        return new PyBytes(ByteText.pad(self.value, 0, pad, ByteText.fill(fillchar, "ljust")));
    }

    @Builtin(value = "rjust(self, width, fillchar=b' ', /)", doc = """
            Return a right-justified string of length width.

            Padding is done using the specified fill character.""")
    static PyObject justifyRight(PyBytes self, long width, PyObject fillchar) {
        long pad = width - self.value.length;
        return new PyBytes(ByteText.pad(self.value, pad, 0, ByteText.fill(fillchar, "rjust")));
    }

    @Builtin(value = "center(self, width, fillchar=b' ', /)", doc = """
            Return a centered string of length width.

            Padding is done using the specified fill character.""")
    static PyObject center(PyBytes self, long width, PyObject fillchar) {
        long pad = width - self.value.length;
        long left = pad <= 0 ? 0 : pad / 2 + (pad & width & 1);
        return new PyBytes(ByteText.pad(self.value, left, pad - left, ByteText.fill(fillchar, "center")));
    }

    @Builtin(value = "zfill(self, width, /)", doc = """
            Pad a numeric string with zeros on the left, to fill a field of the given width.

            The original string is never truncated.""")
    static PyObject zeroFill(PyBytes self, long width) {
        return new PyBytes(ByteText.zeroFill(self.value, width));
    }

    @Builtin(value = "expandtabs(self, /, tabsize=8)", doc = """
            Return a copy where all tab characters are expanded using spaces.

            If tabsize is not given, a tab size of 8 characters is assumed.""")
    static PyObject expandTabs(PyBytes self, int tabsize) {
        return new PyBytes(ByteText.expandTabs(self.value, tabsize));
    }

    @Builtin(value = "hex(self, sep=<unrepresentable>, bytes_per_sep=1)", doc = """
            Create a string of hexadecimal numbers from a bytes object.

              sep
                An optional single character or byte to separate hex bytes.
              bytes_per_sep
                How many bytes between separators.  Positive values count from the
                right, negative values count from the left.

            Example:
            >>> value = b'\\xb9\\x01\\xef'
            >>> value.hex()
            'b901ef'
            >>> value.hex(':')
            'b9:01:ef'
            >>> value.hex(':', 2)
            'b9:01ef'
            >>> value.hex(':', -2)
            'b901:ef'""")
    static PyObject hex(ThreadState ts, PyBytes self, PyObject sep, int bytesPerSep) {
        return HexText.hex(ts, self.value, sep, bytesPerSep);
    }

    @Builtin(value = "fromhex(type, string, /)", kind = Builtin.Kind.CLASS_METHOD, doc = """
            Create a bytes object from a string of hexadecimal numbers.

            Spaces between two numbers are accepted.
            Example: bytes.fromhex('B9 01EF') -> b'\\\\xb9\\\\x01\\\\xef'.""")
    static PyObject fromHex(ThreadState ts, PyType type, PyObject string) {
        if (!(string instanceof PyStr text)) {
            throw Errors.typeError("fromhex() argument must be str, not "
                    + org.krait.objects.Arguments.shown(string));
        }
        PyBytes made = new PyBytes(HexText.parse(text));
        return type == TYPE ? made : Protocol.call(ts, type, made);
    }

    @Builtin(value = "decode(self, /, encoding='utf-8', errors='strict')", doc = """
            Decode the bytes using the codec registered for encoding.

              encoding
                The encoding with which to decode the bytes.
              errors
                The error handling scheme to use for the handling of decoding errors.
                The default is 'strict' meaning that decoding errors raise a
                UnicodeDecodeError. Other possible values are 'ignore' and 'replace'
                as well as any other name registered with codecs.register_error that
                can handle UnicodeDecodeErrors.""")
    static PyObject decode(ThreadState ts, PyBytes self, PyObject encoding, PyObject errors) {
        String codec = encoding == null ? "utf-8" : Bytes.name(encoding, "decode", "encoding");
        String handler = errors == null ? "strict" : Bytes.name(errors, "decode", "errors");
        if (self.value.length == 0) {
            Codecs.checkNames(ts, codec, handler);
            return PyStr.EMPTY;
        }
        PyObject decoded = Codecs.decode(ts, self, codec, handler);
        if (decoded instanceof PyStr) {
            return decoded;
        }
        throw Errors.typeError("'" + codec + "' decoder returned '" + decoded.type.name()
                + "' instead of 'str'; use codecs.decode() to decode to arbitrary types");
    }

    @Builtin("__len__(self, /)")
    static int length(PyBytes self) {
        return self.value.length;
    }

    @Builtin("__iter__(self, /)")
    static PyObject iter(PyBytes self) {
        return new PyBytesIterator(self);
    }

    @Builtin("__contains__(self, key, /)")
    static boolean contains(ThreadState ts, PyBytes self, PyObject key) {
        return ByteText.contains(ts, self.value, key);
    }

    @Builtin("__add__(self, value, /)")
    static PyObject add(ThreadState ts, PyBytes self, PyObject value) {
        PyBuffer other = Bytes.contiguousOrNull(ts, value);
        if (other == null) {
            throw Errors.typeError("can't concat " + value.type.name() + " to " + self.type.name());
        }
        try {
            int n = self.value.length;
            byte[] all = new byte[Sequences.length(n, other.length)];
            System.arraycopy(self.value, 0, all, 0, n);
            System.arraycopy(other.array, other.offset, all, n, other.length);
            return new PyBytes(all);
        } finally {
            other.release();
        }
    }

    @Builtin("__mul__(self, value, /)")
    static PyObject multiply(ThreadState ts, PyBytes self, PyObject value) {
        if (!Protocol.isIndex(value)) {
            return Sequences.notACount(value);
        }
        long times = Protocol.size(ts, value);
        if (times == 1) {
            return same(self, self.value);
        }
        if (times > 0 && self.value.length > Long.MAX_VALUE / times) {
            throw Errors.overflowError("repeated bytes are too long");
        }
        return new PyBytes(Sequences.repeat(self.value, 0, self.value.length, times));
    }

    @Builtin("__rmul__(self, value, /)")
    static PyObject reflectedMultiply(ThreadState ts, PyBytes self, PyObject value) {
        Sequences.checkCount(value);
        return multiply(ts, self, value);
    }

    @Builtin("__mod__(self, value, /)")
    static PyObject modulo(ThreadState ts, PyBytes self, PyObject value) {
        return new PyBytes(new BytesPercent(ts, self.value, value).format());
    }

    @Builtin("__rmod__(self, value, /)")
    static PyObject reflectedModulo(ThreadState ts, PyBytes self, PyObject value) {
        return value instanceof PyBytes format ? modulo(ts, format, self) : PySingleton.NOT_IMPLEMENTED;
    }

    @Builtin("__lt__(self, value, /)")
    static PyObject lessThan(ThreadState ts, PyBytes self, PyObject value) {
        return compare(ts, CompareOp.LT, self, value);
    }

    @Builtin("__le__(self, value, /)")
    static PyObject lessOrEqual(ThreadState ts, PyBytes self, PyObject value) {
        return compare(ts, CompareOp.LE, self, value);
    }

    @Builtin("__eq__(self, value, /)")
    static PyObject equal(ThreadState ts, PyBytes self, PyObject value) {
        return compare(ts, CompareOp.EQ, self, value);
    }

    @Builtin("__ne__(self, value, /)")
    static PyObject notEqual(ThreadState ts, PyBytes self, PyObject value) {
        return compare(ts, CompareOp.NE, self, value);
    }

    @Builtin("__gt__(self, value, /)")
    static PyObject greaterThan(ThreadState ts, PyBytes self, PyObject value) {
        return compare(ts, CompareOp.GT, self, value);
    }

    @Builtin("__ge__(self, value, /)")
    static PyObject greaterOrEqual(ThreadState ts, PyBytes self, PyObject value) {
        return compare(ts, CompareOp.GE, self, value);
    }
}
