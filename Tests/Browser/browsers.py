"""Browsers that can be killed and started again over the same folder."""

import os
import pathlib
import signal

from patience import until


def launch(browser, folder):
    """A browser whose reader keeps what she has in that folder."""
    return browser.browser_type.launch_persistent_context(str(folder), executable_path="/usr/bin/chromium", args=["--no-sandbox"])


def processes(folder):
    """Those of the browser that was started for that folder."""
    found = []
    for process in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            arguments = (process / "cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        if f"--user-data-dir={folder}".encode() in arguments:
            found.append(int(process.name))
    return found


def kill(folder):
    for process in processes(folder):
        try:
            os.kill(process, signal.SIGKILL)
        except ProcessLookupError:
            pass
    until(lambda: not processes(folder), "the browser lives on")
    for lock in folder.glob("Singleton*"):
        lock.unlink(missing_ok=True)
