# A list that only it itself refers to besides the call.
import marshal

def cycle():
    items = [1]
    items.append(items)
    return items

read = marshal.loads(marshal.dumps(cycle()))
print(read, read[1] is read)  # expect: [1, [...]] True
shared = marshal.loads(marshal.dumps([(own := []), own]))
print(shared[0] is shared[1])  # expect: True
print(marshal.dumps([]), marshal.dumps([1.5]))  # expect: b'[\x00\x00\x00\x00' b'[\x01\x00\x00\x00\xe7\x00\x00\x00\x00\x00\x00\xf8?'
