#!/usr/bin/env bash
# Builds the sdist and, from it, the wheel; installs the wheel into an empty environment; uses it there.
# Usage: scripts/wheel_check.sh PYTHON   (a Python that has `build`)
set -euo pipefail

cd "$(dirname "$0")/.."
root=$PWD
case "${1:-.venv/bin/python}" in
    /*) builder=$1 ;;
    *) builder=$root/${1:-.venv/bin/python} ;;
esac

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
unset PYTHONPATH

echo "wheel-check: building"
"$builder" -m build --outdir "$work/dist" . >"$work/build.log" 2>&1 || { cat "$work/build.log" >&2; exit 1; }

# What has to arrive: every YAML file under rulebooks/, and of these the rulebooks proper.
(cd rulebooks && find . -name '*.yaml' | sed 's#^\./##' | LC_ALL=C sort) >"$work/files"
grep -v '\.cases\.yaml$' "$work/files" | sed 's#.*/##; s#\.yaml$##' | LC_ALL=C sort >"$work/ids" || true
[ -s "$work/ids" ] || { echo "wheel-check: no rulebooks in rulebooks/" >&2; exit 1; }

tar -tzf "$work"/dist/*.tar.gz | sed -n 's#^[^/]*/rulebooks/\(.*\.yaml\)$#\1#p' | LC_ALL=C sort >"$work/sdist-files"
diff "$work/files" "$work/sdist-files" >&2 || { echo "wheel-check: the sdist lacks rulebooks" >&2; exit 1; }

echo "wheel-check: installing into an empty environment"
mkdir "$work/elsewhere"
cd "$work/elsewhere"
"$builder" -m venv "$work/venv"
"$work/venv/bin/python" -m pip --disable-pip-version-check install --quiet "$work"/dist/*.whl

"$work/venv/bin/python" -I - "$work" <<'PY'
import importlib.util
import pathlib
import sys

work = pathlib.Path(sys.argv[1]).resolve()
import secrecy_rules
from secrecy_rules import load, shipped

package = pathlib.Path(secrecy_rules.__file__).resolve().parent
assert work in package.parents, f"imported from {package}, not from the wheel"
assert (package / "py.typed").is_file(), "py.typed is not in the wheel"
assert importlib.util.find_spec("durable") is None, "the extra `events` was installed unasked"

files = (work / "files").read_text(encoding="utf-8").split("\n")[:-1]
lost = [name for name in files if not (package / "shipped" / name).is_file()]
assert not lost, f"not in the wheel: {lost}"

expected = (work / "ids").read_text(encoding="utf-8").split()
found = sorted(shipped())
assert found == sorted(expected), f"shipped() gives {found}, rulebooks/ holds {expected}"
for name in found:
    load(name)
    print(f"wheel-check: loaded {name}")
PY

"$work/venv/bin/secrecy-rules" list
echo "wheel-check: passed"
