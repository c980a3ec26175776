"""An archive that is mapped takes no number of a descriptor from the program."""
import os

import zoo

links = []
for name in os.listdir('/proc/self/fd'):
    try:
        links.append(os.readlink('/proc/self/fd/' + name))
    except OSError:
        pass
print(len(links) > 3, [link for link in links if link.endswith('.kimg')], zoo.__name__)
