# What a finalizer saves at exit.
class Saves:
    def __del__(self):
        print('del saves')
        kept.append(self)


kept = []
a = Saves()
print('end')
# expect: end
# expect: del saves
