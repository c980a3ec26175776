import uuid

first, second = uuid.uuid1(), uuid.uuid1()
print(first.version, first.variant, first != second, first.time < second.time, first.node == second.node)  # expect: 1 specified in RFC 4122 True True True
print(uuid.uuid3(uuid.NAMESPACE_DNS, 'python.org'), uuid.uuid5(uuid.NAMESPACE_DNS, 'python.org'))  # expect: 6fa459ea-ee8a-3ca4-894e-db77e160355e 886313e1-3b8a-5372-9b90-0c9aee199e5d
print(uuid.uuid4().version, len(str(uuid.uuid4())))  # expect: 4 36
