"""`python -m overrides.generator generate|check|new`: see `--help` of each. nox sessions call these."""

from __future__ import annotations

import argparse
import sys
import time
from contextlib import ExitStack
from pathlib import Path

from . import tree
from .document import DocumentError
from .package import ROOT, Api, build


def main(arguments: list[str] | None = None) -> int:
    """Run one command; return the exit status. A fault of a document is printed as its place and message."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except (DocumentError, OSError) as error:  # the latter names the file: no space, no permission
        sys.stderr.write(f"{error}\n")
        return 1
    except KeyboardInterrupt:
        sys.stderr.write("interrupted\n")
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m overrides.generator", description=__doc__)
    parser.add_argument(
        "--root", type=Path, default=ROOT, help="the folder that holds specs/, overrides/ and generated/"
    )
    commands = parser.add_subparsers(required=True)
    for name, run, text in (
        ("generate", _generate, "write generated/<api>/ for all APIs, or for the ones named"),
        ("check", _check, "regenerate in memory and show every difference to generated/"),
    ):
        command = commands.add_parser(name, help=text)
        command.add_argument("apis", nargs="*", help="short names, such as talkee (default: every specs/*.yaml)")
        command.set_defaults(run=run)
    new = commands.add_parser("new", help="write the smallest set of files for one more API")
    new.add_argument("name", help="short name: lower-case letters and digits, such as mastodon")
    new.set_defaults(run=_new)
    return parser


def _apis(options: argparse.Namespace) -> list[Api]:
    root = options.root.resolve()
    if root == Path.cwd():
        root = Path()  # so that messages say specs/talkee.yaml, and not where the checkout is
    known = sorted(path.stem for path in (root / "specs").glob("*.yaml"))
    # specs/talkee.yaml, as `lint` shows it, is as good as talkee.
    named = [Path(name).stem if name.endswith(".yaml") else name for name in options.apis]
    wrong = [name for name in named if name not in known]
    if wrong:
        raise DocumentError(
            f"there is no specs/{wrong[0]}.yaml; known are {', '.join(known) or 'none'}", root / "specs"
        )
    return [Api(name, root) for name in named or known]


def _generate(options: argparse.Namespace) -> int:
    apis = _apis(options)
    outdated = [api for api in apis if not tree.is_current(api, _folder(api))]
    for api in apis:
        if api not in outdated:
            tree.show(f"{api.name}: nothing changed")
    built = []
    for api in outdated:  # all of them are built before the first is written
        started = time.perf_counter()
        files = tree.with_manifest(api, build(api))
        built.append((api, files, time.perf_counter() - started))
    with ExitStack() as stack:
        staged = [stack.enter_context(tree.staged(_folder(api), files)) for api, files, _ in built]
        for (api, files, seconds), put in zip(built, staged, strict=True):
            tree.show(f"{api.name}: {len(put())} of {len(files)} files written in {seconds:.1f} s")
    return 0


def _check(options: argparse.Namespace) -> int:
    found = 0
    for api in _apis(options):
        for difference in tree.differences(api, _folder(api), build(api)):
            found += 1
            tree.show(f"generated/{api.name}/{difference.path} {difference.advice}\n{difference.diff}".rstrip() + "\n")
    for folder in _orphans(options):
        found += 1
        tree.show(f"generated/{folder}/ has no specs/{folder}.yaml: delete the folder\n")
    tree.show(f"differences to what specs/ and overrides/ give: {found}" if found else "generated/ is up to date")
    return 1 if found else 0


def _orphans(options: argparse.Namespace) -> list[str]:
    """Name the packages whose document is gone, when all are checked."""
    manifests = [] if options.apis else sorted((options.root / "generated").glob(f"*/{tree.MANIFEST}"))
    names = [manifest.parent.name for manifest in manifests]
    return [name for name in names if not (options.root / "specs" / f"{name}.yaml").exists()]


def _new(options: argparse.Namespace) -> int:
    from .scaffold import write_new

    for path in write_new(options.name, options.root.resolve()):
        tree.show(f"wrote {path}")
    tree.show(f"Next: edit specs/{options.name}.yaml, then python3 noxfile.py -s lint generate -- {options.name}")
    return 0


def _folder(api: Api) -> Path:
    return api.root / "generated" / api.name


if __name__ == "__main__":
    sys.exit(main())
