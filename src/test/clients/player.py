"""Runs a Python client once for each line of the standard input, which holds its arguments between tabs.

    python3 player.py docs/clients/python/client.py

Each run begins anew, as a script; the libraries are loaded once. After what it printed comes a line with its exit code.
"""
import runpy
import sys
import traceback


def run(script, arguments):
    sys.argv = [script, *arguments]
    try:
        runpy.run_path(script, run_name="__main__")
    except SystemExit as end:
        if end.code is None or isinstance(end.code, int):
            return end.code or 0
        print(end.code, file=sys.stderr)
        return 1
    except Exception:
        traceback.print_exc()
        return 1
    return 0


SCRIPT = sys.argv[1]
for line in sys.stdin:
    code = run(SCRIPT, line.rstrip("\n").split("\t"))
    sys.stderr.flush()
    print(f"\n--- exit code {code}", flush=True)
