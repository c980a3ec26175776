import csv


class Field:
    def __repr__(self):
        return 'field'

    def __del__(self):
        print('del')


class Stream:
    def write(self, text):
        print('write', text.strip())


csv.writer(Stream()).writerow([Field()])
# expect: write field
# expect: del
