"""Everything one can do here: `python3 noxfile.py --list` (or `nox --list`).

Run as a script it needs nothing but Python and pip: it installs nox into .nox/ and goes on with it. Nothing is written
outside the checkout.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
HOME = ROOT / ".nox"
PINS = ROOT / ".ci" / "pins"

# Caches and state of the tools stay in the checkout; a value that the user has set wins.
for _name, _folder in {
    "PIP_CACHE_DIR": "pip",
    "VIRTUALENV_OVERRIDE_APP_DATA": "virtualenv",
    "MYPY_CACHE_DIR": "mypy",
    "RUFF_CACHE_DIR": "ruff",
    "HYPOTHESIS_STORAGE_DIRECTORY": "hypothesis",
}.items():
    os.environ.setdefault(_name, str(HOME / "cache" / _folder))
os.environ.setdefault("PIP_DISABLE_PIP_VERSION_CHECK", "1")
os.environ.setdefault("PIP_ROOT_USER_ACTION", "ignore")


def _bin(environment: Path, name: str) -> Path:
    return environment / ("Scripts" if os.name == "nt" else "bin") / name


def _stamp_of(*pins: str) -> str:
    return hashlib.sha256(b"".join((PINS / f"{name}.txt").read_bytes() for name in pins)).hexdigest()


def _bootstrap() -> None:
    """Install nox into .nox/run (by way of virtualenv, which needs neither the venv module nor a writable Python)."""
    environment, stamp = HOME / "run", HOME / "run" / ".stamp"
    if not stamp.exists() or stamp.read_text("utf-8") != _stamp_of("nox"):
        print("Installing nox into .nox/ (once, about 15 s) …", flush=True)  # for the person waiting
        target = HOME / "bootstrap"
        pip = [
            sys.executable,
            "-m",
            "pip",
            "install",
            "--quiet",
            "--require-hashes",
            "-r",
            str(PINS / "nox.txt"),
        ]
        subprocess.run([*pip, "--upgrade", "--target", str(target)], check=True)
        path = {**os.environ, "PYTHONPATH": str(target)}
        make = [
            sys.executable,
            "-m",
            "virtualenv",
            "--quiet",
            "--no-periodic-update",
            "--clear",
            str(environment),
        ]
        subprocess.run(make, check=True, env=path)
        subprocess.run([str(_bin(environment, "python")), *pip[1:]], check=True)
        stamp.write_text(_stamp_of("nox"), "utf-8")
    command = [str(_bin(environment, "python")), "-m", "nox", "-f", __file__, *sys.argv[1:]]
    sys.exit(subprocess.run(command, check=False).returncode)


if __name__ == "__main__":
    _bootstrap()

import nox  # noqa: E402  # only after the bootstrap is it there

nox.options.error_on_external_run = True
nox.options.sessions = ["lint", "check", "tests"]
# Sessions share two environments, .nox/tools and .nox/dev, rather than having one each: a newcomer waits once.
nox.options.default_venv_backend = "none"


def _python(session: nox.Session, pins: str) -> str:
    """Return the Python of the environment that holds .ci/pins/<pins>.txt, made or brought up to date if need be."""
    environment = HOME / pins
    stamp = environment / ".stamp"
    python = str(_bin(environment, "python"))
    if not stamp.exists() or stamp.read_text("utf-8") != _stamp_of(pins):
        session.log(f"installing .ci/pins/{pins}.txt into .nox/{pins} (once; a minute or so)")
        make = [
            sys.executable,
            "-m",
            "virtualenv",
            "--quiet",
            "--no-periodic-update",
            "--clear",
            str(environment),
        ]
        session.run(*make, external=True)
        install = [
            python,
            "-m",
            "pip",
            "install",
            "--quiet",
            "--require-hashes",
            "-r",
            str(PINS / f"{pins}.txt"),
        ]
        session.run(*install, external=True)
        stamp.write_text(_stamp_of(pins), "utf-8")
    return python


def _run(session: nox.Session, pins: str, *command: str, env: dict[str, str | None] | None = None) -> None:
    session.run(_python(session, pins), *command, external=True, env=env)


@nox.session
def generate(session: nox.Session) -> None:
    """Write generated/ from specs/ and overrides/, all APIs or the ones named: nox -s generate -- talkee."""
    _run(session, "tools", "-m", "overrides.generator", "generate", *session.posargs)


@nox.session
def check(session: nox.Session) -> None:
    """Regenerate elsewhere and show every difference to what is committed under generated/."""
    _run(session, "tools", "-m", "overrides.generator", "check", *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    """Check documents, code style and types; name documents to check only these: nox -s lint -- talkee."""
    documents = session.posargs or sorted(str(path.relative_to(ROOT)) for path in (ROOT / "specs").glob("*.yaml"))
    _run(session, "dev", "-m", "overrides.generator.lint", *documents)
    if session.posargs:
        return
    _run(session, "dev", "-m", "ruff", "check", ".")
    _run(session, "dev", "-m", "ruff", "format", "--check", ".")
    _types(session)


def _types(session: nox.Session) -> None:
    """Run both type checkers: on the tools and tests as they stand, on each package as its users see it."""
    packages = sorted(path for path in (ROOT / "generated").iterdir() if path.is_dir())
    path: dict[str, str | None] = {"MYPYPATH": os.pathsep.join(str(package) for package in packages)}
    _run(session, "dev", "-m", "mypy", "noxfile.py", "overrides/generator", "tests", env=path)
    for package in packages:
        _run(session, "dev", "-m", "mypy", str(package / f"{package.name}_client"), env=path)
    python = _python(session, "dev")
    pyright = str(_bin(HOME / "dev", "basedpyright"))
    uses = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "tests").glob("*/typed_uses.py"))
    session.run(pyright, "--pythonpath", python, "generated", "overrides/generator", *uses, external=True)


@nox.session
def tests(session: nox.Session) -> None:
    """Run the tests; arguments go to pytest: nox -s tests -- tests/specs -k mutants."""
    _run(session, "dev", "-m", "pytest", "-p", "no:schemathesis", *(session.posargs or ["-n", "2", "-q"]))


@nox.session
def bench(session: nox.Session) -> None:
    """Measure speeds and fail below the stated ones; name benchmarks to run only these: nox -s bench -- deso."""
    known = sorted(path.stem.removeprefix("bench_") for path in (ROOT / "tests" / "bench").glob("bench_*.py"))
    for name in session.posargs or known:
        _run(session, "dev", "-m", f"tests.bench.bench_{name}")


@nox.session
def fuzz(session: nox.Session) -> None:
    """Mutate a million real DeSo transactions and demand that only DecodeError comes of it."""
    _run(session, "dev", "-m", "tests.deso.fuzz", *(session.posargs or ["--mutations", "1000000"]))


@nox.session
def demo(session: nox.Session) -> None:
    """Edit a copy of Talkee's document, regenerate, start the mock, and call it through the new client."""
    _run(session, "tools", "-m", "overrides.generator.demo", *session.posargs)


