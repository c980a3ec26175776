# reason: a JVM cannot fork itself, so no Python code can run between fork and exec: there is no os.fork, and subprocess refuses preexec_fn, extra_groups, and user and group where they are others than ours
# workaround: start_new_session, process_group, umask, cwd, env and pass_fds work; what else the child is to do goes into a wrapper program such as sh, env, setpriv or nice
import os
import subprocess

print(hasattr(os, "fork"))  # expect: False
try:
    subprocess.run(["true"], preexec_fn=lambda: None)
except RuntimeError as e:
    print(e)  # expect: preexec_fn is not supported: Python code cannot run between fork and exec of a JVM
try:
    subprocess.run(["true"], user=os.getuid() + 1)
except NotImplementedError as e:
    print(e)  # expect: user, group and extra_groups are not supported: a JVM cannot fork
