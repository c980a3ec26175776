exec("q = 1\nprint([q for _ in (1,)], [(q, z) for z in (q, 2) for w in (q,)])\nclass A:\n q2 = 2\n try: print([q2 for _ in (1,)])\n except NameError as e: print(e)\n", {}, {})
exec("try: print(list(q for _ in (1,)))\nexcept NameError as e: print(e)", {}, {'q': 1})
q = 5
class A:
    q = 6
    print([q for _ in (1,)])
print([w for w in (1,) if (k := w)], k)
def f():
    global gg
    print([gg for gg2 in (1,)])
gg = 3
f()
# expect: [1] [(1, 1), (1, 2)]
# expect: name 'q2' is not defined
# expect: name 'q' is not defined
# expect: [5]
# expect: [1] 1
# expect: [3]
