"""The numbered checks of bundle.md, 2 to 10, over the parts of one bundle."""

import base64
import hashlib

import container
import plain
from signature import fingerprint, point_of, read_text, sha256
from tally import Scheme, recount


def pair_of_name(name):
    """(dossier, member, number) of a part name; number 0 where it has none."""
    pieces = name.split("/")
    if len(pieces) == 3:
        return pieces[1], pieces[2][: -len(".jws")], 0
    return pieces[1], pieces[2], int(pieces[3].split(".")[0])


def says_place(value, place):
    return (value["dossier"], value["member"], value.get("seq", 0)) == place


class Checks:
    def __init__(self, parts, bundle, pin):
        self.parts, self.bundle, self.pin = parts, bundle, pin
        self.review, self.reduced = bundle["review"], bundle["kind"] == "reduced"
        self.failed = {}

    def fail(self, number, why):
        self.failed.setdefault(number, []).append(why)

    def demand(self, holds, number, why):
        if not holds:
            self.fail(number, why)

    def below(self, folder, ending=".jws"):
        return [name for name in self.parts if name.startswith(folder + "/") and name.endswith(ending)]

    def run(self):
        if not self.authority():
            return
        self.rosters_and_rules()
        self.handed_in()
        self.opened()
        self.acts()
        self.receipts()
        self.record_and_opening()
        self.result()
        self.statement()

    # 2 and 3

    def authority(self):
        own = self.bundle["authority"]
        value = self.json("authority.json", container.AUTHORITY)
        good = value is not None and point_of(value["spki"]) is not None and fingerprint(value["spki"]) == own
        if good:
            try:
                certificate = base64.b64decode(value["certificate"], validate=True)
                good = base64.b64encode(certificate).decode() == value["certificate"]
            except ValueError:
                good = False
            good = good and base64.urlsafe_b64decode(value["spki"] + "=" * (-len(value["spki"]) % 4)) in certificate
        self.demand(self.pin is None or own == self.pin, "2A", "another authority: " + own)
        self.demand(good, "2B", "authority.json")
        if good:
            self.key = value["spki"]
        return good

    def json(self, name, shape):
        if name not in self.parts:
            return None
        try:
            value = plain.read(self.parts[name])
        except plain.Bad:
            return None
        return value if shape(value) else None

    def versions(self, folder, number):
        names = sorted(self.below(folder), key=lambda name: int(name.split("/")[1].split(".")[0]))
        found = [int(name.split("/")[1].split(".")[0]) for name in names]
        self.demand(found == list(range(1, len(found) + 1)), number, "gap in " + folder)
        return zip(found, names)

    def rosters_and_rules(self):
        self.rosters = []  # (version, identity, value), ascending
        shape, typ = (
            (container.CODED_ROSTER, "panel-coded-roster") if self.reduced else (container.ROSTER, "panel-roster")
        )
        for version, name in self.versions("rosters", "2C"):
            text = read_text(self.parts[name], shape)
            if text is None or text.signer(typ, [self.key]) is None or text.value["review"] != self.review:
                self.fail("2C", name)
                continue
            self.rosters.append((version, text.value["of"] if self.reduced else text.identity, text.value))
            self.seats(name, text.value["seats"])
        self.roster_of = {identity: value for _, identity, value in self.rosters}
        data = self.parts.get("scheme.json")
        self.scheme_hash = None if data is None else sha256(data)
        self.scheme = None
        if data is not None:
            same = all(value["schemeHash"] == self.scheme_hash for _, _, value in self.rosters)
            self.demand(same, "3A", "hash of scheme.json")
            try:
                self.scheme = Scheme(data) if same else None
            except (plain.Bad, KeyError, TypeError, AttributeError):
                self.fail("3A", "scheme.json")
        self.manifests = []
        hashes = {value["schemeHash"] for _, _, value in self.rosters}
        shape, typ = (
            (container.REDUCED_MANIFEST, "panel-reduced-manifest") if self.reduced else (container.MANIFEST, "panel-manifest")
        )
        for version, name in self.versions("manifests", "3B"):
            text = read_text(self.parts[name], shape)
            good = text is not None and text.signer(typ, [self.key]) is not None
            if not good or text.value["review"] != self.review or text.value["schemeHash"] not in hashes:
                self.fail("3B", name)
                continue
            self.manifests.append((version, text.value["of"] if self.reduced else text.identity, text.value))
        self.decide()

    def seats(self, name, seats):
        keys = [seat["publicKey"] for seat in seats if seat["publicKey"] is not None]
        ids = [seat["seat"] for seat in seats]
        self.demand(len(set(ids)) == len(ids) and len(set(keys)) == len(keys), "2D", "repeated in " + name)
        self.demand(all(point_of(key) is not None for key in keys), "2D", "key in " + name)
        for place in ("chair", "deputy"):
            own = [seat for seat in seats if seat[place]]
            self.demand(len(own) <= 1 and all(seat["role"] == "member" for seat in own), "2D", place + " in " + name)

    def keys(self, fits):
        """Keys of all good rosters whose seat fits."""
        return [
            seat["publicKey"]
            for _, _, roster in self.rosters
            for seat in roster["seats"]
            if seat["publicKey"] is not None and fits(seat)
        ]

    def keeper_keys(self, seat=None):
        return self.keys(lambda one: (seat is None or one["seat"] == seat) and (one["chair"] or one["deputy"]))

    def decide(self):
        self.decisions = self.decisions_identity = None
        if "decisions.jws" in self.parts:
            text = read_text(self.parts["decisions.jws"], container.DECISIONS)
            good = text is not None and text.signer("panel-decisions", [self.key]) is not None
            good = good and text.value["review"] == self.review and bool(self.rosters)
            good = good and text.value["schemeHash"] == self.rosters[-1][2]["schemeHash"]
            self.demand(good, "9A", "decisions.jws")
            if good:
                self.decisions, self.decisions_identity = text.value, text.identity
        if self.decisions is None or not self.manifests:
            return
        left = set(self.decisions["withdrawn"])
        rows = {one["dossier"]: one for one in self.manifests[-1][2]["dossiers"] if one["dossier"] not in left}
        self.demand(len(rows) == len(self.decisions["dossiers"]), "3C", "number of applications")
        for own in self.decisions["dossiers"]:
            other = rows.get(own["dossier"])
            same = other is not None and all(other[key] == own[key] for key in ("number", "name", "creditCode"))
            same = same and other["ineligible"] == (own["dossier"] in self.decisions["ineligible"])
            self.demand(same, "3C", own["name"])

    # 4

    def envelope(self, name):
        """The good envelope of a part, as (text, key)."""
        text = read_text(self.parts[name], *container.ENVELOPES)
        if text is None:
            return None
        value = text.value
        roster = self.roster_of.get(value["rosterHash"])
        if roster is None or not says_place(value, pair_of_name(name)) or value["review"] != self.review:
            return None
        if value["schemeHash"] != roster["schemeHash"]:
            return None
        if "manifestHash" in value and value["manifestHash"] not in {identity for _, identity, _ in self.manifests}:
            return None
        if (value["kind"] == "sheet") != (value["sealedHash"] is not None) or (value["seq"] == 1) != (value["previous"] is None):
            return None
        for seat in roster["seats"]:
            if seat["seat"] == value["member"] and seat["role"] == "member" and seat["publicKey"] is not None:
                key = text.signer("panel-envelope", [seat["publicKey"]])
                return None if key is None else (text, key)
        return None

    def handed_in(self):
        self.envelopes, self.conflicts = {}, {}
        for folder, into, number in (("sheets", self.envelopes, "4A"), ("conflicts", self.conflicts, "4D")):
            for name in self.below(folder, ".envelope.jws"):
                found = self.envelope(name)
                if found is None:
                    self.fail(number, name)
                elif folder == "sheets":
                    into[pair_of_name(name)] = found
                else:
                    into.setdefault(pair_of_name(name), []).append(found)
        self.chains = {}  # (dossier, member) → numbers of good envelopes, ascending
        for dossier, member, seq in sorted(self.envelopes):
            self.chains.setdefault((dossier, member), []).append(seq)
        for pair, numbers in self.chains.items():
            for index, seq in enumerate(numbers):
                self.demand(self.follows(pair, numbers, index), "4B", f"{pair} {seq}")
        for (dossier, member, seq), found in self.conflicts.items():
            own = self.envelopes.get((dossier, member, seq))
            other = own is not None and all(own[0].identity != text.identity for text, _ in found)
            later = any(number > seq for number in self.chains.get((dossier, member), []))
            self.demand(other and later, "4D", f"{dossier} {member} {seq}")
        self.record = self.read_record()
        self.reopenings = {}
        for name in self.below("reopenings"):
            text = read_text(self.parts[name], container.REOPENING)
            good = text is not None and says_place(text.value, pair_of_name(name)) and text.value["review"] == self.review
            if good and text.signer("panel-reopening", self.keeper_keys(text.value["signer"])) is not None:
                self.reopenings[pair_of_name(name)] = text.value
            else:
                self.fail("5F", name)
        if self.record is not None:
            self.named()

    def follows(self, pair, numbers, index):
        value = self.envelopes[(*pair, numbers[index])][0].value
        if numbers[index] != index + 1:
            return False
        if index == 0:
            return value["previous"] is None and value["kind"] == "sheet"
        before = (*pair, numbers[index - 1])
        known = [self.envelopes[before][0].identity]
        known += [text.identity for text, _ in self.conflicts.get(before, [])]
        if value["previous"] not in known:
            return False
        return value["kind"] == "sheet" or self.envelopes[before][0].value["kind"] == "sheet"

    def named(self):
        first = self.hashes("submitted", "sheets-received")
        rosters_at = {}
        for number, (type_, values) in enumerate(self.entries, 1):
            if type_ == "roster-signed" and plain.is_integer(values.get("version")):
                rosters_at[values["version"]] = number
        for place, (text, key) in self.envelopes.items():
            if text.value["kind"] != "sheet":
                continue
            at = first.get(text.identity[:16])
            self.demand(at is not None or place in self.reopenings, "4E", f"{place} isn't named")
            revoking = self.revoked_by(text.value, key)
            if revoking is not None:
                limit = rosters_at.get(revoking)
                self.demand(at is not None and (limit is None or at < limit), "4C", f"{place} under a revoked key")
        present = {text.identity[:16] for _, text in self.everything()}
        for digits, number in first.items():
            self.demand(digits in present, "4E", f"entry {number} names what isn't here")

    def everything(self):
        """(place, text) of every good envelope and conflict."""
        yield from ((place, text) for place, (text, _) in self.envelopes.items())
        yield from ((place, text) for place, found in self.conflicts.items() for text, _ in found)

    def revoked_by(self, value, key):
        own = next(version for version, identity, _ in self.rosters if identity == value["rosterHash"])
        for version, _, roster in self.rosters:
            listed = [seat["publicKey"] for seat in roster["seats"] if seat["seat"] == value["member"]]
            if version > own and key not in listed:
                return version
        return None

    def hashes(self, *types):
        """First 16 digits of named identities → number of the first entry that names them."""
        found = {}
        for number, (type_, values) in enumerate(self.entries, 1):
            if type_ in types and isinstance(values.get("hashes"), str):
                for digits in values["hashes"].split(" "):
                    if digits:
                        found.setdefault(digits[:16], number)
        return found

    # 5

    def opened(self):
        self.sheets = {}
        for name in self.below("sheets", ".sheet.jws"):
            place = pair_of_name(name)
            text = read_text(self.parts[name], *container.SHEETS)
            envelope, key = self.envelopes.get(place, (None, None))
            good = text is not None and envelope is not None and envelope.value["kind"] == "sheet"
            good = good and text.signer("panel-sheet", [key]) is not None
            keys = ("review", "schemeHash", "rosterHash", "manifestHash", "dossier", "member", "seq")
            if good and all(text.value.get(key) == envelope.value.get(key) for key in keys):
                self.sheets[place] = text
            else:
                self.fail("5A", name)
        self.papers = {}
        for place in sorted({pair_of_name(name) for name in self.below("papers")}):
            base = "papers/%s/%s/%d." % place
            texts = [self.typed(base + typist + ".jws", place) for typist in "12"]
            good = None not in texts
            if good:
                one, two = (text.value for text in texts)
                good = one["typist"] != two["typist"] and one["scores"] == two["scores"] and one["scanHash"] == two["scanHash"]
            self.demand(place not in self.sheets, "5D", f"{place} on paper and not")
            if good:
                self.papers[place] = texts[0]
            else:
                self.fail("5D", str(place))
        both = [*self.sheets.items(), *self.papers.items()]
        self.bases = {}
        for pair, numbers in self.chains.items():
            before = [seq for seq in numbers if (*pair, seq) not in self.reopenings]
            if before:
                self.bases[pair] = before[-1]
        for place in self.sheets:
            self.demand(self.bases.get(place[:2]) == place[2] or place in self.reopenings, "5C", f"{place} isn't the last")
        for place in self.papers:
            self.demand(place[2] == 1 or place in self.reopenings, "5C", f"{place} isn't reopened")
        excused = [] if self.decisions is None else self.decisions["recused"] + self.decisions["absent"]
        for place, text in both:
            if self.scheme is not None:
                self.demand(self.scheme.allows(text.value["scores"]), "5B", str(place))
            self.demand([place[1], place[0]] not in excused, "5C", f"{place} of somebody excused")

    def typed(self, name, place):
        text = read_text(self.parts.get(name), container.PAPER)
        if text is None or not says_place(text.value, place) or text.value["review"] != self.review:
            return None
        roster = self.roster_of.get(text.value["rosterHash"])
        if roster is None or roster["schemeHash"] != text.value["schemeHash"]:
            return None
        for seat in roster["seats"]:
            if seat["seat"] == text.value["typist"] and seat["role"] != "member" and seat["publicKey"] is not None:
                return text if text.signer("panel-paper-sheet", [seat["publicKey"]]) is not None else None
        return None

    def acts(self):
        good = set()
        for name in self.below("absences"):
            text = read_text(self.parts[name], container.ABSENCE)
            holds = text is not None and says_place(text.value, pair_of_name(name)) and text.value["review"] == self.review
            if holds and text.signer("panel-absence", self.keeper_keys(text.value["signer"])) is not None:
                good.add((text.value["member"], text.value["dossier"]))
            else:
                self.fail("5E", name)
        if self.decisions is not None:
            ids = {one["dossier"] for one in self.decisions["dossiers"]}
            signed = {(member, dossier) for member, dossier in good if member in self.decisions["members"] and dossier in ids}
            for pair in signed ^ {tuple(pair) for pair in self.decisions["absent"]}:
                self.fail("5E", str(pair))
        for place, value in self.reopenings.items():
            if self.scheme is not None:
                self.demand(value["reason"] in self.scheme.reasons, "5F", f"reason of {place}")
            versions = {**self.papers, **self.sheets}
            self.demand(place in versions, "5F", f"{place} has no new version")
            earlier = self.earlier(versions, place)
            self.demand(earlier is not None and earlier.identity == value["previous"], "5F", f"{place} has no old version")

    def earlier(self, texts, place):
        numbers = [seq for dossier, member, seq in texts if (dossier, member) == place[:2] and seq < place[2]]
        return texts[(*place[:2], max(numbers))] if numbers else None

    # 6

    def receipts(self):
        receipts = {}
        for name in self.below("receipts"):
            place = pair_of_name(name)
            text = read_text(self.parts[name], container.RECEIPT)
            good = text is not None and text.signer("panel-receipt", [self.key]) is not None
            if not good or not says_place(text.value, place) or text.value["review"] != self.review:
                self.fail("6A", name)
                continue
            receipts[place] = text.value
            named = [text for other, text in self.everything() if other == place]
            wanted = (text.value["envelope"], text.value["sealedHash"])
            same = any((one.identity, one.value["sealedHash"]) == wanted for one in named)
            self.demand(same, "6A", name + " is for something else")
        if self.record is None:
            return
        for place, value in receipts.items():
            size = value["log"]["size"]
            at = self.start if size == 0 else self.record[size - 1]["hash"] if size <= len(self.record) else None
            self.demand(at == value["log"]["head"], "6B", f"receipt of {place}")
        letters = self.hashes("sheets-received")
        for place, text in self.everything():
            self.demand(text.identity[:16] not in letters or place in receipts, "6C", str(place))

    # 7 and 8

    def read_record(self):
        self.entries = []
        if "record.json" not in self.parts:
            return None
        value = self.json("record.json", container.RECORD)
        if value is None:
            self.fail("7A", "record.json")
            return None
        self.start = previous = sha256(("paneldesk record " + self.review).encode())
        for number, entry in enumerate(value["entries"], 1):
            text = "\0%d\n%s\n%s" % (entry["seq"], entry["previous"], entry["body"])
            holds = entry["seq"] == number and entry["previous"] == previous
            holds = holds and hashlib.sha256(text.encode()).hexdigest() == entry["hash"]
            self.demand(holds, "7A", f"entry {number}")
            previous = entry["hash"]
            self.entries.append(self.read_body(entry["body"]))
        return value["entries"]

    def read_body(self, body):
        try:
            value = plain.read(body)
        except plain.Bad:
            return "", {}
        if not isinstance(value, dict) or not isinstance(value.get("type"), str) or not isinstance(value.get("values"), dict):
            return "", {}
        return value["type"], value["values"]

    def record_and_opening(self):
        result = self.json("result.json", container.RESULT)
        base_sheets = {place: text for place, text in self.sheets.items() if self.bases.get(place[:2]) == place[2]}
        beginning = None
        if self.record is not None:
            type_, values = self.entries[-1] if self.entries else ("", {})
            closed = type_ == "result-closed" and values.get("entries") == len(self.entries)
            closed = closed and (result is None or values.get("resultHash") == result["resultHash"])
            self.demand(closed, "7B", "the record isn't closed")
            opened = [number for number, entry in enumerate(self.entries) if entry[0] in ("opened", "opened-witnessed")]
            self.demand(len(opened) == 1, "7C", "opened %d times" % len(opened))
            end = opened[0] if opened else len(self.entries)
            begun = [number for number in range(end) if self.entries[number][0] == "opening-begun"]
            self.demand(begun, "7C", "no beginning")
            if begun:
                beginning = self.entries[begun[-1]][1].get("digest")
                late = [entry for entry in self.entries[begun[-1] + 1 :] if entry[0] in ("submitted", "withdrawn", "sheets-received")]
                self.demand(not late, "7C", "handed in after the opening")
                lines = sorted(self.envelopes[place][0].identity for place in base_sheets) + self.paper_lines()
                self.demand(beginning == sha256("\n".join(lines).encode()), "8B", "digest")
                self.takers(beginning, base_sheets)
        if self.decisions is not None:
            done = {place[:2] for place in (*base_sheets, *self.papers)}
            done |= {(dossier, member) for member, dossier in self.decisions["recused"] + self.decisions["absent"]}
            for dossier in self.decisions["dossiers"]:
                for member in self.decisions["members"]:
                    pair = (dossier["dossier"], member)
                    self.demand(pair in done or pair[0] in self.decisions["ineligible"], "8A", str(pair))

    def paper_lines(self):
        value = {"entries": []}
        if "opening/papers.json" in self.parts:
            value = self.json("opening/papers.json", container.PAPER_ENTRIES)
            if value is None:
                self.fail("8B", "opening/papers.json")
                return []
        named = sorted((one["dossier"], one["member"]) for one in value["entries"])
        self.demand(named == sorted({place[:2] for place in self.papers if place not in self.reopenings}), "8B", "pairs of opening/papers.json")
        return sorted(".".join([one["member"], one["dossier"], *sorted(one["sealed"])]) for one in value["entries"])

    def takers(self, digest, base_sheets):
        def signed(name, shape, typ, keys):
            text = read_text(self.parts[name], shape)
            good = text is not None and text.signer(typ, keys) is not None
            good = good and text.value["review"] == self.review and text.value["digest"] == digest
            self.demand(good, "8C", name)
            return text if text is not None and text.signer(typ, keys) is not None else None

        if "opening/request.jws" in self.parts:
            signed("opening/request.jws", container.REQUEST, "panel-opening-request", [self.key])
        if "opening/answer.jws" in self.parts:
            text = signed("opening/answer.jws", container.ANSWER, "panel-opening-answer", self.keeper_keys())
            if text is not None:
                said = sorted((one["dossier"], one["member"], one["seq"], one["payload"]) for one in text.value["sheets"])
                here = sorted((*place, one.identity) for place, one in base_sheets.items())
                self.demand(said == here, "8C", "sheets of the answer")
        for name in self.below("opening/witness"):
            seat = name[len("opening/witness/") : -len(".jws")]
            keys = self.keys(lambda one: one["seat"] == seat and one["role"] == "supervisor")
            text = signed(name, container.WITNESS, "panel-opening-witness", keys)
            self.demand(text is not None and text.value["seat"] == seat, "8C", name)

    # 9 and 10

    def keeper(self, number, part, shape, typ, value, identity):
        if self.reduced:
            return
        if value["keeper"] == "":
            self.demand(part not in self.parts, number, part + " of nobody")
            return
        text = read_text(self.parts.get(part), shape)
        good = text is not None and text.identity == identity
        self.demand(good and text.signer(typ, self.keeper_keys(value["keeper"])) is not None, number, part)

    def result(self):
        if self.decisions is not None:
            identity = self.decisions_identity
            self.keeper("9B", "decisions.keeper.jws", container.DECISIONS, "panel-decisions", self.decisions, identity)
            if self.rosters:
                self.decisions_fit()
        given = self.json("result.json", container.RESULT)
        if "result.json" in self.parts and (given is None or given["review"] != self.review):
            self.fail("9D", "result.json")
        if given is None or self.scheme is None or self.decisions is None:
            return
        wanted = recount(self.review, self.scheme, self.scheme_hash, self.decisions, self.counted())
        self.compare(wanted, given)

    def decisions_fit(self):
        own = self.decisions
        ids = [one["dossier"] for one in own["dossiers"]]
        numbers = [one["number"] for one in own["dossiers"]]
        seated = [seat["seat"] for seat in self.rosters[-1][2]["seats"] if seat["role"] == "member"]

        def unique(values):
            return len(set(values)) == len(values)

        members = own["members"]
        whole = self.reduced or len(members) == len(seated)
        self.demand(unique(members) and whole and set(members) <= set(seated), "9C", "members")
        self.demand(unique(ids) and numbers == sorted(set(numbers)), "9C", "dossiers")
        self.demand(unique(own["withdrawn"]) and not set(own["withdrawn"]) & set(ids), "9C", "withdrawn")
        for pairs in (own["recused"], own["absent"]):
            listed = all(member in members and dossier in ids for member, dossier in pairs)
            self.demand(listed and unique([tuple(pair) for pair in pairs]), "9C", "pairs")
        for values in (own["ineligible"], own["preferred"] + own["undecided"], *own["votes"]):
            self.demand(unique(values) and set(values) <= set(ids), "9C", "lists")

    def counted(self):
        """(member, dossier) → (identity, is paper, scores) of the counted sheets."""
        found = {}
        excused = [tuple(pair) for pair in self.decisions["recused"] + self.decisions["absent"]]
        ids = {one["dossier"] for one in self.decisions["dossiers"]}
        versions = [(place, False, text) for place, text in self.sheets.items()]
        versions += [(place, True, text) for place, text in self.papers.items() if place not in self.sheets]
        for (dossier, member, seq), paper, text in sorted(versions, key=lambda one: one[0]):
            listed = dossier in ids and member in self.decisions["members"] and (member, dossier) not in excused
            if listed and self.scheme.allows(text.value["scores"]):
                found[member, dossier] = (text.identity, paper, text.value["scores"])
        return found

    def compare(self, wanted, given):
        rows = {row["dossier"]: row for row in given["dossiers"]}
        once = len(rows) == len(given["dossiers"])
        self.demand(once and len(rows) == len(wanted["dossiers"]), "9D", "dossiers")
        numbers = ["number", "name", "score", "exact", "members", "categories", "sheets"] + ([] if self.reduced else ["shown"])
        places = ["status", "ineligible"] + ([] if self.reduced else ["rank", "tie", "notes"])
        for row in wanted["dossiers"]:
            other = rows.get(row["dossier"])
            self.demand(other is not None and all(other[key] == row[key] for key in numbers), "9D", row["name"])
            self.demand(other is None or all(other[key] == row[key] for key in places), "9E", row["name"])
        if self.reduced:
            return
        order = [row["dossier"] for row in wanted["dossiers"]] == [row["dossier"] for row in given["dossiers"]]
        same = all(wanted[key] == given[key] for key in ("provisional", "selection"))
        self.demand(order and same, "9E", "order, selection")
        self.demand(wanted["resultHash"] == given["resultHash"], "9F", "result hash")

    def statement(self):
        if "statement.jws" not in self.parts:
            return
        shape, typ = (
            (container.REDUCED_STATEMENT, "panel-reduced-result") if self.reduced else (container.STATEMENT, "panel-result")
        )
        text = read_text(self.parts["statement.jws"], shape)
        good = text is not None and text.signer(typ, [self.key]) is not None and text.value["review"] == self.review
        self.demand(good, "10A", "statement.jws")
        if not good:
            return
        value = text.value
        self.keeper("10B", "statement.keeper.jws", container.STATEMENT, "panel-result", value, text.identity)
        result = self.json("result.json", container.RESULT)
        data = self.parts.get("result.json")
        found = {
            "title": self.bundle["title"],
            "schemeHash": self.scheme_hash,
            "rosterHash": self.rosters[-1][1] if self.rosters else None,
            "manifestHash": self.manifests[-1][1] if self.manifests else None,
            "decisions": self.decisions_identity,
            "resultHash": None if result is None else result["resultHash"],
            "resultSha256": None if data is None else sha256(data),
            "keeper": None if self.decisions is None else self.decisions["keeper"],
        }
        for key, own in found.items():
            self.demand(value[key] == own, "10C", key)
        if not self.reduced:
            end = None if not self.record else {"size": len(self.record), "head": self.record[-1]["hash"]}
            self.demand(value["log"] == end, "10C", "log")
        named = [one["part"] for one in value["documents"]]
        for one in value["documents"]:
            if one["part"] == "":
                continue
            data = self.parts.get(one["part"])
            self.demand(not self.reduced and data is not None and sha256(data) == one["sha256"], "10D", one["part"])
        if not self.reduced:
            for name in self.parts:
                self.demand(name in named or not (name == "minutes.pdf" or name.startswith("scans/")), "10D", name)
            self.demand("minutes.pdf" in named, "10D", "no minutes")
