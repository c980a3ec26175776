"""Modules that ask something of their process, out of a heap archive, where the answer is another.

usage: asks.py [--krait FILE] [--out DIR] [--ways WAY,...] [--questions NAME,...] [DIFFERENCE ...]

Each question is a module that asks while it is executed, itself, by a function of another module and by a cached one.
An archive of all is used in surroundings that differ in one thing from those of the capture, and the other way round:
what the modules have found must be what executed ones find there. Answers that are others each time must not be those
of the capture. Ways to capture: plain; layers (another archive with half of the modules before it); main (the program
itself is captured). The status is 1 when something is wrong.
"""

import argparse
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
KRAIT = HERE.parent.parent / 'launcher/target/krait/bin/krait'
# What a module asks: the modules that it needs, and an expression or, for several lines, statements that set x.
QUESTIONS = {
    # The standard streams
    'stdout_tty': ('sys', 'sys.stdout.isatty()'),
    'stdin_tty': ('sys', 'sys.stdin.isatty(), sys.stdin.fileno()'),
    'os_isatty': ('os', 'os.isatty(0), os.isatty(1)'),
    'encodings': ('sys', 'sys.stdin.encoding, sys.stdout.encoding, sys.stderr.encoding'),
    'errors': ('sys', 'sys.stdin.errors, sys.__stdout__.errors'),
    'buffering': ('sys', 'sys.stdout.line_buffering, sys.stdout.write_through'),
    'fstat': ('os', 'os.fstat(1).st_mode >> 12'),
    'ttyname': ('os', 'try:\n    x = os.ttyname(0)\nexcept OSError as e:\n    x = e.errno'),
    'device_encoding': ('os', 'os.device_encoding(0)'),
    'blocking': ('os', 'os.get_blocking(0), os.get_inheritable(0)'),
    'read_line': ('sys', 'sys.stdin.readline()'),
    'replaced': ('sys', 'sys.stdout is sys.__stdout__, type(sys.stdout).__name__'),
    'terminal_size': ('shutil', 'shutil.get_terminal_size()'),
    'tcgetattr': ('termios', 'try:\n    x = len(termios.tcgetattr(0))\nexcept termios.error as e:\n    x = e.args'),
    'ready': ('select, sys', 'try:\n    x = len(select.select([sys.stdin], [], [], 0)[0])\nexcept OSError as e:\n    x = 1'),
    # The zone and the clock
    'zone': ('time', 'time.tzname, time.timezone, time.daylight'),
    'zone_from': ('time', 'from time import tzname as x'),
    'local_hour': ('time', 'time.localtime(0).tm_hour, time.strftime("%H", time.localtime(0))'),
    'mktime': ('time', 'time.mktime((2020, 1, 1, 0, 0, 0, 0, 0, 0))'),
    'strptime': ('time', 'time.strptime("2020 UTC", "%Y %Z").tm_isdst'),
    'fromtimestamp': ('datetime', 'str(datetime.datetime.fromtimestamp(0))'),
    'astimezone': ('datetime', 'str(datetime.datetime(2020, 1, 1).astimezone().tzinfo)'),
    'timestamp': ('datetime', 'datetime.datetime(2020, 1, 1).timestamp()'),
    'email_zone': ('email.utils', 'email.utils.formatdate(0, localtime=True)'),
    'http_date': ('http.cookiejar', 'http.cookiejar.time2isoz(0)'),
    'now': ('time', 'time.time_ns()'),
    'monotonic': ('time', 'time.monotonic_ns(), time.perf_counter_ns()'),
    'cpu_time': ('time', 'time.process_time_ns()'),
    'today': ('datetime', 'datetime.datetime.now()'),
    'ctime': ('time', 'time.clock_gettime_ns(time.CLOCK_REALTIME)'),
    'log_record': ('logging', 'logging.LogRecord("a", 1, "b", 1, "c", (), None).created'),
    # Entropy and numbers of the process
    'random': ('random', 'random.random(), random.randint(0, 10**9)'),
    'random_new': ('random', 'random.Random().random()'),
    'seeded': ('random', 'random.Random(1).random()'),
    'secrets': ('secrets', 'secrets.token_hex()'),
    'uuids': ('uuid', 'uuid.uuid1(), uuid.uuid4()'),
    'urandom': ('os', 'os.urandom(8)'),
    'pid': ('os', 'os.getpid(), os.getpgrp()'),
    'hash': ('', 'hash("abc")'),
    'hash_part': ('', '(hash("abc"), 1)'),
    'temporary': ('tempfile', 'next(tempfile._get_candidate_names())'),
    # The environment, the user, the host
    'getenv': ('os', 'os.environ.get("Q"), os.getenv("Q", 1)'),
    'in_environ': ('os', '"Q" in os.environ'),
    'environ_copy': ('os', 'dict(os.environ).get("Q"), os.environ.copy().get("Q")'),
    'environ_loop': ('os', '[k for k in os.environ if k == "Q"]'),
    'environb': ('os', 'os.environb.get(b"Q")'),
    'environ_all': ('os', 'len(os.environ)'),
    'expandvars': ('os', 'os.path.expandvars("$Q")'),
    'home': ('os', 'os.path.expanduser("~")'),
    'path_home': ('pathlib', 'str(pathlib.Path.home())'),
    'tempdir': ('tempfile', 'tempfile.gettempdir()'),
    'user': ('getpass', 'getpass.getuser()'),
    'which': ('shutil', 'shutil.which("ls")'),
    'exec_path': ('os', 'os.get_exec_path()'),
    'editor': ('webbrowser, os', 'os.environ.get("BROWSER"), webbrowser._tryorder'),
    'proxies': ('urllib.request', 'urllib.request.getproxies()'),
    'user_site': ('site', 'site.ENABLE_USER_SITE, site.getusersitepackages()'),
    'scheme': ('sysconfig', 'sysconfig.get_path("purelib", "posix_user")'),
    'node': ('platform', 'platform.node(), platform.release()'),
    'hostname': ('socket', 'socket.gethostname()'),
    'address': ('socket', 'socket.gethostbyname("localhost")'),
    'service': ('socket', 'try:\n    x = socket.getservbyname("http")\nexcept OSError as e:\n    x = str(e)'),
    'processors': ('os', 'os.cpu_count(), len(os.sched_getaffinity(0))'),
    'sysconf': ('os', 'os.sysconf("SC_NPROCESSORS_ONLN"), os.sysconf("SC_PAGE_SIZE"), os.confstr("CS_PATH")'),
    'limits': ('resource', 'resource.getrlimit(resource.RLIMIT_NOFILE)'),
    'usage': ('resource', 'resource.getrusage(resource.RUSAGE_SELF).ru_utime'),
    'nice': ('os', 'os.getpriority(os.PRIO_PROCESS, 0)'),
    'load': ('os', 'len(os.getloadavg())'),
    'locale_now': ('locale', 'locale.setlocale(locale.LC_ALL), locale.setlocale(locale.LC_CTYPE, None)'),
    'locale_own': ('locale', 'locale.setlocale(locale.LC_CTYPE, "")'),
    'locale_encoding': ('locale', 'locale.getpreferredencoding(), locale.getencoding(), locale.getlocale()'),
    'localeconv': ('locale', 'locale.localeconv()["decimal_point"]'),
    'language': ('gettext', 'type(gettext.translation("zork", fallback=True)).__name__, gettext.find("zork")'),
    'umask': ('os', 'x = os.umask(0)\nos.umask(x)'),
    'pipe': ('os', 'x = os.pipe()\nx = os.write(x[1], b"1")'),
    # The command line and the settings of the VM
    'argv': ('sys', 'sys.argv[1:]'),
    'orig_argv': ('sys', '"x" in sys.orig_argv'),
    'flags': ('sys', 'sys.flags.optimize, sys.flags[2], __debug__'),
    'all_flags': ('sys', 'tuple(sys.flags), sys.flags.dev_mode'),
    'xoptions': ('sys', 'sorted(sys._xoptions)'),
    'warnoptions': ('sys', 'sys.warnoptions'),
    'filters': ('warnings', 'warnings.filters[0][0], len(warnings.filters)'),
    'bytecode': ('sys', 'sys.dont_write_bytecode, sys.pycache_prefix'),
    'cached': ('', '(__cached__ or "")[-20:], __spec__.cached == __cached__'),
    'int_digits': ('sys', 'sys.get_int_max_str_digits()'),
    'recursion': ('sys', 'sys.getrecursionlimit()'),
    'switching': ('sys', 'sys.getswitchinterval()'),
    'collector': ('gc', 'gc.isenabled(), gc.get_threshold(), gc.get_debug()'),
    'faulthandler': ('faulthandler', 'faulthandler.is_enabled()'),
    'tracemalloc': ('tracemalloc', 'tracemalloc.is_tracing()'),
    'hooks': ('sys', 'sys.excepthook is sys.__excepthook__, sys.displayhook is sys.__displayhook__'),
    'breakpoint': ('sys', 'sys.breakpointhook is sys.__breakpointhook__'),
    'tracing': ('sys', 'sys.gettrace() is None, sys.getprofile() is None'),
    'asyncgen': ('sys', 'sys.get_asyncgen_hooks().firstiter is None, sys.get_coroutine_origin_tracking_depth()'),
    'handled': ('sys', 'sys.exc_info()[0], sys.exception()'),
    'decimal': ('decimal', 'str(decimal.Decimal(1) / 3), decimal.getcontext().prec'),
    'decimal_sum': ('decimal', 'str(decimal.Decimal(1) / 3)'),
    'dialects': ('csv', 'sorted(csv.list_dialects()), csv.field_size_limit()'),
    'codec': ('codecs', 'try:\n    x = codecs.lookup("zork").name\nexcept LookupError as e:\n    x = str(e)'),
    'error_handler': ('codecs', 'try:\n    x = codecs.lookup_error("zork") is len\nexcept LookupError as e:\n    x = str(e)'),
    'signals': ('signal', 'signal.getsignal(signal.SIGUSR1), signal.getsignal(signal.SIGTERM)'),
    'set_signal': ('signal', 'signal.signal(signal.SIGUSR2, signal.SIG_DFL)'),
    'masked': ('signal', 'sorted(signal.pthread_sigmask(signal.SIG_BLOCK, []))'),
    'timeout': ('socket', 'socket.getdefaulttimeout()'),
    'atexit': ('atexit', 'atexit._ncallbacks() > 3'),
    'audit': ('sys', 'sys.audit("zork", 1)'),
    # Modules, the program and its threads
    'loaded': ('sys', '"fractions" in sys.modules, "zlib" in sys.modules'),
    'loaded_get': ('sys', 'getattr(sys.modules.get("fractions"), "__name__", 0)'),
    'loaded_all': ('sys', '[m for m in list(sys.modules) if m == "fractions"]'),
    'loaded_keys': ('sys', '"fractions" in sys.modules.keys(), sys.modules.setdefault("fractions_of", 1)'),
    'main': ('__main__', 'getattr(__main__, "FLAG", None)'),
    'main_file': ('sys', 'os_path = sys.modules["__main__"].__file__\nx = os_path[-5:]'),
    'main_names': ('sys', '"FLAG" in vars(sys.modules["__main__"])'),
    'importer': ('sys', 'f = sys._getframe(1)\nwhile f.f_code.co_filename[:1] == "<":\n    f = f.f_back\n'
                 'x = f.f_globals["__name__"], f.f_lineno'),
    'stack': ('inspect', 'len(inspect.stack())'),
    'traceback': ('traceback', 'len(traceback.extract_stack())'),
    'thread': ('threading', 'threading.current_thread().name, threading.active_count()'),
    'thread_main': ('threading', 'threading.current_thread() is threading.main_thread()'),
    'ident': ('threading', 'threading.get_ident() == threading.main_thread().ident'),
    'ident_number': ('threading', 'threading.get_ident()'),
    'local': ('threading', 'x = threading.local()\nx.a = 1\nx = x.a'),
    'loop': ('asyncio', 'asyncio._get_running_loop() is None'),
    'context': ('contextvars', 'len(contextvars.copy_context())'),
    'builtins': ('builtins', 'getattr(builtins, "zork", None)'),
    'builtin_name': ('', 'try:\n    x = zork\nexcept NameError:\n    x = 0'),
    'builtin_open': ('builtins', 'builtins.open is __import__("io").open, len([1])'),
    'sys_name': ('sys', 'getattr(sys, "zork", None), hasattr(sys, "ps1")'),
    'path': ('sys', '[p for p in sys.path if "zork" in p], len(sys.path)'),
    'path_in': ('sys', '"/zork" in sys.path'),
    'path_hooks': ('sys', 'len(sys.path_hooks), len(sys.meta_path)'),
    'find_spec': ('importlib.util', 'importlib.util.find_spec("zork_module") is None'),
    'try_import': ('', 'try:\n    import zork_module\n    x = 1\nexcept ImportError:\n    x = 0'),
    'iter_modules': ('pkgutil, os', 'sorted(m.name for m in pkgutil.iter_modules([os.path.dirname(__file__)]) '
                     'if "zork" in m.name)'),
    'distributions': ('importlib.metadata', 'len(list(importlib.metadata.distributions()))'),
    'log_level': ('logging', 'logging.getLogger().level, len(logging.getLogger().handlers)'),
    'log_enabled': ('logging', 'logging.getLogger("zork").isEnabledFor(10)'),
    'log_raise': ('logging', 'logging.raiseExceptions, logging.root.manager.disable'),
    'mimetypes': ('mimetypes', 'mimetypes.guess_type("a.zork")'),
    'patched': ('os', 'os.path.exists("/zork"), os.sep'),
    'types_registered': ('copyreg', 'len([t for t in copyreg.dispatch_table if t.__name__ == "Fraction"])'),
    'subclasses': ('', '[c.__name__ for c in ArithmeticError.__subclasses__() if c.__name__ == "Zork"]'),
    'abc': ('collections.abc, array', 'issubclass(array.array, collections.abc.Hashable), '
            'isinstance(zip(), collections.abc.Sized)'),
    # Files
    'cwd': ('os', 'os.getcwd()[-4:], os.path.abspath("a")[-6:]'),
    'file': ('', 'open(__file__).read()[:3]'),
    'data': ('os', 'open(os.path.join(os.path.dirname(__file__), "data")).read()'),
    'data_size': ('os', 'os.stat(os.path.join(os.path.dirname(__file__), "data")).st_size'),
    'data_path': ('pathlib', '(pathlib.Path(__file__).parent / "data").read_text()'),
    'data_pkg': ('pkgutil', 'pkgutil.get_data(__name__, "data")'),
    'linecache': ('linecache, os', 'linecache.getline(os.path.join(os.path.dirname(__file__), "data"), 1)'),
    'listed': ('os', 'sorted(os.listdir(os.path.join(os.path.dirname(__file__), "sub")))'),
    'walked': ('os', '[f for _, _, f in os.walk(os.path.join(os.path.dirname(__file__), "sub"))]'),
    'globbed': ('glob, os', 'len(glob.glob(os.path.join(os.path.dirname(__file__), "sub", "*")))'),
    'exists': ('os', 'os.path.exists(os.path.join(os.path.dirname(__file__), "sub", "new"))'),
    'access': ('os', 'os.access(os.path.join(os.path.dirname(__file__), "data"), os.W_OK)'),
    'made': ('os', 'try:\n    x = os.mkdir(os.path.join(os.path.dirname(__file__), "sub"))\n'
             'except FileExistsError as e:\n    x = e.errno'),
    'opened': ('os', 'f = os.open(__file__, os.O_RDONLY)\nx = len(os.read(f, 3))\nos.close(f)'),
    'relative': ('os', 'os.path.exists("data")'),
    'process': ('subprocess', 'subprocess.check_output("echo $Q", shell=True)'),
}
# What differs: environment variables, options, arguments, statements of the program before it imports, and others.
DIFFERENCES = {
    'nothing': {},
    'variable': {'env': {'Q': '2'}},
    'stdin': {'stdin': 'something else\n' * 9},
    'tty': {'tty': 'out'},
    'tty_in': {'tty': 'in'},
    'no_stdin': {'tty': 'closed'},
    'columns': {'env': {'COLUMNS': '99'}},
    'encoding': {'env': {'PYTHONIOENCODING': 'latin-1:replace'}},
    'unbuffered': {'env': {'PYTHONUNBUFFERED': '1'}},
    'zone': {'env': {'TZ': 'Asia/Tokyo'}},
    'locale': {'env': {'LC_ALL': 'POSIX', 'PYTHONCOERCECLOCALE': '0', 'PYTHONUTF8': '0'}},
    'language': {'env': {'LANGUAGE': 'de', 'LANG': 'de_DE.UTF-8'}},
    'utf8': {'env': {'PYTHONUTF8': '1'}},
    'home': {'env': {'HOME': '/zork', 'LOGNAME': 'zork', 'TMPDIR': '/var/tmp'}},
    'path_variable': {'env': {'PATH': '/usr/bin:/bin:/zork'}},
    'browser': {'env': {'BROWSER': 'zork'}},
    'proxy': {'env': {'http_proxy': 'http://zork:1'}},
    'seed': {'env': {'PYTHONHASHSEED': '7'}},
    'python_path': {'env': {'PYTHONPATH': '/zork'}},
    'user_base': {'env': {'PYTHONUSERBASE': '/zork'}},
    'no_user_site': {'env': {'PYTHONNOUSERSITE': '1'}},
    'optimize': {'options': ['-O']},
    'isolated': {'options': ['-P']},
    'x_option': {'options': ['-Xzork=1']},
    'w_option': {'options': ['-Wignore::UserWarning']},
    'dev': {'options': ['-Xdev']},
    'faulthandler': {'options': ['-Xfaulthandler']},
    'tracemalloc': {'options': ['-Xtracemalloc']},
    'digits': {'options': ['-Xint_max_str_digits=9999']},
    'no_bytecode': {'options': ['-B']},
    'prefix': {'env': {'PYTHONPYCACHEPREFIX': '/tmp/zork'}},
    'breakpoint': {'env': {'PYTHONBREAKPOINT': '0'}},
    'arguments': {'arguments': ['x', 'y']},
    'folder': {'cwd': 'sub'},
    'umask': {'shell': 'umask 077'},
    'nice': {'shell': 'renice -n 5 $$ >/dev/null'},
    'one_processor': {'shell': 'taskset -p -c 0 $$ >/dev/null'},
    'limit': {'shell': 'ulimit -n 999'},
    'new_data': {'files': {'data': 'other data\n'}},
    'new_file': {'files': {'sub/new': ''}},
    'new_module': {'files': {'zork_module.py': ''}},
    'p_flag': {'before': 'FLAG = 1\n\n\n'},
    'p_modules': {'before': 'import fractions, zlib'},
    'p_sys': {'before': 'import sys; sys.ps1 = 1; sys.zork = 2; sys.excepthook = len; sys.displayhook = len'},
    'p_builtins': {'before': 'import builtins; builtins.zork = 1'},
    'p_logging': {'before': 'import logging; logging.basicConfig(level=10)'},
    'p_log_disable': {'before': 'import logging; logging.disable(30); logging.raiseExceptions = False'},
    'p_limits': {'before': 'import sys; sys.setrecursionlimit(3000); sys.setswitchinterval(1)'},
    'p_decimal': {'before': 'import decimal; decimal.getcontext().prec = 5'},
    'p_decimal_default': {'before': 'import decimal; decimal.DefaultContext.prec = 5; '
                          'decimal.setcontext(decimal.Context())'},
    'p_signal': {'before': 'import signal; signal.signal(signal.SIGUSR1, signal.SIG_IGN); '
                 'signal.signal(signal.SIGUSR2, signal.SIG_IGN)'},
    'p_mask': {'before': 'import signal; signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1])'},
    'p_csv': {'before': 'import csv; csv.register_dialect("zork"); csv.field_size_limit(999)'},
    'p_codec': {'before': 'import codecs; codecs.register(lambda n: codecs.lookup("utf-8") if n == "zork" else None); '
                'codecs.register_error("zork", len)'},
    'p_warnings': {'before': 'import warnings; warnings.simplefilter("error", ImportWarning)'},
    'p_gc': {'before': 'import gc; gc.disable(); gc.set_threshold(1, 2, 3)'},
    'p_environ': {'before': 'import os; os.environ["Q"] = "3"'},
    'p_putenv': {'before': 'import os; os.putenv("Q", "3")'},
    'p_path': {'before': 'import sys; sys.path.append("/zork")'},
    'p_argv': {'before': 'import sys; sys.argv.append("x")'},
    'p_chdir': {'before': 'import os; os.chdir(os.path.join(os.path.dirname(os.path.abspath(__file__)), "sub"))'},
    'p_umask': {'before': 'import os; os.umask(0o77)'},
    'p_zone': {'before': 'import os, time; os.environ["TZ"] = "Asia/Tokyo"; time.tzset()'},
    'p_locale': {'before': 'import locale; locale.setlocale(locale.LC_CTYPE, "C")'},
    'p_stdout': {'before': 'import sys, io; sys.stdout = io.StringIO(); sys.stdin = io.StringIO("a\\n")'},
    'p_timeout': {'before': 'import socket; socket.setdefaulttimeout(3)'},
    'p_atexit': {'before': 'import atexit\nfor i in range(5):\n    atexit.register(len, ())'},
    'p_thread': {'in_thread': True},
    'p_function': {'in_function': True},
    'p_except': {'in_except': True},
    'p_loop': {'in_loop': True},
    'p_context': {'before': 'import contextvars; v = contextvars.ContextVar("v"); v.set(1)'},
    'p_faulthandler': {'before': 'import faulthandler; faulthandler.enable()'},
    'p_random': {'before': 'import random; random.seed(1)'},
    'p_time': {'before': 'import time; time.time = time.monotonic = lambda: 1.0'},
    'p_exists': {'before': 'import os.path; os.path.exists = lambda p: p == "/zork"'},
    'p_getcwd': {'before': 'import os; os.getcwd = lambda: "/zork"'},
    'p_hostname': {'before': 'import socket, platform, os; socket.gethostname = platform.node = lambda: "zork"; '
                   'os.cpu_count = lambda: 77'},
    'p_user': {'before': 'import getpass, os; getpass.getuser = lambda: "zork"; os.getenv = lambda *a: 5'},
    'p_subclass': {'before': 'class Zork(ArithmeticError): pass'},
    'p_mimetypes': {'before': 'import mimetypes; mimetypes.add_type("a/zork", ".zork")'},
    'p_fake': {'before': 'import sys, types; sys.modules["zork_module"] = types.ModuleType("zork_module")'},
    'p_finder': {'before': 'import sys\ndef hook(p):\n    raise ImportError(p)\nsys.path_hooks.append(hook)'},
    'p_fraction': {'before': 'import fractions, copyreg; copyreg.pickle(fractions.Fraction, repr)'},
    'p_umask_stdin': {'before': 'import sys; sys.stdin.readline()'},
    'p_asyncgen': {'before': 'import sys; sys.set_asyncgen_hooks(firstiter=len); '
                   'sys.set_coroutine_origin_tracking_depth(3)'},
    'p_tempdir': {'before': 'import tempfile; tempfile.tempdir = "/zork"'},
    'p_linecache': {'before': 'import linecache, os; linecache.getlines('
                    'os.path.join(os.path.dirname(os.path.abspath(__file__)), "data")); linecache.getline = len'},
}
RESULT = """
import json
def tell():
    with open(os.path.join(folder, 'result'), 'w') as f:
        json.dump(found, f)
"""
IMPORT = """
import sys, os, importlib
folder = os.path.dirname(os.path.abspath(__file__))
found = {}
def ask():
    for name in %r:
        try:
            found[name] = repr(getattr(__import__(name), 'x', None))
        except BaseException as e:
            found[name] = 'raises ' + repr(e)
"""
RUN = {
    'in_thread': 'import threading\nt = threading.Thread(target=ask, name="zork")\nt.start()\nt.join()\n',
    'in_function': 'def deeper():\n    def inner():\n        ask()\n    inner()\ndeeper()\n',
    'in_except': 'try:\n    1 / 0\nexcept ZeroDivisionError:\n    ask()\n',
    'in_loop': 'import asyncio\nasync def run():\n    ask()\nasyncio.run(run())\n',
}
# What is another each time, though a coarse clock may tell the same twice.
VARYING = {'now', 'monotonic', 'cpu_time', 'today', 'ctime', 'log_record', 'usage'}
# By difference, the questions whose answers are known to be those of the capture: see the gaps in docs/design/0007-heap.md.
GAPS = {'p_codec': {'codec', 'error_handler'}}
TIMEOUT_SECONDS = 120
SHOWN = 120


