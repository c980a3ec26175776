"""Times of years that are far away: the calendar goes on, up to the int that C has for a year."""
import os
import time

os.environ["TZ"] = "UTC"
time.tzset()
for seconds in (0, -1, 951_782_400, -62_135_596_801, 67767976233532799, 67767976233532800, -67768040609740800):
    print(seconds, *time.gmtime(seconds))
# expect: 0 1970 1 1 0 0 0 3 1 0
# expect: -1 1969 12 31 23 59 59 2 365 0
# expect: 951782400 2000 2 29 0 0 0 1 60 0
# expect: -62135596801 0 12 31 23 59 59 6 366 0
# expect: 67767976233532799 2147483647 12 31 23 59 59 1 365 0
# expect: 67767976233532800 2147483648 1 1 0 0 0 2 1 0
# expect: -67768040609740800 -2147481748 1 1 0 0 0 3 1 0

for seconds in (1e17, -1e17, -67768040609740801, 2 ** 62):
    for function in time.gmtime, time.localtime:
        try:
            function(seconds)
        except OSError as e:
            print(e.errno, e.strerror)
# expect: 75 Value too large for defined data type
# expect: 75 Value too large for defined data type
# expect: 75 Value too large for defined data type
# expect: 75 Value too large for defined data type
# expect: 75 Value too large for defined data type
# expect: 75 Value too large for defined data type
# expect: 75 Value too large for defined data type
# expect: 75 Value too large for defined data type

for fields in (10 ** 9, 1, 1), (2 ** 31 - 1, 12, 31), (-2 ** 31 + 1900, 1, 1), (2020, 2 ** 31 - 1, 1), (2020, -1, -5):
    print(time.mktime((*fields, 23, 59, 99, 0, 0, -1)))
# expect: 3.155688983286724e+16
# expect: 6.776797623353284e+16
# expect: -6.776804060965436e+16
# expect: 5647338105984039.0
# expect: 1572134439.0

for function in time.mktime, time.asctime:
    try:
        function((-2 ** 31 + 1899, 1, 1, 0, 0, 0, 0, 1, 0))
    except OverflowError as e:
        print(e)
# expect: year out of range
# expect: year out of range
