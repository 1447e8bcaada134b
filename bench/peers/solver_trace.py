"""What one solver found on one instance, and when."""
import os
import resource
import subprocess
import threading
import time
from dataclasses import dataclass, field


@dataclass
class Trace:
    """`found`: (seconds, cost of the best so far), as they came."""
    found: list = field(default_factory=list)
    bound: float | None = None
    proved: bool = False
    memory_mb: int = 0
    note: str = ""

    def best(self):
        return min((cost for _, cost in self.found), default=None)

    def first(self):
        return self.found[0][0] if self.found else None

    def near_final(self, share=0.01):
        """When it first stood within that share of the best it found."""
        best = self.best()
        return next((at for at, cost in self.found if cost <= best * (1 + share)), None)

    def gap(self):
        best = self.best()
        if self.proved:
            return 0.0
        if best is None or self.bound is None:
            return None
        return (best - self.bound) / best if best else 0.0


def follow(command, seconds, cores, on_line, cwd=None):
    """Runs a command on those cores, gives each line it prints with the seconds since the start.

    It is ended a quarter of the limit (and five seconds) after the limit. Returns its exit code and
    the most memory it used (MB).
    """
    begun = time.monotonic()

    def prepare():
        os.sched_setaffinity(0, cores)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace",
                          stdin=subprocess.DEVNULL, cwd=cwd, preexec_fn=prepare) as process:
        watch = threading.Timer(seconds * 1.25 + 5, process.kill)
        watch.start()
        try:
            for line in process.stdout:
                on_line(time.monotonic() - begun, line.rstrip("\n"))
        finally:
            watch.cancel()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, usage.ru_maxrss // 1024
