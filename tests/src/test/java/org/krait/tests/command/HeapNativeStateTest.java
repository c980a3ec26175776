package org.krait.tests.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.krait.tests.KraitCommand;

/** Instances of Python classes below native ones are captured and made without a call of their methods. */
@Execution(ExecutionMode.CONCURRENT)
final class HeapNativeStateTest extends FolderTest {
    private static final String MODULE = """
            import array, collections, datetime, decimal, functools, io, itertools, queue
            calls = []
            class Calls:
                def __new__(cls, *args):
                    calls.append(cls.__name__)
                    return super().__new__(cls, *args)
                def __init__(self, *args):
                    calls.append(cls_name(self))
                    super().__init__(*args)
                def __reduce_ex__(self, protocol=0):
                    calls.append('reduce')
                    raise TypeError
                __reduce__ = __getstate__ = __setstate__ = append = items = __iter__ = __reduce_ex__
            def cls_name(o):
                return type(o).__name__.lower()
            class Deque(Calls, collections.deque): pass
            class Ordered(Calls, collections.OrderedDict): pass
            class Default(Calls, collections.defaultdict):
                def __setitem__(self, key, value):
                    calls.append('set')
                    super().__setitem__(key, value)
            class Plain:
                def __new__(cls, *args, **keywords):
                    calls.append(cls.__name__)
                    return super().__new__(cls, *args, **keywords)
                def __reduce_ex__(self, protocol):
                    calls.append('reduce')
                    raise TypeError
                __str__ = __getinitargs__ = __getstate__ = __reduce__ = __reduce_ex__
            class Array(Plain, array.array): pass
            class Partial(Plain, functools.partial): pass
            class Moment(Plain, datetime.datetime): pass
            class Day(Plain, datetime.date): pass
            class Span(Plain, datetime.timedelta): pass
            class Zone(datetime.tzinfo):
                __slots__ = ('name',)
                def __reduce__(self):
                    calls.append('reduce')
                    return find_zone, ()
                __getinitargs__ = __getstate__ = __reduce__
                def utcoffset(self, moment):
                    return datetime.timedelta(hours=2)
            def find_zone():
                return zone
            class Number(Plain, decimal.Decimal): pass
            class Count(Plain, itertools.count): pass
            class Text(Plain, io.StringIO): pass
            class Data(Plain, io.BytesIO): pass
            class Queue(Plain, queue.SimpleQueue): pass
            deque, bound = Deque([1, 2]), collections.deque([1, 2], 2)
            deque.tag = deque
            ordered, default = Ordered([('b', 1), ('a', 2)]), Default(list)
            ordered.move_to_end('b')
            collections.OrderedDict.__setitem__(ordered, 'self', ordered)
            default['k'].append(1)
            numbers, partial = Array('i', [1, 2]), Partial(print, 'a', sep='-')
            partial.tag = 3
            zone = Zone()
            zone.name = 'Z'
            moment = Moment(2020, 1, 2, 3, 4, 5, 6, zone).replace(fold=1)
            plain_moment = datetime.datetime(2020, 1, 2, fold=1)
            day, span, number, count = Day(2001, 2, 3), Span(1, 2, 3), Number('1.50'), Count(3, 2)
            span.tag = 'x'
            text, data, waiting, exact = Text('abc'), Data(b'abc'), Queue(), io.StringIO()
            text.read(1)
            data.seek(0, 2)
            waiting.put(5)
            exact.write('seen')
            made = list(calls)
            """;
    private static final String MAIN = """
            import collections
            import module as m
            print(list(collections.deque.__iter__(m.deque)), m.deque.tag is m.deque, m.bound)
            print(list(collections.OrderedDict.items(m.ordered))[:2], m.ordered['self'] is m.ordered)
            print(list(dict.items(m.default)), m.default.default_factory, m.numbers.tolist(), type(m.numbers).__name__)
            print(m.partial.func, m.partial.args, m.partial.keywords, m.partial.tag)
            print(m.moment.isoformat(), m.moment.fold, m.moment.tzinfo is m.zone, m.zone.name, m.plain_moment.fold)
            print(m.day.isoformat(), m.span.total_seconds(), m.span.tag, m.number + 1, next(m.count), next(m.count))
            print(m.text.getvalue(), m.text.read(), m.data.tell(), m.data.getvalue())
            print(m.waiting.get(), m.exact.getvalue())
            m.text.write('d')
            print(m.text.getvalue(), m.waiting.empty(), m.calls == m.made, len(m.calls))
            """;

    @Test
    void theyAreAsTheyWere() throws Exception {
        Files.writeString(folder.resolve("module.py"), MODULE);
        Files.writeString(folder.resolve("main.py"), MAIN);
        String expected = command().run("main.py").cleanOut();
        KraitCommand.Result captured = command().run("-v", "--snapshot-create=app.kimg", "main.py");
        assertEquals(expected, captured.out());
        assertFalse(captured.err().contains("# not captured: module:"), captured.err());
        assertEquals(expected, command().run("--snapshot=app.kimg", "main.py").cleanOut());
    }
}
