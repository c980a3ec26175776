# Natives leave no count behind.
import sys
class O: pass
def check(name, action):
    o = O()
    before = sys.getrefcount(o)
    action(o)
    after = sys.getrefcount(o)
    print(name, after - before)
check('difference', lambda o: {(o, 1)}.difference({(o, 1)}, [2]))  # expect: difference 0
check('intersection', lambda o: {o}.intersection([o], {o}))  # expect: intersection 0
check('type', lambda o: setattr(type('T', (), {'a': o}), 'a', None))  # expect: type 0
check('dir', lambda o: dir(o))  # expect: dir 0
check('isinstance', lambda o: isinstance(o, (int, (str, O))))  # expect: isinstance 0
check('format', lambda o: '%r %s' % (o, [o]))  # expect: format 0
check('sorted', lambda o: sorted([o, o], key=id))  # expect: sorted 0
check('call', lambda o: (lambda *a, **k: None)(o, o, x=o))  # expect: call 0
check('getattr', lambda o: getattr(o, 'nope', o))  # expect: getattr 0
