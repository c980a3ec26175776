"""Of several threads that import a module none sees it half executed, also where finders and hooks of the program are asked."""
import os
import shutil
import sys
import tempfile
import threading

folder = tempfile.mkdtemp()
sys.path.insert(0, folder)


def write(name):
    with open(os.path.join(folder, name + '.py'), 'w') as f:
        f.write('import time\ntime.sleep(0.3)\nx = 1\n')


def import_in_threads(statements):
    seen = []
    begin = threading.Barrier(len(statements))

    def run(statement, number):
        namespace = {}
        begin.wait()
        if number:
            # The first is in the middle of the module.
            while name not in sys.modules:
                pass
        exec(statement, namespace)
        seen.append(namespace['m'].x)

    threads = [threading.Thread(target=run, args=(s, i)) for i, s in enumerate(statements)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    assert seen == [1] * len(statements), seen


class Finder:
    def find_spec(name, path, target=None):
        return None


def hook(path):
    raise ImportError(path)


number = 0
for place, own in [(sys.meta_path, []), (sys.meta_path, [Finder]), (sys.path_hooks, [hook])]:
    for first in 'import %s as m', 'import importlib; m = importlib.import_module("%s")':
        number += 1
        name = 'slow_%d' % number
        write(name)
        place[:0] = own
        sys.path_importer_cache.clear()
        try:
            import_in_threads([first % name, 'import %s as m' % name, 'import %s as m' % name])
        finally:
            del place[:len(own)]

sys.path.remove(folder)
shutil.rmtree(folder)
print('done')                                                              # expect: done
