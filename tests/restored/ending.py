import ends

print('end', ends.last.name)
