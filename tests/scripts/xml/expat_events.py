from xml.parsers import expat

KINDS = ('StartElement EndElement ProcessingInstruction CharacterData UnparsedEntityDecl NotationDecl StartNamespaceDecl'
         ' EndNamespaceDecl Comment StartCdataSection EndCdataSection StartDoctypeDecl EndDoctypeDecl EntityDecl XmlDecl'
         ' ElementDecl AttlistDecl SkippedEntity').split()


def events(pieces, *unwanted, **options):
    log = []
    parser = expat.ParserCreate(namespace_separator=options.pop('separator', None))
    for name, value in options.items():
        setattr(parser, name, value)
    for kind in KINDS:
        if kind not in unwanted:
            setattr(parser, kind + 'Handler', lambda *args, kind=kind: log.append((kind, *args)))
    for piece in pieces:
        parser.Parse(piece)
    parser.Parse(b'', True)
    return log


print(events([b'<a b="1" c=\'2\'>x</a>']))  # expect: [('StartElement', 'a', {'b': '1', 'c': '2'}), ('CharacterData', 'x'), ('EndElement', 'a')]
print(events([b'<a>x&amp;y\r\nz</a>'], buffer_text=True))  # expect: [('StartElement', 'a', {}), ('CharacterData', 'x&y\nz'), ('EndElement', 'a')]
document = b'<?xml version="1.0" encoding="latin-1"?><!--c--><a>\xe9<b/><?p  q?><![CDATA[<>]]></a>'.replace(b'latin-1', b'iso-8859-1')
print(events([document]))  # expect: [('XmlDecl', '1.0', 'iso-8859-1', -1), ('Comment', 'c'), ('StartElement', 'a', {}), ('CharacterData', 'é'), ('StartElement', 'b', {}), ('EndElement', 'b'), ('ProcessingInstruction', 'p', 'q'), ('StartCdataSection',), ('CharacterData', '<>'), ('EndCdataSection',), ('EndElement', 'a')]
print(events([document], buffer_text=True) == events([document[i:i + 1] for i in range(len(document))], buffer_text=True))  # expect: False
print(events(['<a>\u20ac</a>'.encode('utf-16')]))  # expect: [('StartElement', 'a', {}), ('CharacterData', '€'), ('EndElement', 'a')]
print(events([b'<a xmlns="u" xmlns:p="v"><p:b p:c="d" e=""/></a>'], separator='!'))  # expect: [('StartNamespaceDecl', None, 'u'), ('StartNamespaceDecl', 'p', 'v'), ('StartElement', 'u!a', {}), ('StartElement', 'v!b', {'v!c': 'd', 'e': ''}), ('EndElement', 'v!b'), ('EndElement', 'u!a'), ('EndNamespaceDecl', 'p'), ('EndNamespaceDecl', None)]
print(events([b'<p:a xmlns:p="v"/>'], separator=' ', namespace_prefixes=True))  # expect: [('StartNamespaceDecl', 'p', 'v'), ('StartElement', 'v a p', {}), ('EndElement', 'v a p'), ('EndNamespaceDecl', 'p')]
print(events([b'<!DOCTYPE a PUBLIC "p  q" "s" [<!ELEMENT a (b?,(c|d)*)><!ELEMENT m (#PCDATA|x)*>]><a/>']))  # expect: [('StartDoctypeDecl', 'a', 's', 'p q', 1), ('ElementDecl', 'a', (6, 0, None, ((4, 1, 'b', ()), (5, 2, None, ((4, 0, 'c', ()), (4, 0, 'd', ())))))), ('ElementDecl', 'm', (3, 2, None, ((4, 0, 'x', ()),))), ('EndDoctypeDecl',), ('StartElement', 'a', {}), ('EndElement', 'a')]
print(events([b'<!DOCTYPE a [<!ATTLIST a x CDATA "v" y (p|q) #REQUIRED z NMTOKENS #FIXED " 1  2 ">]><a y="q"/>'], 'AttlistDecl'))  # expect: [('StartDoctypeDecl', 'a', None, None, 1), ('EndDoctypeDecl',), ('StartElement', 'a', {'y': 'q', 'x': 'v', 'z': '1 2'}), ('EndElement', 'a')]
print(events([b'<!DOCTYPE a [<!ATTLIST a x CDATA "v" y (p|q) #REQUIRED>]><a y="q"/>'], specified_attributes=True, ordered_attributes=True))  # expect: [('StartDoctypeDecl', 'a', None, None, 1), ('AttlistDecl', 'a', 'x', 'CDATA', 'v', 0), ('AttlistDecl', 'a', 'y', '(p|q)', None, 1), ('EndDoctypeDecl',), ('StartElement', 'a', ['y', 'q']), ('EndElement', 'a')]
print(events([b'<!DOCTYPE a [<!NOTATION n SYSTEM "s"><!ENTITY u SYSTEM "f" NDATA n><!ENTITY e "&#65;<b/>">]><a>&e;</a>']))  # expect: [('StartDoctypeDecl', 'a', None, None, 1), ('NotationDecl', 'n', None, 's', None), ('UnparsedEntityDecl', 'u', None, 'f', None, 'n'), ('EntityDecl', 'e', 0, 'A<b/>', None, None, None, None), ('EndDoctypeDecl',), ('StartElement', 'a', {}), ('CharacterData', 'A'), ('StartElement', 'b', {}), ('EndElement', 'b'), ('EndElement', 'a')]
print(events([b'<!DOCTYPE a [<!ENTITY % p "<!ENTITY e \'1\'>">%p;]><a>&e;</a>'], 'EntityDecl'))  # expect: [('StartDoctypeDecl', 'a', None, None, 1), ('EndDoctypeDecl',), ('StartElement', 'a', {}), ('SkippedEntity', 'e', 0), ('EndElement', 'a')]


