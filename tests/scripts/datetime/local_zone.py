import os
import time
from datetime import datetime, timezone


def zone(name):
    os.environ['TZ'] = name
    time.tzset()
    return time.tzname, time.timezone, time.altzone, time.daylight


print(zone('EST+05EDT,M3.2.0,M11.1.0'))  # expect: (('EST', 'EDT'), 18000, 14400, 1)
print(datetime(2012, 3, 11, 2, 30).timestamp(), datetime(2012, 3, 11, 2, 30, fold=1).timestamp())  # expect: 1331451000.0 1331447400.0
print(datetime(2012, 11, 4, 1, 30).timestamp(), datetime(2012, 11, 4, 1, 30, fold=1).timestamp())  # expect: 1352007000.0 1352010600.0
print(datetime.fromtimestamp(1352010600).fold, datetime.fromtimestamp(1352007000).fold)  # expect: 1 0
print(datetime(2012, 7, 1).astimezone())  # expect: 2012-07-01 00:00:00-04:00
print(time.mktime((2012, 7, 1, 0, 0, 0, 0, 0, -1)), time.mktime((2012, 7, 1, 0, 0, 0, 0, 0, 0)))  # expect: 1341115200.0 1341118800.0
print(zone('AEST-10AEDT-11,M10.5.0,M3.5.0'))  # expect: (('AEST', 'AEDT'), -36000, -39600, 1)
print(time.strftime('%F %T %Z %z', time.localtime(1352010600)))  # expect: 2012-11-04 17:30:00 AEDT +1100
print(zone('<+0330>-3:30'))  # expect: (('+0330', '+0330'), -12600, -12600, 0)
print(datetime(2020, 1, 1, tzinfo=timezone.utc).astimezone())  # expect: 2020-01-01 03:30:00+03:30
print(zone('nonsense!'))  # expect: (('nonsense', 'nonsense'), 0, 0, 0)
print(zone(''))  # expect: (('UTC', 'UTC'), 0, 0, 0)
