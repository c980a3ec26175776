# zoneinfo looks where systems keep their zones.
import zoneinfo

print("/usr/share/zoneinfo" in zoneinfo.TZPATH)  # expect: True
