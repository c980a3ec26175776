class Long:
    def __len__(self):
        return 2**40


print(len(Long()), bool(Long()))  # expect: 1099511627776 True
print(len(range(2**40)), range(2**40).__len__())  # expect: 1099511627776 1099511627776
print(range(2**63).__len__())  # expect error: OverflowError: Python int too large to convert to C ssize_t
