names = {1: 'one', 'two': 2}
lists = {1: []}
pairs = {1: (1, 2)}
empty = {}