@nox.session
def mock(session: nox.Session) -> None:
    """Serve an API's mock on loopback: nox -s mock -- talkee --port 8100."""
    name, *arguments = session.posargs or ["talkee"]
    path = str(ROOT / "generated" / name)
    _run(session, "tools", "-m", f"{name}_client.mock", *arguments, env={"PYTHONPATH": path})


@nox.session
def new(session: nox.Session) -> None:
    """Write the smallest set of files for one more API: nox -s new -- mastodon."""
    _run(session, "tools", "-m", "overrides.generator", "new", *session.posargs)


@nox.session
def pins(session: nox.Session) -> None:
    """Pin the newest versions of everything in pyproject.toml's dependency groups, with hashes, into .ci/pins/."""
    session.run(
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--upgrade",
        "--target",
        str(HOME / "uv"),
        "uv",
        external=True,
    )
    compile_ = [
        "-m",
        "uv",
        "pip",
        "compile",
        "--quiet",
        "--upgrade",
        "--universal",
        "--python-version",
        "3.11",
    ]
    style = ["--generate-hashes", "--no-header", "--no-annotate", "--no-emit-index-url"]
    for name in ("nox", "tools", "dev"):
        constraints = ["-c", str(PINS / "tools.txt")] if name == "dev" else []
        output = ["--group", name, *constraints, "-o", str(PINS / f"{name}.txt")]
        session.run(sys.executable, *compile_, *style, *output, external=True, env={"PYTHONPATH": str(HOME / "uv")})
