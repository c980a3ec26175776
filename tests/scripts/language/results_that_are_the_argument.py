text = "abcde"
print("%s" % text is text, "%.5s" % text is text, "%5s" % text is text, text % () is text)  # expect: True True True True
print("{}".format(text) is text, "{:5s}".format(text) is text, text.format() is text)  # expect: True True True
print(text.expandtabs() is text, text.replace("abc", "abc") is text)  # expect: True True
print("%.2s" % text, "%6s" % text, "{:.1}".format(text), "{}{}".format(text, 1))  # expect: ab  abcde a abcde1
