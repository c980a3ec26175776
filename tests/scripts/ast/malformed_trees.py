import ast


def attempt(node, mode="exec"):
    if not isinstance(node, ast.mod):
        node = ast.Module([node if isinstance(node, ast.stmt) else ast.Expr(node)], [])
    try:
        compile(ast.fix_missing_locations(node), "<test>", mode)
    except (TypeError, ValueError) as e:
        return f"{type(e).__name__}: {e}"
    return "compiled"


load, store = ast.Name("x", ast.Load()), ast.Name("x", ast.Store())
one, nothing = ast.Constant(1), ast.Pass()

print(attempt(store))    # expect: ValueError: expression must have Load context but has Store instead
print(attempt(ast.Assign([one], one)))    # expect: ValueError: expression which can't be assigned to in Store context
print(attempt(ast.Assign([], one)))       # expect: ValueError: empty targets on Assign
print(attempt(ast.Delete([None])))        # expect: ValueError: None disallowed in expression list
print(attempt(ast.While(one, [], [])))    # expect: ValueError: empty body on While
print(attempt(ast.If(one, [None], [])))   # expect: ValueError: None disallowed in statement list
print(attempt(ast.With([], [nothing])))   # expect: ValueError: empty items on With
print(attempt(ast.Raise(None, one)))      # expect: ValueError: Raise with cause but no exception
print(attempt(ast.Try([nothing], [], [], [])))    # expect: ValueError: Try has neither except handlers nor finalbody
print(attempt(ast.ImportFrom(None, [ast.alias("x", None)], -1)))    # expect: ValueError: Negative ImportFrom level
print(attempt(ast.Global([])))            # expect: ValueError: empty names on Global
print(attempt(ast.BoolOp(ast.And(), [one])))      # expect: ValueError: BoolOp with less than 2 values
print(attempt(ast.Compare(one, [ast.In()], [])))  # expect: ValueError: Compare with no comparators
print(attempt(ast.Dict([], [one])))       # expect: ValueError: Dict doesn't have the same number of keys as values
print(attempt(ast.ListComp(one, [])))     # expect: ValueError: comprehension with no generators
print(attempt(ast.Tuple([None], ast.Load())))     # expect: ValueError: None disallowed in expression list
print(attempt(ast.Name("None", ast.Load())))      # expect: ValueError: identifier field can't represent 'None' constant
print(attempt(ast.AnnAssign(ast.Attribute(load, "a", ast.Store()), one, None, 1)))
# expect: TypeError: AnnAssign with simple non-Name target

arguments = ast.arguments(defaults=[one])
print(attempt(ast.Lambda(arguments, one)))    # expect: ValueError: more positional defaults than args on arguments
print(attempt(ast.FunctionDef("f", ast.arguments(), [nothing])))    # expect: compiled


def match(pattern):
    return attempt(ast.Match(load, [ast.match_case(pattern, None, [nothing])]))


print(match(ast.MatchSingleton(1)))      # expect: ValueError: MatchSingleton can only contain True, False and None
print(match(ast.MatchStar("a")))         # expect: ValueError: can't use MatchStar here
print(match(ast.MatchAs(name="_")))      # expect: ValueError: can't capture name '_' in patterns
print(match(ast.MatchOr([ast.MatchValue(one)])))         # expect: ValueError: MatchOr requires at least 2 patterns
print(match(ast.MatchValue(ast.Constant(True))))
# expect: ValueError: unexpected constant inside of a literal pattern
print(match(ast.MatchValue(load)))       # expect: ValueError: patterns may only match literals and attribute lookups
print(match(ast.MatchClass(one, [], [], [])))
# expect: ValueError: MatchClass cls field can only contain Name or Attribute nodes.
print(match(ast.MatchValue(ast.UnaryOp(ast.USub(), one))))    # expect: compiled

tree = ast.parse("a = 1")
tree.body[0].lineno, tree.body[0].end_lineno = 10, 1
print(attempt(tree))    # expect: ValueError: AST node line range (10, 1) is not valid
tree = ast.parse("a = 1")
tree.body[0].col_offset, tree.body[0].end_col_offset = 10, 1
print(attempt(tree))    # expect: ValueError: line 1, column 10-1 is not a valid range
print(attempt(ast.ImportFrom("m", [ast.alias("x")], 0, lineno=None, col_offset=None)))
# expect: ValueError: invalid integer value: None
