"""Reads and writes a ledger with other programs' libraries and prints how long each took.

others.py PACKAGES HOME LEDGER CELLS: `PACKAGES` is the folder of packages.py, `HOME` where the venv goes;
reads LEDGER with openpyxl and writes CELLS, a JSON list of rows, with XlsxWriter. Prints, tab-separated, a
name and milliseconds, or one line that says what is absent.
"""

import pathlib
import subprocess
import sys

sys.path.insert(0, sys.argv[1])
from packages import Packages  # noqa: E402

PACKAGES = Packages(pathlib.Path(sys.argv[2]))
RUN_LIMIT = 600

READ = """
import sys, time
from openpyxl import load_workbook
began = time.perf_counter()
cells = 0
for sheet in load_workbook(sys.argv[1], read_only=True).worksheets:
    for row in sheet.iter_rows(values_only=True):
        cells += len(row)
assert cells > 0
print((time.perf_counter() - began) * 1000)
"""

WRITE = """
import json, sys, time
import xlsxwriter
with open(sys.argv[1], encoding='utf-8') as file:
    rows = json.load(file)
began = time.perf_counter()
book = xlsxwriter.Workbook(sys.argv[1] + '.xlsx')
cell = book.add_format({'border': 1, 'text_wrap': True})
sheet = book.add_worksheet()
for at, row in enumerate(rows):
    for column, value in enumerate(row):
        if value is None:
            sheet.write_blank(at, column, None, cell)
        elif isinstance(value, str):
            sheet.write_string(at, column, value, cell)
        else:
            sheet.write_number(at, column, value, cell)
book.close()
print((time.perf_counter() - began) * 1000)
"""


def timed(package: str, program: str, file: str) -> str:
    if not PACKAGES.has(package, package.lower()):
        return f"{package}: absent (cannot be installed here)"
    command = [PACKAGES.python, "-c", program, file]
    answer = subprocess.run(command, check=True, capture_output=True, timeout=RUN_LIMIT)
    return f"{package}\t{float(answer.stdout):.0f}"


for name, program, file in [("openpyxl", READ, sys.argv[3]), ("XlsxWriter", WRITE, sys.argv[4])]:
    try:
        print(timed(name, program, file), flush=True)
    except (subprocess.SubprocessError, OSError, ValueError) as cause:
        print(f"{name}: absent ({type(cause).__name__})", flush=True)
