import sys
import threading

results = []
barrier = threading.Barrier(8)
sys.setswitchinterval(1e-5)


def work(n):
    barrier.wait()
    if n % 4 == 0:
        import zoo.values
    elif n % 4 == 1:
        import zoo.ring_b
    elif n % 4 == 2:
        from zoo.shapes import Circle
    else:
        import zoo
    import zoo.values as values
    from zoo import shapes
    results.append((id(shapes), id(values.circle), id(shapes.Circle), values.circle.area(), zoo.first() if n % 4 == 3 else None,
                    [len(values.mixed), sorted(values.names), shapes.plain(n, d=1)[0] == n, shapes.Color(1).name]))


threads = [threading.Thread(target=work, args=(n,)) for n in range(8)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(len(results), len({r[:3] for r in results}), {r[3] for r in results}, {str(r[5]) for r in results})
import zoo
print(zoo.ring_b.seen, zoo.Circle is zoo.shapes.Circle)
