package org.krait.runtime.builtins;

import java.util.Arrays;
import org.krait.objects.BuiltinTable;
import org.krait.runtime.datetime.DateTimeModuleTable;
import org.krait.runtime.decimal.DecimalModuleTable;
import org.krait.runtime.asyncio.AsyncioModuleTable;
import org.krait.runtime.compression.Bz2ModuleTable;
import org.krait.runtime.diagnostics.FaultHandlerModuleTable;
import org.krait.runtime.diagnostics.LsprofModuleTable;
import org.krait.runtime.diagnostics.TracemallocModuleTable;
import org.krait.runtime.io.IoModuleTable;
import org.krait.runtime.posix.ErrnoModuleTable;
import org.krait.runtime.posix.AtexitModuleTable;
import org.krait.runtime.posix.FcntlModuleTable;
import org.krait.runtime.posix.MmapModuleTable;
import org.krait.runtime.posix.PwdModuleTable;
import org.krait.runtime.posix.GrpModuleTable;
import org.krait.runtime.posix.PosixSubprocessModuleTable;
import org.krait.runtime.posix.StatModuleTable;
import org.krait.runtime.posix.TermiosModuleTable;
import org.krait.runtime.posix.SelectModuleTable;
import org.krait.runtime.posix.SignalModuleTable;
import org.krait.runtime.posix.LocaleModuleTable;
import org.krait.runtime.posix.PosixModuleTable;
import org.krait.runtime.posix.ResourceModuleTable;
import org.krait.runtime.pickle.PickleModuleTable;
import org.krait.runtime.snapshot.KraitModuleTable;
import org.krait.runtime.snapshot.SnapshotModuleTable;
import org.krait.runtime.sockets.SocketModuleTable;
import org.krait.runtime.threads.QueueModuleTable;
import org.krait.runtime.threads.ThreadModuleTable;
import org.krait.runtime.time.TimeModuleTable;
import org.krait.runtime.xml.ExpatModuleTable;

/** The native modules: {@code sys.builtin_module_names}, and the table of each, loaded when it is imported. */
public final class BuiltinModules {
    /** Sorted, for {@link Arrays#binarySearch}; one a line. */
    private static final String[] NAMES = {
        "_abc",
        "_ast",
        "_asyncio",
        "_bisect",
        "_blake2",
        "_bz2",
        "_codecs",
        "_codecs_cn",
        "_codecs_jp",
        "_codecs_kr",
        "_codecs_tw",
        "_collections",
        "_contextvars",
        "_csv",
        "_datetime",
        "_decimal",
        "_functools",
        "_hashlib",
        "_heapq",
        "_imp",
        "_io",
        "_json",
        "_locale",
        "_lsprof",
        "_md5",
        "_multibytecodec",
        "_opcode",
        "_operator",
        "_pickle",
        "_posixsubprocess",
        "_queue",
        "_random",
        "_sha1",
        "_sha2",
        "_sha3",
        "_signal",
        "_socket",
        "_sre",
        "_stat",
        "_statistics",
        "_string",
        "_struct",
        "_symtable",
        "_thread",
        "_tokenize",
        "_tracemalloc",
        "_typing",
        "_uuid",
        "_warnings",
        "_weakref",
        "array",
        "atexit",
        "binascii",
        "builtins",
        "cmath",
        "errno",
        "faulthandler",
        "fcntl",
        "gc",
        "grp",
        "itertools",
        "krait",
        "krait.snapshot",
        "marshal",
        "math",
        "mmap",
        "posix",
        "pwd",
        "pyexpat",
        "resource",
        "select",
        "sys",
        "termios",
        "time",
        "unicodedata",
        "zlib",
    };

    private BuiltinModules() {}

    /** The names of all native modules, sorted. */
    public static String[] names() {
        return NAMES.clone();
    }

    /** True when there is a native module of the name. */
    public static boolean isBuiltin(String name) {
        return Arrays.binarySearch(NAMES, name) >= 0;
    }

