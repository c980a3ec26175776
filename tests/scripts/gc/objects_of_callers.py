"""What callers have in use is not destroyed by being listed."""
import gc


class Runner:
    def run(self, *args):
        gc.collect()
        before = len(gc.get_objects())
        after = len(gc.get_objects())
        return before == after

    def __call__(self, *args):
        return self.run(*args)


print(Runner()(), Runner()(1))    # expect: True True
print([m for m in gc.get_objects() if getattr(m, "__name__", "") == "no such"])    # expect: []
