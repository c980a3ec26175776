package org.krait.tests.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Random;
import org.krait.objects.PyDict;
import org.krait.objects.PyException;
import org.krait.objects.PyFunction;
import org.krait.objects.PyGenerator;
import org.krait.objects.PyIterator;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.runtime.Iteration;
import org.krait.runtime.snapshot.Restorer;
import org.krait.snapshot.Archive;
import org.krait.snapshot.ArchiveException;
import org.krait.snapshot.Heap;
import org.krait.snapshot.Layout;
import org.krait.snapshot.PartKeys;
import org.krait.snapshot.UnitDescription;
import org.krait.snapshot.UnitReaders;
import org.krait.tests.ArchiveBytes;
import org.krait.tests.KraitCommand;

/**
 * Archives of executed modules whose units are damaged and whose checksums were mended: all objects of the unit are
 * made and looked at. An error of Python's is fine, any other is not.
 */
final class HeapTarget implements Target {
    private static final int DAMAGES = 40;
    private static final int MAX_FACTOR = 2000;
    private static final int[] NUMBERS = {0, 1, 2, 3, 5, 64, 255, 0xffff, -1, -2, -7, Integer.MAX_VALUE,
        Integer.MIN_VALUE, 0x7ffffff0};
    private static final int MAX_STEPS = 20;
    private static final String ZOO = """
            import abc, collections, enum, functools, re, threading, types, typing, weakref
            class Meta(type):
                pass
            class Plain:
                kind = 'plain'
                def __init__(self):
                    self.a = 1
                    self.b = [1, 2.5, b'x', 3 + 4j, None, ...]
            class Slotted(Plain, metaclass=Meta):
                __slots__ = ('x', 'y')
            class Strange(int):
                def __hash__(self):
                    return 7
                def __eq__(self, other):
                    return self is other
            class Color(enum.Enum):
                RED = 1
                BLUE = 2
            class Bits(enum.Flag):
                A = 1
                B = 2
            class Base(abc.ABC):
                @abc.abstractmethod
                def f(self): ...
                @property
                def p(self):
                    return 1
                @classmethod
                def c(cls):
                    return cls
                @staticmethod
                def s():
                    return 2
            Base.register(Plain)
            Point = collections.namedtuple('Point', 'x y')
            plain, slotted = Plain(), Slotted()
            slotted.x = plain
            plain.slotted = slotted
            strange = {Strange(1), Strange(2)}
            keys = {Strange(3): 1, (1, 2): [3], b'k': {4}}
            queue, order = collections.deque([1, plain], 5), collections.OrderedDict(a=plain, b=2)
            lists = collections.defaultdict(list, x=[1])
            pattern = re.compile(r'(?P<name>a+)|[b-z]{2,5}(?=x)')
            partial, cached = functools.partial(max, 1, key=len), functools.lru_cache(len)
            lock, rlock = threading.Lock(), threading.RLock()
            proxy, names = types.MappingProxyType({'a': 1}), types.SimpleNamespace(a=1)
            alias, union, optional = list[int], int | str, typing.Optional[int]
            T = typing.TypeVar('T')
            reference, dead = weakref.ref(plain), weakref.ref(Plain())
            error = ValueError('text', 1)
            span, part, buffer, point = range(1, 10, 2), slice(1, None), bytearray(b'abc'), Point(1, 2)
            big, method, bound = 1 << 100, plain.__init__, [].append
            def outer(a, *b, c=1, **d) -> int:
                def inner():
                    return a, inner
                return inner
            closure = outer(1)
            def counting(to):
                try:
                    yield from iter([1, 2, 3])
                    for i in range(to):
                        got = yield i, to
                except ValueError:
                    yield 'failed'
            waiting, begun = counting(3), counting(4)
            walks = [begun, iter(lists), iter({1, 2}), iter((1, 2)), iter('aé'), iter(b'ab'), iter(range(3)),
                     iter(range(1 << 70)), reversed([1, 2]), reversed(order), enumerate([1]), (n for n in [1, 2])]
            [next(walk) for walk in walks if type(walk) is not type(iter(set()))]
            """;

    private final Allocations allocations = new Allocations();
    private final Path folder;
    private final Path damaged;
    private byte[] whole;
    private byte[] input = {};
    private int units;

    HeapTarget(Path folder) {
        this.folder = folder;
        damaged = folder.resolve("damaged-heap.kimg");
    }

    private void write() throws Exception {
        Path file = folder.resolve("heap.kimg");
        Files.writeString(folder.resolve("zoo.py"), ZOO);
        Files.writeString(folder.resolve("changes.py"), "import zoo\nzoo.plain.a = 2\nzoo.keys['new'] = zoo.plain\n");
        Files.writeString(folder.resolve("main.py"), "import changes\n");
        KraitCommand.ofDistribution().in(folder)
                .run("--snapshot-create=" + file, "--snapshot-level=heap", "main.py").cleanOut();
        whole = Files.readAllBytes(file);
        Archive archive = Archive.open(file.toString());
        units = archive.units();
        if (archive.find("zoo").unit() < 0 || archive.find("changes").unit() < 0) {
            throw new AssertionError("the zoo was not captured");
        }
    }

