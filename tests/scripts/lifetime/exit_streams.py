# At exit sys.stdout is again the stream it was at first, while the globals of the module are there.
import sys


class Stream:
    def write(self, text):
        sys.__stdout__.write('>' + text)

    def flush(self):
        sys.__stdout__.write('')

    def __del__(self):
        sys.__stdout__.write('del stream\n')


sys.stdout = Stream()
sys.stdout.write('end\n')
# expect: >end
# expect: del stream