    /** A new table of a native module; one of {@link #names}. */
    public static BuiltinTable table(String name) {
        return switch (name) {
            case "_blake2" -> new Blake2ModuleTable();
            case "_sha3" -> new Sha3ModuleTable();
            case "_sha2" -> new Sha2ModuleTable();
            case "_sha1" -> new Sha1ModuleTable();
            case "_md5" -> new Md5ModuleTable();
            case "_abc" -> new AbcModuleTable();
            case "_bisect" -> new BisectModuleTable();
            case "_codecs" -> new CodecsModuleTable();
            case "_collections" -> new CollectionsModuleTable();
            case "_contextvars" -> new ContextVarsModuleTable();
            case "_csv" -> new CsvModuleTable();
            case "_datetime" -> new DateTimeModuleTable();
            case "_decimal" -> new DecimalModuleTable();
            case "_functools" -> new FunctoolsModuleTable();
            case "_heapq" -> new HeapqModuleTable();
            case "_io" -> new IoModuleTable();
            case "_imp" -> new ImpModuleTable();
            case "_json" -> new JsonModuleTable();
            case "_operator" -> new OperatorModuleTable();
            case "_pickle" -> new PickleModuleTable();
            case "_random" -> new RandomModuleTable();
            case "_sre" -> new SreModuleTable();
            case "_statistics" -> new StatisticsModuleTable();
            case "_string" -> new StringModuleTable();
            case "_struct" -> new StructModuleTable();
            case "_thread" -> new ThreadModuleTable();
            case "_tracemalloc" -> new TracemallocModuleTable();
            case "_typing" -> new TypingModuleTable();
            case "_warnings" -> new WarningsModuleTable();
            case "_weakref" -> new WeakrefModuleTable();
            case "_multibytecodec" -> new MultibyteModuleTable();
            case "_codecs_cn" -> new CodecsCnModuleTable();
            case "_codecs_tw" -> new CodecsTwModuleTable();
            case "_codecs_jp" -> new CodecsJpModuleTable();
            case "_codecs_kr" -> new CodecsKrModuleTable();
            case "array" -> new ArrayModuleTable();
            case "binascii" -> new BinasciiModuleTable();
            case "builtins" -> new BuiltinsModuleTable();
            case "cmath" -> new CmathModuleTable();
            case "gc" -> new GcModuleTable();
            case "krait" -> new KraitModuleTable();
            case "krait.snapshot" -> new SnapshotModuleTable();
            case "itertools" -> new ItertoolsModuleTable();
            case "marshal" -> new MarshalModuleTable();
            case "math" -> new MathModuleTable();
            case "errno" -> new ErrnoModuleTable();
            case "_opcode" -> new OpcodeModuleTable();
            case "atexit" -> new AtexitModuleTable();
            case "fcntl" -> new FcntlModuleTable();
            case "pwd" -> new PwdModuleTable();
            case "_queue" -> new QueueModuleTable();
            case "_uuid" -> new UuidModuleTable();
            case "_hashlib" -> new HashlibModuleTable();
            case "_stat" -> new StatModuleTable();
            case "mmap" -> new MmapModuleTable();
            case "_asyncio" -> new AsyncioModuleTable();
            case "_bz2" -> new Bz2ModuleTable();
            case "_lsprof" -> new LsprofModuleTable();
            case "faulthandler" -> new FaultHandlerModuleTable();
            case "pyexpat" -> new ExpatModuleTable();
            case "grp" -> new GrpModuleTable();
            case "_posixsubprocess" -> new PosixSubprocessModuleTable();
            case "termios" -> new TermiosModuleTable();
            case "select" -> new SelectModuleTable();
            case "_signal" -> new SignalModuleTable();
            case "_socket" -> new SocketModuleTable();
            case "_locale" -> new LocaleModuleTable();
            case "posix" -> new PosixModuleTable();
            case "resource" -> new ResourceModuleTable();
            case "sys" -> new SysModuleTable();
            case "time" -> new TimeModuleTable();
            case "unicodedata" -> new UnicodedataModuleTable();
            case "zlib" -> new ZlibModuleTable();
            default -> throw new AssertionError(name);
        };
    }
}
