import io
import tokenize


def show(source):
    for t in tokenize.generate_tokens(io.StringIO(source, newline='').readline):
        print(tokenize.tok_name[t.type], repr(t.string), t.start, t.end)


show('x = 1 # note\n')
# expect: NAME 'x' (1, 0) (1, 1)
# expect: OP '=' (1, 2) (1, 3)
# expect: NUMBER '1' (1, 4) (1, 5)
# expect: COMMENT '# note' (1, 6) (1, 12)
# expect: NEWLINE '\n' (1, 12) (1, 13)
# expect: ENDMARKER '' (2, 0) (2, 0)

show('if é:\r\n  (1,\n\n 2)')
# expect: NAME 'if' (1, 0) (1, 2)
# expect: NAME 'é' (1, 3) (1, 4)
# expect: OP ':' (1, 4) (1, 5)
# expect: NEWLINE '\r\n' (1, 5) (1, 7)
# expect: INDENT '  ' (2, 0) (2, 2)
# expect: OP '(' (2, 2) (2, 3)
# expect: NUMBER '1' (2, 3) (2, 4)
# expect: OP ',' (2, 4) (2, 5)
# expect: NL '\n' (2, 5) (2, 6)
# expect: NL '\n' (3, 0) (3, 1)
# expect: NUMBER '2' (4, 1) (4, 2)
# expect: OP ')' (4, 2) (4, 3)
# expect: NEWLINE '' (4, 3) (4, 4)
# expect: DEDENT '' (5, 0) (5, 0)
# expect: ENDMARKER '' (5, 0) (5, 0)

show('f"a{b!r:>{c}}{{"\n')
# expect: FSTRING_START 'f"' (1, 0) (1, 2)
# expect: FSTRING_MIDDLE 'a' (1, 2) (1, 3)
# expect: OP '{' (1, 3) (1, 4)
# expect: NAME 'b' (1, 4) (1, 5)
# expect: OP '!' (1, 5) (1, 6)
# expect: NAME 'r' (1, 6) (1, 7)
# expect: OP ':' (1, 7) (1, 8)
# expect: FSTRING_MIDDLE '>' (1, 8) (1, 9)
# expect: OP '{' (1, 9) (1, 10)
# expect: NAME 'c' (1, 10) (1, 11)
# expect: OP '}' (1, 11) (1, 12)
# expect: FSTRING_MIDDLE '' (1, 12) (1, 12)
# expect: OP '}' (1, 12) (1, 13)
# expect: FSTRING_MIDDLE '{' (1, 13) (1, 14)
# expect: FSTRING_END '"' (1, 15) (1, 16)
# expect: NEWLINE '\n' (1, 16) (1, 17)
# expect: ENDMARKER '' (2, 0) (2, 0)

for source in ('(\n', "'a\n", 'if x:\n    y\n  z\n'):
    try:
        list(tokenize.generate_tokens(io.StringIO(source).readline))
    except Exception as e:
        print(type(e).__name__, e.args[0], e.args[1][:2] if type(e) is tokenize.TokenError else e.lineno)
# expect: TokenError unexpected EOF in multi-line statement (1, 0)
# expect: TokenError unterminated string literal (detected at line 1) (1, 1)
# expect: IndentationError unindent does not match any outer indentation level 3
