# The referent of a proxy lives until the operation has ended.
import weakref


class Lonely:
    def __del__(self):
        print("died")

    def __getitem__(self, key):
        global lonely
        del lonely
        return key


lonely = Lonely()
print(weakref.proxy(lonely)[7])
# expect: died
# expect: 7
