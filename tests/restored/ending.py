import ends

ends.first = None
print('let go')
ends.numbered.clear()
print('end', ends.last.name)
