"""Python packages that benches compare with, in a venv of their own."""

import pathlib
import subprocess
import sys
import venv

INSTALL_LIMIT = 240


class Packages:
    """A venv; each package is installed into it when it is first asked for."""

    def __init__(self, home: pathlib.Path) -> None:
        self.home = home
        self.python = home / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")

    def has(self, package: str, module: str | None = None) -> bool:
        """Whether the package can be used; `module` where that has another name."""
        if not self.python.exists():
            venv.create(self.home, with_pip=True)
        probe = [self.python, "-c", f"import {module or package}"]
        if subprocess.run(probe, capture_output=True, check=False).returncode == 0:
            return True
        command = [self.python, "-m", "pip", "install", "--quiet", package]
        return subprocess.run(command, capture_output=True, timeout=INSTALL_LIMIT, check=False).returncode == 0
