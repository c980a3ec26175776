separator = bytearray(b",")


def parts():
    separator.clear()
    yield b"a"


separator.join(parts())  # expect error: BufferError: Existing exports of data: object cannot be re-sized
