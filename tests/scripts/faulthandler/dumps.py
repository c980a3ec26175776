import faulthandler
import tempfile

faulthandler.enable()
print(faulthandler.is_enabled(), faulthandler.disable(), faulthandler.is_enabled())  # expect: True True False


def inner(file):
    faulthandler.dump_traceback(file, all_threads=False)


with tempfile.TemporaryFile() as file:
    inner(file)
    file.seek(0)
    lines = file.read().decode().split('\n')
print(lines[0])  # expect: Stack (most recent call first):
print(lines[1].endswith(', line 9 in inner'), lines[2].endswith(', line 13 in <module>'))  # expect: True True
with tempfile.TemporaryFile() as file:
    faulthandler.dump_traceback_later(0.05, file=file)
    text = b''
    while b'in <module>' not in text:
        file.seek(0)
        text = file.read()
print(text.decode().split('\n')[0])  # expect: Timeout (0:00:00.050000)!
faulthandler.cancel_dump_traceback_later()
try:
    faulthandler.dump_traceback_later(0)
except ValueError as e:
    print(e)  # expect: timeout must be greater than 0