    @Override
    public void round(ThreadState ts, Random random) throws Exception {
        if (whole == null) {
            write();
        }
        for (int i = 0; i < DAMAGES; i++) {
            // The last units are the most interesting: the zoo's own.
            int unit = random.nextBoolean() ? units - 1 - random.nextInt(2) : random.nextInt(units);
            input = whole.clone();
            ArchiveBytes.UnitPart which = switch (random.nextInt(16)) {
                case 0, 1 -> ArchiveBytes.UnitPart.DESCRIPTION;
                case 2 -> ArchiveBytes.UnitPart.READERS;
                default -> ArchiveBytes.UnitPart.IMAGE;
            };
            ArchiveBytes.Part part = ArchiveBytes.unit(input, unit, which);
            damage(input, which == ArchiveBytes.UnitPart.IMAGE ? record(input, part, random) : part, random);
            ArchiveBytes.mendUnit(input, unit);
            look(ts, unit);
        }
    }

    private static void damage(byte[] bytes, ArchiveBytes.Part part, Random random) {
        int times = 1 + random.nextInt(3);
        for (int i = 0; i < times && part.size() > 4; i++) {
            int at = part.offset() + random.nextInt(part.size() - 4);
            switch (random.nextInt(5)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = (byte) random.nextInt(70);
                case 2 -> put(bytes, at, NUMBERS[random.nextInt(NUMBERS.length)]);
                case 3 -> put(bytes, at, random.nextInt(2000));
                default -> System.arraycopy(bytes, part.offset() + random.nextInt(part.size() - 4), bytes, at, 4);
            }
        }
    }

    /** The record of an object that is no code: who executes code out of an archive trusts who wrote it. */
    private static ArchiveBytes.Part record(byte[] bytes, ArchiveBytes.Part image, Random random) {
        int objects = Layout.OBJECTS.getInt(bytes, image.offset());
        int table = image.offset() + Layout.IMAGE_HEADER.size();
        while (true) {
            int number = random.nextInt(objects - 1);
            int from = Layout.OBJECTS.getInt(bytes, table + 4 * number);
            int to = Layout.OBJECTS.getInt(bytes, table + 4 * (number + 1));
            if (bytes[image.offset() + from] != Layout.CODE_OBJECT && to > from + 4) {
                return new ArchiveBytes.Part(image.offset() + from, to - from);
            }
        }
    }

    private static void put(byte[] bytes, int at, int number) {
        for (int i = 0; i < 4; i++) {
            bytes[at + i] = (byte) (number >>> 8 * i);
        }
    }

    private void look(ThreadState ts, int unit) throws IOException {
        Files.write(damaged, input);
        allocations.start();
        open(ts, unit);
        allocations.check(input.length, MAX_FACTOR, () -> open(ts, unit));
    }

    private void open(ThreadState ts, int unit) throws IOException {
        try {
            Archive archive = Archive.open(damaged.toString());
            UnitDescription d = archive.describeUnit(unit);
            UnitReaders readers = archive.readers(unit);
            for (int number = 0; number < ArchiveBytes.objects(input, unit); number++) {
                readers.addTo(new HashSet<>(), number, PartKeys.ALL);
            }
            Heap heap = new Heap(archive, Restorer.host(ts), null);
            for (UnitDescription.Module m : d.modules()) {
                touch(ts, heap, unit, m.root());
            }
            for (int number = 0; number < ArchiveBytes.objects(input, unit); number++) {
                touch(ts, heap, unit, number);
            }
        } catch (ArchiveException e) {
            if (!e.getMessage().startsWith(damaged.toString())) {
                throw new AssertionError("the message does not name the file: " + e.getMessage());
            }
        }
    }

    private static void touch(ThreadState ts, Heap heap, int unit, int number) {
        try {
            PyObject o = heap.object(unit, number);
            o.visitReferents(part -> {
            });
            check(o.type);
            if (o instanceof PyDict d) {
                for (int i = d.nextEntry(0); i >= 0; i = d.nextEntry(i + 1)) {
                    d.values[i].visitReferents(part -> {
                    });
                }
            } else if (o instanceof PyType t) {
                check(t);
            } else if (o instanceof PyFunction f) {
                f.code().load();
            } else if (o instanceof PyIterator || o instanceof PyGenerator) {
                goOn(ts, o);
            }
        } catch (PyException e) {
            e.swallow();
        }
    }

    private static void goOn(ThreadState ts, PyObject iterator) {
        for (int i = 0; i < MAX_STEPS && Iteration.next(ts, iterator) != null; i++) {
        }
    }

    private static void check(PyType type) {
        if (type.slots() == null || type.lookup(PyStr.interned("missing")) != null) {
            throw new AssertionError("class " + type.name() + " has what no class has");
        }
    }

    @Override
    public byte[] input() {
        return input;
    }
}
