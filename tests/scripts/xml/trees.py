import io
import xml.dom.minidom
import xml.etree.ElementTree as ElementTree
import xml.sax

text = '<r xmlns:p="u"><a k="1">x</a>tail<p:b/><a>&lt;</a></r>'
root = ElementTree.fromstring(text)
print([a.text for a in root.findall('a')], root.find('{u}b').tag, root[0].tail)  # expect: ['x', '<'] {u}b tail
print(ElementTree.tostring(root, encoding='unicode'))  # expect: <r xmlns:ns0="u"><a k="1">x</a>tail<ns0:b /><a>&lt;</a></r>
print([(e, n.tag) for e, n in ElementTree.iterparse(io.StringIO(text), ('start', 'end'))])  # expect: [('start', 'r'), ('start', 'a'), ('end', 'a'), ('start', '{u}b'), ('end', '{u}b'), ('start', 'a'), ('end', 'a'), ('end', 'r')]
pull = ElementTree.XMLPullParser(['end'])
pull.feed('<a><b/>')
print([n.tag for _, n in pull.read_events()])  # expect: ['b']
pull.feed('</a>')
print([n.tag for _, n in pull.read_events()])  # expect: ['a']
try:
    ElementTree.fromstring('<a>')
except ElementTree.ParseError as e:
    print(e, e.position)  # expect: no element found: line 1, column 3 (1, 3)
tree = ElementTree.ElementTree(root)
ElementTree.indent(tree)
out = io.BytesIO()
tree.write(out, encoding='utf-8', xml_declaration=True)
print(out.getvalue())  # expect: b'<?xml version=\'1.0\' encoding=\'utf-8\'?>\n<r xmlns:ns0="u">\n  <a k="1">x</a>tail<ns0:b />\n  <a>&lt;</a>\n</r>'

document = xml.dom.minidom.parseString('<a b="c"><!-- d --><e>f</e></a>')
print(document.documentElement.getAttribute('b'), document.getElementsByTagName('e')[0].firstChild.data)  # expect: c f
print(document.toxml())  # expect: <?xml version="1.0" ?><a b="c"><!-- d --><e>f</e></a>


class Names(xml.sax.ContentHandler):
    def __init__(self):
        super().__init__()
        self.names = []

    def startElement(self, name, attributes):
        self.names.append((name, dict(attributes)))


names = Names()
xml.sax.parseString(b'<a x="1"><b/></a>', names)
print(names.names)  # expect: [('a', {'x': '1'}), ('b', {})]
