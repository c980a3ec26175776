class Namespace(dict):
    def keys(self):
        return list("xyz")


print({**Namespace(a=1)})  # expect: {'a': 1}
print(eval("[locals() for i in (2, 3)]", {}, Namespace()))  # expect: [{'i': 2}, {'i': 3}]
{**1}  # expect error: TypeError: 'int' object is not a mapping
