"""Everything one can do here: `python3 noxfile.py --list` (or `nox --list`).

Run as a script it needs nothing but Python and pip: it installs nox into .nox/ and goes on with it. Nothing is written
outside the checkout.
"""

from __future__ import annotations

import hashlib
import logging
import os
import re
import secrets
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
HOME = ROOT / ".nox"
PINS = ROOT / ".ci" / "pins"

# Caches, state and temporary folders of the tools stay in the checkout; a value that the user has set wins.
for _name, _folder in {
    "PIP_CACHE_DIR": "pip",
    "VIRTUALENV_OVERRIDE_APP_DATA": "virtualenv",
    "MYPY_CACHE_DIR": "mypy",
    "RUFF_CACHE_DIR": "ruff",
    "HYPOTHESIS_STORAGE_DIRECTORY": "hypothesis",
    "PYTEST_DEBUG_TEMPROOT": "pytest",
}.items():
    os.environ.setdefault(_name, str(HOME / "cache" / _folder))
os.environ.setdefault("PIP_DISABLE_PIP_VERSION_CHECK", "1")
os.environ.setdefault("PIP_ROOT_USER_ACTION", "ignore")
# What a pip.conf may ask for elsewhere; here everything goes into .nox/.
os.environ.update(PIP_USER="0", PIP_REQUIRE_VIRTUALENV="0")


def _bin(environment: Path, name: str) -> Path:
    return environment / ("Scripts" if os.name == "nt" else "bin") / name


def _stamp_of(*pins: str) -> str:
    return hashlib.sha256(b"".join((PINS / f"{name}.txt").read_bytes() for name in pins)).hexdigest()


def _bootstrap() -> None:
    """Install nox into .nox/run (by way of virtualenv, which needs neither the venv module nor a writable Python)."""
    if sys.version_info < (3, 11):  # noqa: UP036  # said here, before anything that is new in 3.11
        sys.exit(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}, {sys.executable}")
    environment, stamp = HOME / "run", HOME / "run" / ".stamp"
    if not stamp.exists() or stamp.read_text("utf-8") != _stamp_of("nox"):
        print("Installing nox into .nox/ (once, about 15 s) …", flush=True)  # for the person waiting
        target = HOME / "bootstrap"
        pip = ["-m", "pip", "install", "--quiet", "--require-hashes", "-r", str(PINS / "nox.txt")]
        path = {**os.environ, "PYTHONPATH": str(target)}
        make = ["-m", "virtualenv", "--quiet", "--no-periodic-update", "--clear", str(environment)]
        try:
            subprocess.run([sys.executable, *pip, "--upgrade", "--target", str(target)], check=True)
            subprocess.run([sys.executable, *make], check=True, env=path)
            subprocess.run([str(_bin(environment, "python")), *pip], check=True)
        except (subprocess.CalledProcessError, KeyboardInterrupt):
            sys.exit("nox could not be installed, see above: pip has to be there, and to reach a package index")
        stamp.write_text(_stamp_of("nox"), "utf-8")
    command = [str(_bin(environment, "python")), "-m", "nox", "-f", __file__, *sys.argv[1:]]
    sys.exit(subprocess.run(command, check=False).returncode)


if __name__ == "__main__":
    _bootstrap()

import nox  # noqa: E402  # only after the bootstrap is it there

# nox would like to use uv; that it is not there is no news to act on for somebody who meets this for the first time.
logging.getLogger("nox").addFilter(lambda record: record.getMessage() != "uv binary not found.")
nox.options.error_on_external_run = True
nox.options.sessions = ["lint", "check", "tests"]
# Sessions share two environments, .nox/tools and .nox/dev, rather than having one each: a newcomer waits once.
nox.options.default_venv_backend = "none"


def _python(session: nox.Session, pins: str) -> str:
    """Return the Python of the environment that holds .ci/pins/<pins>.txt, made or brought up to date if need be."""
    Path(os.environ["PYTEST_DEBUG_TEMPROOT"]).mkdir(parents=True, exist_ok=True)  # pytest asks for it to be there
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
    packages = sorted(path.parent for path in (ROOT / "generated").glob("[!.]*/pyproject.toml"))
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
    _run(
        session,
        "dev",
        "-m",
        "pytest",
        "-p",
        "no:schemathesis",
        *(session.posargs or ["-n", "2", "-q"]),
    )


# Tests that do not run on what users install alone: they generate, build or check types.
_NEED_TOOLS = ("test_newcomer.py", "test_wheel.py", "test_typing.py")
# What the other tests import that no package depends on, in the versions that pyproject.toml names.
_TEST_TOOLS = ["pytest", "pytest-xdist", "hypothesis", "trio", "pyyaml", "jsonpath-rfc9535", "openapi-spec-validator"]
_TEST_TOOLS += ["starlette", "fastapi", "flask", "httpx"]
_PYTHONS = ("3.11", "3.12", "3.13", "3.14", "3.15")


