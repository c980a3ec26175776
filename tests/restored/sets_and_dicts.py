from zoo import shapes, values

# Membership and lookups are independent of hash seeds.
for name in ('red', 'green', 'blue', 'black', 'white', 'orange', 'violet', 'none'):
    print(name, name in values.names, name in values.fixed, name in values.by_name, values.by_name.get(name))
print(sorted(values.names), sorted(values.fixed), list(values.by_name), len(values.names), values.names == values.fixed)
print(list(values.mixed.values()), values.mixed['a'], values.mixed[(1, 'x')], values.mixed[None], values.mixed[2.5], values.mixed[1.0])
print(values.mixed[shapes.Color.RED], shapes.Color.BLUE in values.colors, values.colors == {shapes.Color.BLUE, shapes.Color.RED})
print(hash(values.fixed) == hash(frozenset(values.names)), values.fixed in {frozenset(values.names)})
print(values.names | {'x'} > values.names, values.names & {'red', 'x'}, values.names ^ values.fixed)
print(values.pattern in {values.pattern}, {values.point: 1}[shapes.Point(1)], {values.frozen: 2}[shapes.Frozen()])
print({values.text: 1}['zoo \u20ac \U0001f40d'], hash(values.text) == hash('zoo \u20ac \U0001f40d'), values.by_name | {'q': 1})
print(set(vars(shapes.Color)['_value2member_map_']), shapes.Color._member_names_, values.counts == dict(h=1, e=1, l=2, o=1))
print(len(set(values.by_name) | values.names), values.ordered == dict(a=2, b=1), list(values.ordered), list(values.proxy))
print(len(values.kept.known), all(keeper in values.kept.known for keeper in values.kept.known),
      values.Keeper(values.Keeper(17)) in values.kept.known, hash(values.kept) == hash(('keeper', values.kept.values)))
print(values.empty_hash == hash(range(0)))
print(list(values.crowded), [list(numbers) for numbers in values.crowded_orders])
values.crowded.update([48, 8])
print(list(values.crowded), all(number in values.crowded for number in (0, 3, 8, 16, 24, 40, 48)))
print(len(values.many), 1024 in values.many, 1 in values.many, sum(values.many))
