#!/usr/bin/env python3
"""Is a preset's build what its name says? Runs a faulty program and looks at who noticed.

    RUL_PRESET=sanitize tests/house/preset_test.py PROGRAM
"""
import os
import subprocess
import sys

# What each preset must say of each fault; nothing: the fault passes unnoticed.
EXPECTED = {
    "release": {"assertion": None},
    "dev": {"assertion": "internal error"},
    "sanitize": {"assertion": "internal error", "overflow": "signed integer overflow",
                 "read-beyond": "AddressSanitizer: heap-buffer-overflow"},
    "thread": {"assertion": "internal error", "race": "ThreadSanitizer: data race"},
}

preset = os.environ.get("RUL_PRESET", "")
if preset not in EXPECTED:
    sys.exit(f"RUL_PRESET is '{preset}': run this through ctest --preset, which sets it")

wrong = []
for fault, notice in EXPECTED[preset].items():
    run = subprocess.run([sys.argv[1], fault], capture_output=True, text=True, check=False)
    output = run.stdout + run.stderr
    if notice is None and (run.returncode != 0 or "without assert()" not in output):
        wrong.append(f"{preset}: {fault}: should pass unnoticed, gave {run.returncode}:\n{output}")
    if notice is not None and (run.returncode == 0 or notice not in output):
        wrong.append(f"{preset}: {fault}: nobody said '{notice}':\n{output}")
print("\n".join(wrong) or f"preset {preset} is what its name says")
sys.exit(bool(wrong))
