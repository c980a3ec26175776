import copy
import pickle
from datetime import *


def show(call):
    try:
        print(repr(call()))
    except Exception as e:
        print(type(e).__name__ + ':', e)


class Day(date):
    def __new__(cls, year, month, day, note=None):
        self = super().__new__(cls, year, month, day)
        self.note = note
        return self


class Zone(tzinfo):
    def utcoffset(self, dt):
        return timedelta(hours=2)

    def dst(self, dt):
        return timedelta(hours=1)

    def tzname(self, dt):
        return 'Z%ne'


aware = datetime(2020, 2, 29, 12, 34, 56, 789, tzinfo=Zone())
show(lambda: date(2020, 2, 30))  # expect: ValueError: day is out of range for month
show(lambda: date(0, 1, 1))  # expect: ValueError: year 0 is out of range
show(lambda: date(2020, 1))  # expect: TypeError: function missing required argument 'day' (pos 3)
show(lambda: type(Day(2020, 1, 31) + timedelta(1)))  # expect: <class '__main__.Day'>
show(lambda: date.max + timedelta(1))  # expect: OverflowError: date value out of range
show(lambda: date(2020, 12, 31).isocalendar())  # expect: datetime.IsoCalendarDate(year=2020, week=53, weekday=4)
show(lambda: date.fromisocalendar(2020, 53, 7))  # expect: datetime.date(2021, 1, 3)
show(lambda: date.fromisocalendar(2021, 53, 7))  # expect: ValueError: Invalid week: 53
show(lambda: datetime.fromisoformat('20200229T123456,5+0130'))  # expect: datetime.datetime(2020, 2, 29, 12, 34, 56, 500000, tzinfo=datetime.timezone(datetime.timedelta(seconds=5400)))
show(lambda: datetime.fromisoformat('2020-W09-6 23:59Z'))  # expect: datetime.datetime(2020, 2, 29, 23, 59, tzinfo=datetime.timezone.utc)
show(lambda: time.fromisoformat('T12:34:56.123456789-01:02:03.5'))  # expect: datetime.time(12, 34, 56, 123456, tzinfo=datetime.timezone(datetime.timedelta(days=-1, seconds=82676, microseconds=500000)))
show(lambda: time.fromisoformat('12:3'))  # expect: ValueError: Invalid isoformat string: '12:3'
show(lambda: str(aware))  # expect: '2020-02-29 12:34:56.000789+02:00'
show(lambda: aware.isoformat('\u2603', 'milliseconds'))  # expect: '2020-02-29☃12:34:56.000+02:00'
show(lambda: aware.strftime('%Y %z %:z %Z %f %j'))  # expect: '2020 +0200 +02:00 Z%ne 000789 060'
show(lambda: aware.astimezone(timezone.utc))  # expect: datetime.datetime(2020, 2, 29, 10, 34, 56, 789, tzinfo=datetime.timezone.utc)
show(lambda: aware.astimezone(timezone(-timedelta(hours=3), 'X')))  # expect: datetime.datetime(2020, 2, 29, 7, 34, 56, 789, tzinfo=datetime.timezone(datetime.timedelta(days=-1, seconds=75600), 'X'))
show(lambda: aware - datetime(2020, 2, 29, tzinfo=timezone.utc))  # expect: datetime.timedelta(seconds=38096, microseconds=789)
show(lambda: aware - datetime(2020, 2, 29))  # expect: TypeError: can't subtract offset-naive and offset-aware datetimes
show(lambda: aware < datetime(2020, 2, 29))  # expect: TypeError: can't compare offset-naive and offset-aware datetimes
show(lambda: aware == datetime(2020, 2, 29))  # expect: False
show(lambda: aware == aware.astimezone(timezone.utc))  # expect: True
show(lambda: hash(aware) == hash(aware.astimezone(timezone.utc)))  # expect: True
show(lambda: aware.timestamp())  # expect: 1582972496.000789
show(lambda: aware.utctimetuple())  # expect: time.struct_time(tm_year=2020, tm_mon=2, tm_mday=29, tm_hour=10, tm_min=34, tm_sec=56, tm_wday=5, tm_yday=60, tm_isdst=0)
show(lambda: datetime.fromtimestamp(1e9 + 0.0000005, timezone.utc))  # expect: datetime.datetime(2001, 9, 9, 1, 46, 40, tzinfo=datetime.timezone.utc)
show(lambda: datetime.combine(date(1, 2, 3), time(4, 5, fold=1)))  # expect: datetime.datetime(1, 2, 3, 4, 5, fold=1)
show(lambda: datetime.strptime('7 Mar 2021 +0230', '%d %b %Y %z'))  # expect: datetime.datetime(2021, 3, 7, 0, 0, tzinfo=datetime.timezone(datetime.timedelta(seconds=9000)))
show(lambda: pickle.loads(pickle.dumps(datetime(2020, 1, 1, fold=1, tzinfo=timezone.utc))))  # expect: datetime.datetime(2020, 1, 1, 0, 0, fold=1, tzinfo=datetime.timezone.utc)
show(lambda: datetime(2020, 1, 1, fold=1).__reduce_ex__(4))  # expect: (<class 'datetime.datetime'>, (b'\x07\xe4\x81\x01\x00\x00\x00\x00\x00\x00',))
show(lambda: copy.copy(time(1, 2, 3, 4, timezone.utc)))  # expect: datetime.time(1, 2, 3, 4, tzinfo=datetime.timezone.utc)
show(lambda: time(1, 2).replace(minute=61))  # expect: ValueError: minute must be in 0..59
show(lambda: datetime(b'\x07\xe4\x82\x1d\x0c"8\x00\x03\x15', timezone.utc))  # expect: datetime.datetime(2020, 2, 29, 12, 34, 56, 789, fold=1, tzinfo=datetime.timezone.utc)
show(lambda: timezone(timedelta(days=1)))  # expect: ValueError: offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not datetime.timedelta(days=1).
show(lambda: tzinfo().utcoffset(None))  # expect: NotImplementedError: a tzinfo subclass must implement utcoffset()
show(lambda: date.today() == date.fromtimestamp(__import__('time').time()))  # expect: True
show(lambda: f'{date(2020, 1, 2):%d.%m.%y}|{date(2020, 1, 2)}')  # expect: '02.01.20|2020-01-02'
show(lambda: date(2020, 1, 2) < datetime(2020, 1, 3))  # expect: TypeError: can't compare datetime.datetime to datetime.date
