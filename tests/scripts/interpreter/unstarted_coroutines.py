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


# The frame of one that is gone can be cleared: it will not run.
import warnings


async def gone():
    pass


with warnings.catch_warnings():
    warnings.simplefilter('ignore')
    frame = gone().cr_frame
frame.clear()
print(frame.f_code.co_name)  # expect: gone
