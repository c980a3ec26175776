import csv
import io


def write(rows, **keywords):
    out = io.StringIO()
    csv.writer(out, **keywords).writerows(rows)
    return out.getvalue()


def read(lines, **keywords):
    return list(csv.reader(lines, **keywords))


def error(call, *args, **keywords):
    try:
        return call(*args, **keywords)
    except Exception as e:
        return type(e).__name__, str(e)


print(repr(write([['a', 1, 2.5, None, 'x,y', 'q"q', 'l\nm']])), repr(write([['a b', "c'd"]], delimiter=' ', quotechar="'")))  # expect: 'a,1,2.5,,"x,y","q""q","l\nm"\r\n' "'a b' 'c''d'\r\n"
print(repr(write([['a', 1, None]], quoting=csv.QUOTE_ALL)), repr(write([['a', 1, None]], quoting=csv.QUOTE_NONNUMERIC)))  # expect: '"a","1",""\r\n' '"a",1,""\r\n'
print(repr(write([['a', 1, None]], quoting=csv.QUOTE_STRINGS)), repr(write([['a', 1, None]], quoting=csv.QUOTE_NOTNULL)))  # expect: '"a",1,\r\n' '"a","1",\r\n'
print(repr(write([['a,b', '\\']], quoting=csv.QUOTE_NONE, escapechar='\\')), repr(write([['']])), repr(write([[]])))  # expect: 'a\\,b,\\\\\r\n' '""\r\n' '\r\n'
print(repr(write([['a"b']], doublequote=False, escapechar='\\')), repr(write([['a!']], lineterminator='!\n')))  # expect: 'a\\"b\r\n' '"a!"!\n'
print(read(['a,b\n', '"c,d","e""f"\r\n', '"g\n', 'h",i\n', '\n', 'j']), read(['a; b'], delimiter=';', skipinitialspace=True))  # expect: [['a', 'b'], ['c,d', 'e"f'], ['g\nh', 'i'], [], ['j']] [['a', 'b']]
print(read(['"1",2,x\\,y'], escapechar='\\'), read(['"1",2.5'], quoting=csv.QUOTE_NONNUMERIC), read(['a\tb'], dialect='excel-tab'))  # expect: [['1', '2', 'x,y']] [['1', 2.5]] [['a', 'b']]
r = csv.reader(['a', '"b', 'c"'])
print(next(r), r.line_num, next(r), r.line_num, r.dialect.delimiter)  # expect: ['a'] 1 ['bc'] 3 ,
csv.register_dialect('mine', delimiter='|', quoting=csv.QUOTE_NONE)
print(read(['a|"b"'], dialect='mine'), sorted(csv.list_dialects()), csv.get_dialect('mine').quoting)  # expect: [['a', '"b"']] ['excel', 'excel-tab', 'mine', 'unix'] 3
csv.unregister_dialect('mine')
print(error(csv.get_dialect, 'mine'), error(write, [['a']], delimiter=''), error(write, [['a']], quoting=9))  # expect: ('Error', 'unknown dialect') ('TypeError', '"delimiter" must be a 1-character string') ('TypeError', 'bad "quoting" value')
print(error(read, [b'a']), error(read, ['"a"b'], strict=True), error(read, ['"a'], strict=True), error(read, ['a\rb']))  # expect: ('Error', 'iterator should return strings, not bytes (the file should be opened in text mode)') ('Error', '\',\' expected after \'"\'') ('Error', 'unexpected end of data') ('Error', 'new-line character seen in unquoted field - do you need to open the file in universal-newline mode?')
print(error(write, [1]), error(csv.writer, 1), error(write, [['a,']], quoting=csv.QUOTE_NONE), error(csv.reader))  # expect: ('Error', 'iterable expected, not int') ('TypeError', 'argument 1 must have a "write" method') ('Error', 'need to escape, but no escapechar set') ('TypeError', ' expected at least 1 argument, got 0')
print(csv.field_size_limit(5), error(read, ['abcdef']), csv.field_size_limit(131072))  # expect: 131072 ('Error', 'field larger than field limit (5)') 5
print(list(csv.DictReader(['a,b', '1,2', '3'])), csv.Sniffer().sniff('a;b\n1;2\n').delimiter)  # expect: [{'a': '1', 'b': '2'}, {'a': '3', 'b': None}] ;
