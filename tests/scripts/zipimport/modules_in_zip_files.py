import os
import sys
import tempfile
import zipfile

with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, 'library.zip')
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as archive:
        archive.writestr('zipped_module.py', 'value = 1\n')
        archive.writestr('zipped_package/__init__.py', '')
        archive.writestr('zipped_package/inner.py', 'value = 2\n')
        archive.writestr('more/zipped_below.py', 'value = 3\n')
    sys.path[:0] = [path, path + '/more']
    import zipped_below
    import zipped_module
    from zipped_package import inner
    print(zipped_module.value, inner.value, zipped_below.value)  # expect: 1 2 3
    print(zipped_module.__file__ == os.path.join(path, 'zipped_module.py'), type(zipped_module.__loader__).__name__)  # expect: True zipimporter
    try:
        import zipped_nothing
    except ModuleNotFoundError as e:
        print(e)  # expect: No module named 'zipped_nothing'
