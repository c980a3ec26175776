import mmap
import os
import re
import tempfile

with tempfile.TemporaryFile() as f:
    f.write(b'first line\nsecond line\n')
    f.flush()
    with mmap.mmap(f.fileno(), 0) as m:
        print(len(m), m[:5], m[-1], m[0:10:2])  # expect: 23 b'first' 10 b'frtln'
        print(m.readline(), m.tell(), m.read(6), m.find(b'line'), m.rfind(b'line', 0))  # expect: b'first line\n' 11 b'second' 18 18
        m[0:5] = b'FIRST'
        m.seek(0)
        m.write(b'f')
        m.move(0, 6, 4)
        m.flush()
        print(re.search(rb's\w+d', m).group(), m.size())  # expect: b'second' 23
        m.resize(40)
        print(len(m), os.fstat(f.fileno()).st_size)  # expect: 40 40
    print(m.closed)  # expect: True
    f.seek(0)
    print(f.read(12))  # expect: b'lineT line\ns'
    with mmap.mmap(f.fileno(), 10, access=mmap.ACCESS_READ) as m:
        try:
            m[0] = 1
        except TypeError as e:
            print(e)  # expect: mmap can't modify a readonly memory map.
    with mmap.mmap(f.fileno(), 10, access=mmap.ACCESS_COPY) as m:
        m[0] = 33
        print(m[:3], os.pread(f.fileno(), 3, 0))  # expect: b'!in' b'lin'
m = mmap.mmap(-1, 16)
with memoryview(m) as view:
    view[3:6] = b'abc'
    print(m[:8])  # expect: b'\x00\x00\x00abc\x00\x00'
    try:
        m.close()
    except BufferError as e:
        print(e)  # expect: cannot close exported pointers exist
m.close()
try:
    m[0]
except ValueError as e:
    print(e)  # expect: mmap closed or invalid
