from datetime import *


def show(call):
    try:
        print(repr(call()))
    except Exception as e:
        print(type(e).__name__ + ':', e)


show(lambda: timedelta(weeks=1, days=-3, hours=2.5, milliseconds=7))  # expect: datetime.timedelta(days=4, seconds=9000, microseconds=7000)
show(lambda: timedelta(microseconds=0.5) + timedelta(microseconds=1.5))  # expect: datetime.timedelta(microseconds=2)
show(lambda: timedelta(days=1) / 7)  # expect: datetime.timedelta(seconds=12342, microseconds=857143)
show(lambda: timedelta(days=1) * 0.1)  # expect: datetime.timedelta(seconds=8640)
show(lambda: divmod(timedelta(days=1), timedelta(hours=7)))  # expect: (3, datetime.timedelta(seconds=10800))
show(lambda: -timedelta(seconds=1))  # expect: datetime.timedelta(days=-1, seconds=86399)
show(lambda: str(timedelta(days=-2, microseconds=5)))  # expect: '-2 days, 0:00:00.000005'
show(lambda: timedelta.max.total_seconds())  # expect: 86400000000000.0
show(lambda: timedelta(10**9))  # expect: OverflowError: days=1000000000; must have magnitude <= 999999999
show(lambda: timedelta('1'))  # expect: TypeError: unsupported type for timedelta days component: str
show(lambda: timedelta(1) // 0)  # expect: ZeroDivisionError: integer division or modulo by zero
show(lambda: timedelta.max + timedelta.resolution)  # expect: OverflowError: days=1000000000; must have magnitude <= 999999999