@nox.session
def minimums(session: nox.Session) -> None:
    """Test with the lowest and with the newest dependencies, on each Python found: nox -s minimums -- 3.13 lowest.

    Lowest is what the packages' pyproject.toml say (`>=2.11` becomes `==2.11`), on the oldest Python that they support
    and on no other: a newer Python may have no wheels for it. A Python that is not there is skipped.
    """
    chosen = set(session.posargs)
    pairs = [(python, which) for python in _PYTHONS for which in ("lowest", "newest")]
    for python, which in pairs:
        named = chosen & {python, which} == chosen if chosen else True
        if not named or (which == "lowest" and python != _PYTHONS[0]):
            continue
        interpreter = _interpreter(python)
        if interpreter is None:
            session.warn(f"Python {python} is not on this machine: skipped")
            continue
        _test_with(session, interpreter, which, HOME / f"minimums-{python}-{which}")


def _interpreter(version: str) -> str | None:
    """Find an interpreter of a version: one that runs, or the newest that pyenv holds."""
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    held = sorted(pyenv.glob(f"{version}.*"), key=lambda path: [int(n) for n in re.findall(r"\d+", path.name)])
    for found in (shutil.which(f"python{version}"), *(str(path / "bin" / "python") for path in reversed(held))):
        if found and subprocess.run([found, "-c", "pass"], capture_output=True, check=False).returncode == 0:
            return found
    return None


def _test_with(session: nox.Session, interpreter: str, which: str, environment: Path) -> None:
    virtualenv = [_python(session, "dev"), "-m", "virtualenv", "--quiet", "--no-periodic-update"]
    session.run(*virtualenv, "--clear", "-p", interpreter, str(environment), external=True)
    packages = sorted((ROOT / "generated").glob("[!.]*/pyproject.toml"))
    wanted = _requirements(packages, which)
    python = str(_bin(environment, "python"))
    session.run(python, "-m", "pip", "install", "--quiet", "--upgrade", *wanted, external=True)
    session.run(python, "-m", "pip", "freeze", external=True)  # what was tested
    left_out = [argument for name in _NEED_TOOLS for argument in ("--ignore-glob", f"*/{name}")]
    folders = ["tests/core", *(f"tests/{path.parent.name}" for path in packages)]
    # No plugins but our own choice: an old library may bring one that does not fit the newest pytest.
    env: dict[str, str | None] = {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    tests = ["-m", "pytest", "-p", "xdist", "-n", "2", "-q", *(f for f in folders if Path(f).is_dir()), *left_out]
    session.run(python, *tests, external=True, env=env)


def _requirements(packages: list[Path], which: str) -> list[str]:
    """Return what the packages and their extras need, in the lowest or newest versions, and what the tests need."""
    import tomllib  # here: the bootstrap runs on an older Python as well, to say that it is too old

    projects = [tomllib.loads(path.read_text("utf-8"))["project"] for path in packages]
    groups = [group for p in projects for group in (p["dependencies"], *p["optional-dependencies"].values())]
    wanted = sorted({requirement for group in groups for requirement in group})
    if which == "lowest":
        wanted = [re.sub(r">=([^,;]+)[^;]*", r"==\1", requirement) for requirement in wanted]
    ours = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["dependency-groups"]
    known = [requirement for group in ours.values() for requirement in group if isinstance(requirement, str)]
    tools = {re.split(r"[^\w.-]", requirement)[0]: requirement for requirement in known}
    return [*wanted, *(tools.get(name, name) for name in _TEST_TOOLS)]


@nox.session
def contract(session: nox.Session) -> None:
    """Hold documents, mocks, clients against each other, or a server: nox -s contract -- --base-url URL [--write]."""
    if any(argument.startswith("--base-url") for argument in session.posargs):
        path = os.pathsep.join(str(package) for package in sorted((ROOT / "generated").iterdir()))
        _run(session, "dev", "-m", "tests.contract.server", *session.posargs, env={"PYTHONPATH": path})
        return
    _run(session, "dev", "-m", "pytest", "-p", "no:schemathesis", "-n", "2", "-q", "tests/contract", *session.posargs)


@nox.session
def soak(session: nox.Session) -> None:
    """Run the contract tests long, with so many cases (and a seed); kill the event queue 200 times: soak -- 1000 7."""
    cases, seed = [*session.posargs, *["1000", str(secrets.randbelow(2**32))][len(session.posargs) :]]
    session.log(f"{cases} cases an operation, seed {seed}")
    command = ["-m", "pytest", "-p", "no:schemathesis", "-n", "2", "-q", "tests/contract"]
    _run(session, "dev", *command, env={"CONTRACT_EXAMPLES": cases, "CONTRACT_SEED": seed})
    kills = ["-m", "pytest", "-p", "no:schemathesis", "-q", "tests/tganalytics/test_kills.py"]
    _run(session, "dev", *kills, env={"TGANALYTICS_KILLS": "200"})


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
    if not Path(path).is_dir():
        known = sorted(package.parent.name for package in (ROOT / "generated").glob("*/pyproject.toml"))
        session.error(f"there is no generated/{name}; generate it first. There are {', '.join(known)}.")
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
