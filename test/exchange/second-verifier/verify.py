"""A second verifier of result bundles: Python 3, standard library only, written from resources/spec/bundle.md and
exchange.md alone. It judges everything but the signatures inside the PDF file (check 10E).

    python3 verify.py [--panel-key FINGERPRINT] result.bundle
    python3 verify.py --batch      lines `file TAB fingerprint` (which may be empty) on stdin, one JSON a line on stdout
"""

import json
import re
import sys

import container
import plain
from checks import Checks

NOT_JUDGED = "10E"


def judge(data, pin):
    """Exit status and the failed checks, each with why; status 2 without any."""
    try:
        parts = container.read_parts(data)
    except container.Unreadable as error:
        return 2, {"": [str(error)]}
    except container.Broken as error:
        return 1, {"1A": [str(error)]}
    failed = {}
    try:
        bundle = plain.read(parts.get("bundle.json", b""))
    except plain.Bad:
        bundle = None
    if not container.BUNDLE(bundle) or (bundle["kind"] == "result") != (bundle["dossier"] == ""):
        bundle = None
        failed["1C"] = ["bundle.json"]
    kind = "result" if bundle is None else bundle["kind"]
    wrong = [name for name in parts if not container.is_known(name, kind)]
    wrong += [name for name in container.required(kind) if name not in parts]
    names = list(parts)
    if names != sorted(names, key=lambda name: (name != "bundle.json", name)):
        wrong.append("order")
    if wrong:
        failed["1B"] = wrong
    if bundle is not None:
        checks = Checks({name: data for name, data in parts.items() if container.is_known(name, kind)}, bundle, pin)
        checks.run()
        failed.update(checks.failed)
    return (1 if failed else 0), failed


def order(number):
    return int(number[:-1] or 0), number[-1:]


def show(status, failed, pin):
    if status == 2:
        print("?", failed[""][0])
        return
    for number in sorted(failed, key=order):
        for why in failed[number]:
            print("✗", number, why)
    if pin is None:
        print("·", "2A", "nobody compared the authority")
    print("·", NOT_JUDGED, "this verifier doesn't read PDF files")
    print("✓ valid" if status == 0 else "✗ not valid")


def fingerprint_of(text):
    digits = re.sub(r"[\s:]", "", text).lower()
    if not plain.is_hash(digits):
        sys.exit("not a fingerprint: " + text)
    return digits


def batch():
    for line in sys.stdin:
        path, _, pin = line.rstrip("\n").partition("\t")
        with open(path, "rb") as file:
            status, failed = judge(file.read(), pin or None)
        print(json.dumps({"file": path, "status": status, "failed": sorted(filter(None, failed), key=order)}), flush=True)


def main(arguments):
    if arguments == ["--batch"]:
        return batch()
    pin = None
    if len(arguments) == 3 and arguments[0] == "--panel-key":
        pin, arguments = fingerprint_of(arguments[1]), arguments[2:]
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        with open(arguments[0], "rb") as file:
            data = file.read()
    except OSError as error:
        print(error, file=sys.stderr)
        return 2
    status, failed = judge(data, pin)
    show(status, failed, pin)
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