class Surroundings:
    """A folder with the modules of all questions, and how the program is run in it."""

    def __init__(self, krait, folder, questions, way):
        self.krait, self.folder, self.way = str(krait), pathlib.Path(folder), way
        self.names = []
        (self.folder / 'sub').mkdir()
        (self.folder / 'data').write_text('data\n')
        functions = []
        for name in questions:
            needs, text = QUESTIONS[name]
            statements = text if '\n' in text or ' import ' in text else 'x = ' + text
            imports = f'import {needs}\n' if needs else ''
            self.write(f'ask_{name}', imports + statements)
            indented = statements.replace('\n', '\n    ')
            functions.append(f'def q_{name}():\n    {imports and "import " + needs}\n    {indented}\n    return x\n')
            self.write(f'far_{name}', f'import answers\nx = answers.q_{name}()')
            self.write(f'kept_{name}', f'import answers\nx = answers.kept("{name}")')
            self.names += [f'ask_{name}', f'far_{name}', f'kept_{name}']
        self.write('answers', 'import functools\n' + ''.join(functions)
                   + '@functools.cache\ndef kept(name):\n    return globals()["q_" + name]()')

    def write(self, module, text):
        (self.folder / f'{module}.py').write_text(text + '\n')

    def program(self, names, before, run):
        text = IMPORT % names + RESULT
        if self.way == 'main':
            text += 'import krait.snapshot\n' + run + 'krait.snapshot.take(main=tell)\ntell()\n'
        else:
            text = before + '\n' + text + run + 'tell()\n'
        (self.folder / 'program.py').write_text(text)

    def run(self, options, difference, names=None):
        """What each module has found, and what the command said."""
        run = next((text for key, text in RUN.items() if difference.get(key)), 'ask()\n')
        self.program(self.names if names is None else names, difference.get('before', ''), run)
        for path, text in difference.get('files', {}).items():
            (self.folder / path).write_text(text)
        environment = {k: v for k, v in os.environ.items()
                       if not k.startswith(('PYTHON', 'LC_', 'KRAIT')) and k not in ('TZ', 'COLUMNS', 'LANG', 'Q')}
        environment.update({'KRAIT_CACHE': 'off', 'Q': '1', **difference.get('env', {})})
        command = [self.krait, *options, *difference.get('options', []), str(self.folder / 'program.py'),
                   *difference.get('arguments', [])]
        if 'shell' in difference:
            command = ['sh', '-c', difference['shell'] + '; exec "$@"', 'sh', *command]
        (self.folder / 'result').unlink(missing_ok=True)
        try:
            done = self.start(command, environment, difference)
        finally:
            for path in difference.get('files', {}):
                if path == 'data':
                    (self.folder / path).write_text('data\n')
                else:
                    (self.folder / path).unlink()
        result = self.folder / 'result'
        if not result.exists():
            raise SystemExit(f'{" ".join(command)}: exit status {done.returncode}\n{done.stderr.decode()}')
        return json.loads(result.read_text()), done.stderr.decode(errors='replace')

    def start(self, command, environment, difference):
        tty = difference.get('tty')
        main, other = os.openpty() if tty in ('in', 'out') else (None, None)
        lines = difference.get('stdin', 'first\nsecond\n' * 20).encode()
        given = tempfile.TemporaryFile()
        given.write(lines)
        if main is not None:
            os.write(main, lines)
        given.seek(0)
        try:
            return subprocess.run(
                command, cwd=self.folder / difference.get('cwd', '.'), env=environment, timeout=TIMEOUT_SECONDS,
                stdin=other if tty == 'in' else subprocess.DEVNULL if tty == 'closed' else given,
                stdout=other if tty == 'out' else subprocess.PIPE, stderr=subprocess.PIPE, check=False)
        finally:
            given.close()
            if main is not None:
                os.close(main)
                os.close(other)

    def capture(self, difference):
        """Writes the archives; gives the options that use them, what was found and what stays code, and why."""
        archives = []
        if self.way == 'layers':
            self.run([f'--snapshot-create={self.folder}/half.kimg'], difference, self.names[::2])
            archives.append('half.kimg')
        create = ['-v', f'--snapshot-create={self.folder}/all.kimg', *(['--snapshot-main'] if self.way == 'main' else [])]
        found, said = self.run(create, difference)
        archives.append('all.kimg')
        return [f'--snapshot={self.folder}/{a}' for a in archives], found, said


