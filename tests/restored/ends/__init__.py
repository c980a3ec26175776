"""What it holds ends when nobody refers to it, and at the end of the program."""


class Ending:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('ended:', self.name)


first = Ending('first')
numbered = {1: Ending('numbered')}
last = Ending('last')
