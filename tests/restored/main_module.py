import sys
import zoo.main_user as user

value = 3
print(user.main is sys.modules['__main__'] is sys.modules['zoo.__main_alias__'], user.names is globals(), user.main.value)
