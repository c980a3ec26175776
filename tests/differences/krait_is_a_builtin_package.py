# reason: the package krait, with the submodule snapshot, is built in: programs say with it what they want done around snapshots
# workaround: a package or module of one's own needs another name than krait at the top level
import sys
print("krait" in sys.builtin_module_names)  # expect: True
import krait.snapshot
print(krait.snapshot.is_dumping())  # expect: False
print(krait.snapshot.take())  # expect: False

@krait.snapshot.before_dump
@krait.snapshot.after_restore
def nothing():
    print("never called")

print(nothing.__name__)  # expect: nothing
krait.snapshot.before_dump(1)  # expect error: TypeError: before_dump() argument must be callable, not int