def error(document, separator=None):
    parser = expat.ParserCreate(namespace_separator=separator)
    try:
        parser.Parse(document, True)
    except expat.ExpatError as e:
        return str(e), e.code, parser.CurrentByteIndex


print(error(b''))  # expect: ('no element found: line 1, column 0', 3, -1)
print(error(b'<a>\n<b></a>'))  # expect: ('mismatched tag: line 2, column 5', 7, 9)
print(error(b'<a b="1" b="2"/>'))  # expect: ('duplicate attribute: line 1, column 9', 8, 9)
print(error(b'<a>&x;</a>'))  # expect: ('undefined entity: line 1, column 3', 11, 3)
print(error(b'<a>\n  &#0;</a>'))  # expect: ('reference to invalid character number: line 2, column 2', 14, 6)
print(error(b'<a/>x'))  # expect: ('junk after document element: line 1, column 4', 9, 4)
print(error(b'<p:a/>', ' '))  # expect: ('unbound prefix: line 1, column 0', 27, 0)
print(error(b'<a>\xff</a>'))  # expect: ('not well-formed (invalid token): line 1, column 3', 4, 3)
print(error(b'<a>\xc3'))  # expect: ('partial character: line 1, column 3', 6, 3)
print(error(b'<?xml version="1.0" encoding="none"?><a/>'.replace(b'none', b'utf-16')))  # expect: ('encoding specified in XML declaration is incorrect: line 1, column 30', 19, 30)
print(error(b'<!DOCTYPE a [<!ENTITY a "&b;"><!ENTITY b "&a;">]><a>&a;</a>'))  # expect: ('recursive entity reference: line 1, column 52', 12, 52)
print(error(b'<!DOCTYPE a [<!ENTITY e "<b>">]><a>&e;</b></a>'))  # expect: ('asynchronous entity: line 1, column 35', 13, 35)
laughs = ''.join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 10))
print(error(f'<!DOCTYPE a [<!ENTITY a0 "{"ha" * 10}">{laughs}]><a>&a9;</a>'))  # expect: ('limit on input amplification factor (from DTD and entities) breached: line 1, column 548', 43, 548)

parser = expat.ParserCreate()
parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_ALWAYS)
files = {'x.dtd': b'<![INCLUDE[<!ENTITY % k "l"><!ENTITY e "%k;m">]]><![IGNORE[<]]>', 'f': b'<?xml encoding="utf-8"?>in<b/>'}


def external(context, base, system, public):
    inner = parser.ExternalEntityParserCreate(context)
    inner.Parse(files[system], True)
    return 1


texts = []
parser.ExternalEntityRefHandler = external
parser.CharacterDataHandler = texts.append
parser.StartElementHandler = lambda name, attributes: texts.append((name, parser.CurrentColumnNumber))
parser.Parse(b'<!DOCTYPE a SYSTEM "x.dtd" [<!ENTITY f SYSTEM "f">]>')
print(parser.Parse(b'<a>&e;|&f;</a>', True), texts)  # expect: 1 [('a', 52), 'lm', '|', 'in', ('b', 59)]

parser = expat.ParserCreate()
parser.StartElementHandler = lambda name, attributes: 1 / 0
try:
    parser.Parse(b'<a><b/></a>', True)
except ZeroDivisionError:
    print(parser.StartElementHandler, parser.ErrorCode)  # expect: None 35
