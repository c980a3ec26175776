"""What CPython 3.12 says about our golden files and its own standard library; run by SyntaxTest if there is one.

    oracle.py errors FILE    prints FILE with the expectations that are true
    oracle.py tree FILE      prints the trees of the statements of FILE, one a line
    oracle.py library        prints the name and the MD5 of the tree of each file of the standard library
"""
import ast
import hashlib
import os
import sys
import warnings

warnings.simplefilter("ignore")
sys.setrecursionlimit(10000)
sys.stdout.reconfigure(encoding="utf-8", errors="surrogatepass", newline="\n")


def errors(name):
    mode, source = None, []
    for line in open(name, encoding="utf-8"):
        if line.startswith("#### "):
            mode, source = line[5:].strip(), []
        elif line.startswith("#> ") and mode:
            print("".join(source), end="")
            try:
                compile("".join(source), "<golden>", mode, ast.PyCF_ONLY_AST)
                print("#> accepted")
            except SyntaxError as e:
                print(f"#> {type(e).__name__}: {e.msg}")
                print(f"#> {e.lineno}:{e.offset}-{e.end_lineno}:{e.end_offset}")
            mode = None
            continue
        elif mode:
            source.append(line)
            continue
        elif line.startswith("#> "):
            continue
        print(line, end="")


def text(data):
    return ast.dump(compile(data, "<golden>", "exec", ast.PyCF_ONLY_AST), include_attributes=True)


def tree(name):
    with open(name, "rb") as file:
        for statement in ast.parse(file.read()).body:
            print(ast.dump(ast.Module([statement], []), include_attributes=True))


def library():
    top = os.path.dirname(os.__file__)
    for folder, folders, names in os.walk(top):
        folders[:] = [f for f in folders if f not in ("test", "tests", "site-packages", "__pycache__")]
        for name in names:
            path = os.path.join(folder, name)
            if name.endswith(".py"):
                with open(path, "rb") as file:
                    data = file.read()
                try:
                    digest = hashlib.md5(text(data).encode("utf-8", "surrogatepass")).hexdigest()
                except SyntaxError:
                    continue
                print(path, digest, sep="\t")


{"errors": errors, "tree": tree, "library": library}[sys.argv[1]](*sys.argv[2:])
