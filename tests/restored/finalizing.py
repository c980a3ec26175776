import late


class Last:
    def __del__(self):
        print('last:', late.use(late.use))


print('end')
last = Last()
