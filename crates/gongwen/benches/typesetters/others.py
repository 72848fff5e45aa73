"""Sets the same minutes with other typesetters and prints how long each took.

others.py FONTS FOLDER: reads FOLDER/minutes.txt and minutes.docx; prints, tab-separated, a name and
the milliseconds of a warm and of a cold run, or one line that says what is absent.
"""

import html
import pathlib
import shutil
import statistics
import subprocess
import sys
import time

from packages import Packages

FONTS, FOLDER = (pathlib.Path(part).resolve() for part in sys.argv[1:3])
PACKAGES = Packages(FOLDER / "venv")
PYTHON = PACKAGES.python
LINES = (FOLDER / "minutes.txt").read_text("utf-8").splitlines()
ROUNDS, RUN_LIMIT = 5, 120

TYPST_PAGE = """#set page(width: 210mm, height: 297mm, margin: (top: 37mm, bottom: 35mm, left: 28mm, right: 26mm))
#set text(font: "Tongxin Fang", size: 16pt, lang: "zh")
#set par(leading: 13pt, first-line-indent: (amount: 2em, all: true), justify: true)
"""
CSS = """@page { size: A4; margin: 37mm 26mm 35mm 28mm }
body { font: 16pt/29pt "Tongxin Fang" } p { text-indent: 2em; text-align: justify; margin: 0 }
"""


def typst_source() -> str:
    def line(text: str) -> str:
        marks = text.count("#") if text.startswith("#") else 0
        text = text.lstrip("# ")
        for mark in "\\#$*_`<>@[]":
            text = text.replace(mark, "\\" + mark)
        return "=" * marks + " " + text if marks else text

    return TYPST_PAGE + "\n\n".join(map(line, LINES))


def html_source() -> str:
    faces = "".join(
        f'@font-face {{ font-family: "Tongxin Fang"; src: url("{file.as_uri()}") }}'
        for file in FONTS.glob("TongxinFang*")
    )
    body = "".join(
        f"<h1>{html.escape(line.lstrip('# '))}</h1>" if line.startswith("#") else f"<p>{html.escape(line)}</p>"
        for line in LINES
    )
    return f"<meta charset=utf-8><style>{faces}{CSS}</style>{body}"


WARM = {
    "typst": "import typst\nmake = lambda: typst.compile('minutes.typ', font_paths=[FONTS], output='typst.pdf')",
    "weasyprint": "from weasyprint import HTML\nmake = lambda: HTML('minutes.html').write_pdf('weasyprint.pdf')",
}
TIMER = """
import statistics, sys, time
FONTS, ROUNDS = sys.argv[1], int(sys.argv[2])
{setup}
def once():
    began = time.perf_counter(); make(); return (time.perf_counter() - began) * 1000
once()
print(statistics.median(once() for _ in range(ROUNDS)))
"""


def timed(command: list) -> float:
    began = time.perf_counter()
    subprocess.run(command, cwd=FOLDER, check=True, capture_output=True, timeout=RUN_LIMIT)
    return (time.perf_counter() - began) * 1000


def in_python(package: str) -> str:
    if not PACKAGES.has(package):
        return f"{package}: absent (cannot be installed here)"
    timer = TIMER.format(setup=WARM[package])
    command = [PYTHON, "-c", timer, str(FONTS)]
    answer = subprocess.run([*command, str(ROUNDS)], cwd=FOLDER, check=True, capture_output=True, timeout=RUN_LIMIT)
    alone = [PYTHON, "-c", f"FONTS = {str(FONTS)!r}\n{WARM[package]}\nmake()"]
    cold = statistics.median(timed(alone) for _ in range(3))
    return f"{package}\t{float(answer.stdout):.1f}\t{cold:.1f}"


def libreoffice() -> str:
    program = shutil.which("soffice")
    if program is None:
        return "libreoffice: absent (not installed)"
    profile = f"-env:UserInstallation={(FOLDER / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", "pdf", "minutes.docx"]
    first, later = timed(command), timed(command)
    return f"libreoffice\t{later:.1f}\t{first:.1f}"


def main() -> None:
    (FOLDER / "minutes.typ").write_text(typst_source(), "utf-8")
    (FOLDER / "minutes.html").write_text(html_source(), "utf-8")
    for name, run in [("typst", lambda: in_python("typst")), ("weasyprint", lambda: in_python("weasyprint")), ("libreoffice", libreoffice)]:
        try:
            print(run(), flush=True)
        except (subprocess.SubprocessError, OSError, ValueError) as cause:
            print(f"{name}: absent ({type(cause).__name__})", flush=True)


main()
