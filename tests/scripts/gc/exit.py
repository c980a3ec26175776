# At exit finalizers run, those of cycles too, and find the module's globals as they were.
class Node:
    live = 0

    def __init__(self, name):
        self.name = name
        Node.live += 1

    def __del__(self):
        Node.live -= 1
        print('del', self.name)
        if Node.live == 0:
            print('last')


a = Node('global')
l = [Node('in list')]
l.append(l)
print('end')
# expect: end
# expect: del global
# expect: del in list
# expect: last