def compare(executed, again, restored, captured):
    """The answers that are not those of executed modules, by question."""
    wrong = {}
    for name, answer in executed.items():
        kind, _, question = name.partition('_')
        varies = answer != again[name] or question in VARYING
        if restored[name] == captured[name] if varies else restored[name] != answer:
            told = 'another each time' if varies else answer[:SHOWN]
            told = f'executed {told}, restored {restored[name][:SHOWN]}, captured {captured[name][:SHOWN]}'
            wrong.setdefault(question, {}).setdefault(told, []).append(kind)
    return wrong


def show(label, wrong):
    known = GAPS.get(label.split()[1].rstrip(','), set())
    print(f'{label:32}', 'as executed' if not wrong else f'{len(wrong)} others', flush=True)
    for question, found in wrong.items():
        for told, kinds in found.items():
            print(f'    {"known: " if question in known else ""}{question} ({", ".join(kinds)}): {told}', flush=True)
    return len(wrong.keys() - known)


def not_captured(said):
    return [line for line in said.splitlines() if line.startswith('# not captured: ')]


def check(options, way):
    folder = options.out / way
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    there = Surroundings(options.krait, folder, options.questions, way)
    if way == 'main':
        # A program that takes something of modules that stay code stays code as well.
        there.way = 'plain'
        left = not_captured(there.capture({})[2])
        while left:
            names = {line.split(':')[1].strip() for line in left}
            there.names = [name for name in there.names if name not in names]
            left = [line for line in not_captured(there.capture({})[2]) if line.split(':')[1].strip() in there.names]
        there.way = way
    archives, captured, said = there.capture({})
    left = not_captured(said)
    print(f'{way}: {len(there.names)} modules, {len(left)} of them left to their code')
    if options.left:
        print('\n'.join(left))
    wrong = 0
    for name in options.differences:
        difference = DIFFERENCES[name]
        if way == 'main' and 'before' in difference:
            continue
        code = ['--snapshot=off']
        executed, again = there.run(code, difference)[0], there.run(code, difference)[0]
        wrong += show(f'{way} {name}', compare(executed, again, there.run(archives, difference)[0], captured))
        if options.both and name != 'nothing':
            shutil.rmtree(folder / 'kept', ignore_errors=True)
            back, of_difference, _ = there.capture(difference)
            plain = there.run(code, {})[0], there.run(code, {})[0]
            wrong += show(f'{way} {name}, captured', compare(*plain, there.run(back, {})[0], of_difference))
            wrong += show(f'{way} {name}, both', compare(executed, again, there.run(back, difference)[0], of_difference))
            archives, captured, _ = there.capture({})
    return wrong


def main():
    parser = argparse.ArgumentParser(prog='./dev snapshot-check --asks', description=__doc__.split('\n\n')[0])
    parser.add_argument('differences', nargs='*', metavar='DIFFERENCE', help='what differs; all')
    parser.add_argument('--krait', default=str(KRAIT), help='the command to measure')
    parser.add_argument('--ways', default='plain,layers,main', help='ways to capture')
    parser.add_argument('--questions', default='', help='names of questions; all')
    parser.add_argument('--both', action='store_true', help='capture in the other surroundings as well')
    parser.add_argument('--left', action='store_true', help='say which modules are left to their code, and why')
    parser.add_argument('--out', type=pathlib.Path, default=HERE.parent.parent / '.out/asks', help='where the modules go')
    options = parser.parse_args()
    options.differences = options.differences or list(DIFFERENCES)
    options.questions = [q for q in options.questions.split(',') if q] or list(QUESTIONS)
    options.out = options.out.resolve()
    wrong = sum([check(options, way) for way in options.ways.split(',')])
    print(f'{wrong} answers of restored modules are not those of executed ones')
    return 1 if wrong else 0


if __name__ == '__main__':
    sys.exit(main())
