async def co(): pass
c = co()
print(c.cr_frame is None)  # expect: False
c.close()
print(c.cr_frame)  # expect: None
del c
async def f(): pass
f()
print("x")  # expect: x
async def _ag(): yield
a = _ag()
del a
def g(): yield
x = g(); x.close(); print(x.gi_frame); x = g(); del x  # expect: None
