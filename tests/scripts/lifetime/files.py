# Files, sockets and other resources that are dropped: closed at once, with a ResourceWarning where CPython gives one.
import errno
import gc
import io
import os
import re
import socket
import subprocess
import sys
import tempfile
import warnings

folder = tempfile.TemporaryDirectory()
path = os.path.join(folder.name, 'file')


def case(function):
    print(function.__name__)
    with warnings.catch_warnings():
        warnings.simplefilter('always')
        warnings.showwarning = show
        function()


def show(message, category, filename, lineno, file=None, line=None):
    text = re.sub(r"'[^']*[/\\]([^']*)'", r"'\1'", str(message))
    print(category.__name__, re.sub(r'0x[0-9a-f]+|fd=\d+|tmp\w{8}', 'N', text).split(', laddr')[0].split(', raddr')[0])


@case
def written_text_is_there_when_dropped():
    open(path, 'w', encoding='utf-8').write('dropped')
    print(open(path, encoding='utf-8').read())
# expect: written_text_is_there_when_dropped
# expect: ResourceWarning unclosed file <_io.TextIOWrapper name='file' mode='w' encoding='utf-8'>
# expect: ResourceWarning unclosed file <_io.TextIOWrapper name='file' mode='r' encoding='utf-8'>
# expect: dropped


@case
def file_of_a_local():
    def f():
        file = open(path, 'wb')
        file.write(b'local')
        print('written')
    f()
    print('left', os.path.getsize(path))
# expect: file_of_a_local
# expect: written
# expect: ResourceWarning unclosed file <_io.BufferedWriter name='file'>
# expect: left 5


@case
def descriptor_is_closed():
    f = open(path, encoding='utf-8')
    fd = f.fileno()
    del f
    try:
        # Another file may have got the number since.
        print(os.path.samestat(os.fstat(fd), os.stat(path)))
    except OSError as e:
        print(e.errno != errno.EBADF)
# expect: descriptor_is_closed
# expect: ResourceWarning unclosed file <_io.TextIOWrapper name='file' mode='r' encoding='utf-8'>
# expect: False


@case
def closed_by_with_gives_no_warning():
    with open(path) as f:
        pass
    del f
    print('end')
# expect: closed_by_with_gives_no_warning
# expect: end


@case
def every_layer():
    raw = open(path, 'rb', buffering=0)
    buffered = io.BufferedReader(raw)
    text = io.TextIOWrapper(buffered, encoding='utf-8')
    del raw, buffered
    print('text left')
    del text
    print('end')
# expect: every_layer
# expect: text left
# expect: ResourceWarning unclosed file <_io.TextIOWrapper name='file' encoding='utf-8'>
# expect: end


@case
def detached():
    f = open(path, 'rb')
    raw = f.detach()
    del f
    print('buffer gone', raw.closed)
    raw.close()
# expect: detached
# expect: buffer gone False


@case
def subclass_with_close():
    class File(io.RawIOBase):
        def close(self):
            print('close', self.closed)
            super().close()
    f = File()
    del f
    print('end')
# expect: subclass_with_close
# expect: close False
# expect: end


@case
def subclass_with_del():
    class File(io.FileIO):
        def __del__(self):
            print('del')
            super().__del__()
            print('after')

        def close(self):
            print('close')
            super().close()
    f = File(path)
    del f
    print('end')
# expect: subclass_with_del
# expect: del
# expect: close
# expect: ResourceWarning unclosed file <_io.FileIO name='file' mode='rb' closefd=True>
# expect: after
# expect: end


@case
def file_in_a_cycle():
    f = open(path, 'rb', buffering=0)
    cycle = [f]
    cycle.append(cycle)
    del f, cycle
    print('dropped')
    gc.collect()
# expect: file_in_a_cycle
# expect: dropped
# expect: ResourceWarning unclosed file <_io.FileIO name='file' mode='rb' closefd=True>


@case
def bytes_io_with_a_view():
    b = io.BytesIO(b'abc')
    v = b.getbuffer()
    try:
        b.close()
    except BufferError as e:
        print(e)
    del b
    print(bytes(v))
    v.release()
# expect: bytes_io_with_a_view
# expect: Existing exports of data: object cannot be re-sized
# expect: b'abc'


@case
def iterated_and_dropped():
    with open(path, 'w') as f:
        f.write('1\n2\n')
    for line in open(path, encoding='utf-8'):
        print(line.strip())
        break
    print('end')
# expect: iterated_and_dropped
# expect: 1
# expect: ResourceWarning unclosed file <_io.TextIOWrapper name='file' mode='r' encoding='utf-8'>
# expect: end


@case
def sockets():
    s = socket.socket()
    del s
    print('one')
    a, b = socket.socketpair()
    del a
    print(b.recv(1))
    b.close()
    del b
    print('end')
# expect: sockets
# expect: ResourceWarning unclosed <socket.socket N, family=2, type=1, proto=0
# expect: one
# expect: ResourceWarning unclosed <socket.socket N, family=1, type=1, proto=0>
# expect: b''
# expect: end


@case
def socket_kept_by_its_file():
    a, b = socket.socketpair()
    f = a.makefile('rb')
    a.close()
    b.sendall(b'line\n')
    print(f.readline())
    b.close()
    f.close()
    del a, b, f
    print('end')
# expect: socket_kept_by_its_file
# expect: b'line\n'
# expect: end


@case
def detached_socket():
    a, b = socket.socketpair()
    fd = a.detach()
    del a
    os.close(fd)
    b.close()
    print('end')
# expect: detached_socket
# expect: end


@case
def scandir():
    it = os.scandir(folder.name)
    next(it)
    del it
    it = os.scandir(folder.name)
    list(it)
    del it
    print('end')
# expect: scandir
# expect: ResourceWarning unclosed scandir iterator <posix.ScandirIterator object at N>
# expect: end


@case
def temporary_files_and_folders():
    f = tempfile.NamedTemporaryFile()
    name = f.name
    del f
    print(os.path.exists(name))
    d = tempfile.TemporaryDirectory()
    name = d.name
    del d
    print(os.path.exists(name))
# expect: temporary_files_and_folders
# expect: False
# expect: ResourceWarning Implicitly cleaning up <TemporaryDirectory 'N'>
# expect: False


@case
def exception_in_close_is_reported_only_in_development_mode():
    class File(io.RawIOBase):
        def close(self):
            raise OSError('in close')
    old, sys.unraisablehook = sys.unraisablehook, lambda u: print('unraisable', u.exc_value)
    f = File()
    del f
    sys.unraisablehook = old
    print('end')
# expect: exception_in_close_is_reported_only_in_development_mode
# expect: end


warnings.simplefilter('ignore')
folder.cleanup()
