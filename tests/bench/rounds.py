"""Runs a program's run() again and again and prints a JSON list of the times in ms, after checking each result.

usage: rounds.py PROGRAM SECONDS
"""
import json
import runpy
import sys
import time

program = runpy.run_path(sys.argv[1])
run, expected = program['run'], program['RESULT']
end = time.perf_counter() + float(sys.argv[2])
times = []
while not times or time.perf_counter() < end:
    start = time.perf_counter()
    result = run()
    times.append((time.perf_counter() - start) * 1000)
    if result != expected:
        sys.exit(f'{sys.argv[1]}: run() gives {result!r}, expected {expected!r}')
print(json.dumps(times))
