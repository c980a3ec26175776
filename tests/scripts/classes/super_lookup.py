class A:
    def f(self): return 'A.f'
    @classmethod
    def c(cls): return cls.__name__
class B(A):
    def f(self): return 'B+' + super().f()
    @classmethod
    def c(cls): return 'B+' + super().c()
    def missing(self): return super().nothing
class C(B): pass
print(C().f(), C.c(), C().c())  # expect: B+A.f B+C B+C
try:
    C().missing()
except AttributeError as e:
    print(e)  # expect: 'super' object has no attribute 'nothing'
print(super(B, C()).f())  # expect: A.f
try:
    super(B, 5)
except TypeError as e:
    print(e)  # expect: super(type, obj): obj must be an instance or subtype of type
try:
    super(5, B)
except TypeError as e:
    print(e)  # expect: super() argument 1 must be a type, not int
print(super(B))  # expect: <super: <class 'B'>, NULL>
def f():
    super()
try:
    f()
except RuntimeError as e:
    print(e)  # expect: super(): no arguments
