# Threads that are no daemons are waited for at exit; then the functions of atexit run, then globals die.
import atexit
import threading


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('del', self.name)


def run():
    local = Noisy('local of the thread')
    go.wait()
    print('thread ends')


go = threading.Event()
kept = Noisy('global')
atexit.register(print, 'atexit')
threading.Thread(target=run).start()
daemon = threading.Thread(target=threading.Event().wait, daemon=True)
daemon.start()
print('end')
# expect: end
go.set()
# expect: thread ends
# expect: del local of the thread
# expect: atexit
# expect: del global
