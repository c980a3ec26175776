"""The names and offsets of zones are those of the system's database."""
import os
import time

for zone in ("Europe/Berlin", "Europe/Dublin", "Asia/Dubai", "Australia/Sydney", "America/New_York", "UTC"):
    os.environ["TZ"] = zone
    time.tzset()
    print(time.tzname, time.timezone, time.altzone, time.daylight)
# expect: ('CET', 'CEST') -3600 -7200 1
# expect: ('GMT', 'IST') 0 -3600 1
# expect: ('+04', '+04') -14400 -14400 0
# expect: ('AEST', 'AEDT') -36000 -39600 1
# expect: ('EST', 'EDT') 18000 14400 1
# expect: ('UTC', 'UTC') 0 0 0

os.environ["TZ"] = "Europe/Berlin"
time.tzset()
print(time.localtime(0).tm_zone, time.localtime(1_750_000_000).tm_zone)     # expect: CET CEST
