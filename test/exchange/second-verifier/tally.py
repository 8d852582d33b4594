"""The numbers of bundle.md, recomputed with exact fractions."""

import re
from fractions import Fraction

import plain
from signature import sha256

SCORE = re.compile(r"(0|[1-9][0-9]*)(\.[0-9]{1,2})?\Z")
DECIMAL = re.compile(r"(?:0|[1-9][0-9]{0,8})(?:\.[0-9]{1,12})?\Z")


class Scheme:
    """The rules of scheme.json; raises plain.Bad (or KeyError, TypeError) when they don't agree."""

    def __init__(self, data):
        source = plain.read(data, plain=False)
        self.categories, self.items = [], []
        total = Fraction(0)
        for category in source["categories"]:
            cap, weight = decimal(category["cap"]), decimal(category.get("weight", "1"))
            items = category.get("items", [{"id": category["id"], "cap": category["cap"], "step": category.get("step", "0.01")}])
            if not items or sum(decimal(item["cap"]) for item in items) != cap:
                raise plain.Bad("caps")
            total += cap * weight
            self.categories.append((category["id"], weight, [item["id"] for item in items]))
            for item in items:
                step = decimal(item.get("step", "0.01")) * 100
                self.items.append((item["id"], int(decimal(item["cap"]) * 100), step))
        if total != decimal(source["total"]):
            raise plain.Bad("total")
        rules = source["tally"]
        self.aggregate = rules["aggregate"]
        rounding = rules.get("rounding", {})
        self.places = rounding.get("places", 2)
        self.mode = rounding.get("mode", "half-up")
        self.point = rounding.get("point", "end")
        self.rank_on = rules.get("rankOn", "exact")
        self.ties = rules.get("ties", ["shared"])
        self.quorum = rules.get("quorum", 3)
        selection = source.get("selection", {})
        self.pass_mark = decimal(selection["passMark"]) if "passMark" in selection else None
        self.quota = selection.get("quota")
        self.reasons = source.get(
            "correctionReasons",
            ["分值汇总计算错误", "分项评分超出评分标准范围", "评审组成员对客观评审因素评分不一致", "经评审组认定评分畸高、畸低"],
        )

    def allows(self, scores):
        """Check 5B."""
        if set(scores) != {item for item, _, _ in self.items}:
            return False
        for item, cap, step in self.items:
            if SCORE.match(scores[item]) is None:
                return False
            value = Fraction(scores[item]) * 100
            if value > cap or (value / step).denominator != 1:
                return False
        return True


def decimal(text):
    if not isinstance(text, str) or DECIMAL.match(text) is None:
        raise plain.Bad("decimal")
    return Fraction(text)


def round_scaled(value, places, mode):
    """value × 10^places as a whole number; values are never negative."""
    scaled = value * 10**places
    whole = scaled.numerator // scaled.denominator
    rest = scaled - whole
    half = Fraction(1, 2)
    up = rest > half or (rest == half and (mode == "half-up" or whole % 2 == 1))
    return whole + 1 if up else whole


def rounded(value, places, mode):
    return Fraction(round_scaled(value, places, mode), 10**places)


def rounded_text(value, places, mode):
    digits = str(round_scaled(value, places, mode)).rjust(places + 1, "0")
    return digits if places == 0 else digits[:-places] + "." + digits[-places:]


def fraction_text(value):
    return str(value)


def exact_decimal(value):
    """Exact decimal text without needless zeros, the fraction when its decimals never end."""
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    if rest != 1:
        return fraction_text(value)
    places = 0
    while (value * 10**places).denominator != 1:
        places += 1
    return rounded_text(value, places, "half-up")


def by_bytes(one):
    return one.encode("utf-8")


def mean(values):
    return sum(values, Fraction(0)) / len(values)


def median(values):
    ordered = sorted(values)
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 == 1 else (ordered[middle - 1] + ordered[middle]) / 2


def trim(values, high, low):
    """Positions set aside as high and as low, and those kept; values stand in the order of member ids."""
    down = sorted(range(len(values)), key=lambda index: (-values[index], index))
    highs, rest = down[:high], sorted(down[high:])
    up = sorted(rest, key=lambda index: (values[index], index))
    return highs, up[:low], sorted(up[low:])


class Counted:
    """One dossier: its counted sheets and what comes of them before any ranking."""

    def __init__(self, scheme, sheets):
        self.members = sorted(sheets, key=by_bytes)
        self.scores = [{item: Fraction(text) for item, text in sheets[member].items()} for member in self.members]
        self.sums = [[sum((own[item] for item in items), Fraction(0)) for _, _, items in scheme.categories] for own in self.scores]
        self.weighted = [[value * weight for value, (_, weight, _) in zip(own, scheme.categories)] for own in self.sums]
        self.totals = [sum(own, Fraction(0)) for own in self.weighted]
        self.dropped = {member: [] for member in self.members}
        self.categories = self.exact = self.published = None
        if not self.members:
            return
        self.categories, total = self.combine(scheme)
        if scheme.point == "category":
            total = sum((rounded(value, scheme.places, scheme.mode) for value in self.categories), Fraction(0))
        self.exact = total
        self.published = rounded(total, scheme.places, scheme.mode)

    def combine(self, scheme):
        rule = scheme.aggregate
        columns = list(zip(*self.weighted))
        if rule == "median":
            return [median(column) for column in columns], median(self.totals)
        if rule != "mean" and len(self.members) >= rule["trimmed"]["minimumMembers"]:
            values = self.trimmed(scheme, **rule["trimmed"])
        else:
            values = [mean(column) for column in columns]
        return values, sum(values, Fraction(0))

    def trimmed(self, scheme, high, low, scope, minimumMembers):
        def kept(values, place):
            highs, lows, rest = trim(values, high, low)
            for side, positions in (("high", highs), ("low", lows)):
                for index in positions:
                    self.dropped[self.members[index]].append({"side": side, "scope": scope, "place": place})
            return rest

        if scope == "sheet":
            rest = kept(self.totals, None)
            return [mean([self.weighted[index][place] for index in rest]) for place in range(len(scheme.categories))]
        values = []
        for place, (category, weight, items) in enumerate(scheme.categories):
            if scope == "category":
                rest = kept([own[place] for own in self.sums], category)
                values.append(mean([self.weighted[index][place] for index in rest]))
                continue
            value = Fraction(0)
            for item in items:
                rest = kept([own[item] for own in self.scores], item)
                value += mean([self.scores[index][item] for index in rest])
            values.append(value * weight)
        return values


def place(scheme, candidates, preferred, votes):
    """dossier → (rank, tie). `candidates`: dossier → (value, exact category values)."""
    places = {}
    ordered = sorted(candidates, key=lambda one: (-candidates[one][0], by_bytes(one)))
    start = 0
    while start < len(ordered):
        value = candidates[ordered[start]][0]
        tied = [one for one in ordered[start:] if candidates[one][0] == value]
        decided = {one: [] for one in tied}
        groups = [tied]
        for position, step in enumerate(scheme.ties):
            split = []
            for group in groups:
                pieces = [group] if len(group) == 1 else split_by(scheme, step, group, candidates, preferred, votes)
                if len(pieces) > 1:
                    for one in group:
                        decided[one].append(position)
                split.extend(pieces)
            groups = split
        rank = start + 1
        for group in groups:
            for one in group:
                tie = {"with": tied, "decidedBy": decided[one], "sharedWith": sorted(group, key=by_bytes)}
                places[one] = (rank, None if len(tied) == 1 else tie)
            rank += len(group)
        start += len(tied)
    return places


def split_by(scheme, step, group, candidates, preferred, votes):
    if step == "preference":
        pieces = [[one for one in group if one in preferred], [one for one in group if one not in preferred]]
        return [piece for piece in pieces if piece]
    if step.startswith("category:"):
        index = [category for category, _, _ in scheme.categories].index(step[len("category:") :])
        values = sorted({candidates[one][1][index] for one in group}, reverse=True)
        return [[one for one in group if candidates[one][1][index] == value] for value in values]
    if step == "vote":
        for vote in votes:
            if all(one in vote for one in group):
                return [[one] for one in sorted(group, key=vote.index)]
    return [group]


def shown_texts(scheme, exact):
    """dossier → text, with more decimals where different values would print alike."""
    texts = {one: rounded_text(value, scheme.places, scheme.mode) for one, value in exact.items()}
    for extra in range(1, 12):
        alike = [one for one in texts if any(texts[one] == texts[two] and exact[one] != exact[two] for two in texts)]
        if not alike:
            break
        for one in alike:
            value = exact[one]
            texts[one] = fraction_text(value) if extra > 10 else rounded_text(value, scheme.places + extra, scheme.mode)
    return texts


def recount(review, scheme, scheme_hash, decisions, counted):
    """result.json as it must be. `counted`: (member, dossier) → (identity, is paper, scores)."""
    members, ids = decisions["members"], [one["dossier"] for one in decisions["dossiers"]]
    facts = {one["dossier"]: one for one in decisions["dossiers"]}
    recused = {tuple(pair) for pair in decisions["recused"]}
    absent = {tuple(pair) for pair in decisions["absent"]}
    out = set(decisions["ineligible"])
    own = {one: Counted(scheme, {member: counted[member, one][2] for member in members if (member, one) in counted}) for one in ids}
    candidates = {}
    for one in ids:
        if one not in out and own[one].exact is not None:
            value = own[one].exact if scheme.rank_on == "exact" else own[one].published
            candidates[one] = (value, own[one].categories)
    places = place(scheme, candidates, set(decisions["preferred"]), decisions["votes"])
    shown = shown_texts(scheme, {one: own[one].exact for one in ids if own[one].exact is not None})
    rows = {}
    for one in ids:
        count = own[one]
        missing = [m for m in members if (m, one) not in counted and (m, one) not in recused and (m, one) not in absent]
        rank, tie = places.get(one, (None, None))
        rows[one] = {
            "dossier": one,
            "number": facts[one]["number"],
            "name": facts[one]["name"],
            "rank": rank,
            "score": None if count.exact is None else rounded_text(count.exact, scheme.places, scheme.mode),
            "exact": None if count.exact is None else fraction_text(count.exact),
            "shown": shown.get(one),
            "members": len(count.members),
            "status": "provisional" if len(count.members) < scheme.quorum or missing else "final",
            "ineligible": one in out,
            "categories": category_rows(scheme, count),
            "tie": tie,
            "notes": [],
            "sheets": [sheet_row(scheme, count, m, (m, one), counted, recused, absent) for m in members],
        }
    listed = sorted(
        rows.values(), key=lambda row: (row["score"] is None, row["rank"] is None, row["rank"] or 0, by_bytes(row["dossier"]))
    )
    return {
        "format": 1,
        "review": review,
        "resultHash": result_hash(review, scheme_hash, decisions, rows, counted),
        "provisional": any(row["status"] == "provisional" and not row["ineligible"] for row in listed),
        "dossiers": listed,
        "selection": select(scheme, listed, own, decisions["votes"]),
    }


def category_rows(scheme, count):
    if count.categories is None:
        return [{"id": category, "mean": None, "exact": None} for category, _, _ in scheme.categories]
    return [
        {"id": category, "mean": rounded_text(value, scheme.places, scheme.mode), "exact": fraction_text(value)}
        for (category, _, _), value in zip(scheme.categories, count.categories)
    ]


def sheet_row(scheme, count, member, pair, counted, recused, absent):
    row = {"member": member, "mark": "missing", "paper": False, "total": None}
    row["categories"], row["dropped"] = [None for _ in scheme.categories], []
    if pair in counted:
        index = count.members.index(member)
        dropped = count.dropped[member]
        whole = any(one["scope"] == "sheet" for one in dropped)
        row.update(mark="dropped" if whole else "counted", paper=counted[pair][1], total=exact_decimal(count.totals[index]))
        row.update(categories=[exact_decimal(value) for value in count.weighted[index]], dropped=dropped)
    elif pair in recused:
        row["mark"] = "recused"
    elif pair in absent:
        row["mark"] = "absent"
    return row


def select(scheme, rows, own, votes):
    if scheme.pass_mark is None and scheme.quota is None:
        return None

    def passes(row):
        count = own[row["dossier"]]
        if count.exact is None:
            return False
        value = count.exact if scheme.rank_on == "exact" else count.published
        return scheme.pass_mark is None or value >= scheme.pass_mark

    border, open_places, winners = [], 0, None
    for rank in sorted({row["rank"] for row in rows if row["rank"] is not None}):
        group = [row for row in rows if row["rank"] == rank]
        beyond = scheme.quota is not None and rank <= scheme.quota and rank + len(group) - 1 > scheme.quota
        if beyond and all(passes(row) for row in group):
            border, open_places = sorted((row["dossier"] for row in group), key=by_bytes), scheme.quota - rank + 1
            break
    for vote in votes:
        if border and sorted(vote) == sorted(border):
            winners = vote[:open_places]
            break

    def reason(row):
        if row["ineligible"]:
            return "selection-ineligible"
        if row["rank"] is None:
            return "selection-no-score"
        if row["status"] == "provisional":
            return "selection-provisional"
        if not passes(row):
            return "selection-below-pass-mark"
        if row["dossier"] in border:
            if winners is None:
                return "selection-open-tie"
            return "selection-in-by-vote" if row["dossier"] in winners else "selection-out-by-vote"
        return "selection-beyond-quota" if scheme.quota is not None and row["rank"] > scheme.quota else "selection-in"

    reasons = [(row["dossier"], reason(row)) for row in rows]
    is_open = bool(border) and winners is None
    return {
        "passMark": None if scheme.pass_mark is None else exact_decimal(scheme.pass_mark),
        "quota": scheme.quota,
        "dossiers": [
            {"dossier": one, "selected": why in ("selection-in", "selection-in-by-vote"), "reason": why} for one, why in reasons
        ],
        "openTie": border if is_open else [],
        "openPlaces": open_places if is_open else 0,
    }


def result_hash(review, scheme_hash, decisions, rows, counted):
    members = decisions["members"]

    def those(pairs, dossier):
        return [member for member in members if [member, dossier] in pairs]

    dossiers = []
    for dossier in (one["dossier"] for one in decisions["dossiers"]):
        row = rows[dossier]
        sheets = [
            [member, counted[member, dossier][0], "paper" if counted[member, dossier][1] else "laptop"]
            for member in members
            if (member, dossier) in counted
        ]
        preference = True if dossier in decisions["preferred"] else None if dossier in decisions["undecided"] else False
        dossiers.append(
            {
                "dossier": dossier,
                "sheets": sheets,
                "recused": those(decisions["recused"], dossier),
                "absent": those(decisions["absent"], dossier),
                "ineligible": row["ineligible"],
                "preference": preference,
                "rank": row["rank"],
                "score": row["score"],
                "exact": row["exact"],
                "members": row["members"],
                "status": row["status"],
                "categories": [[one["id"], one["mean"], one["exact"]] for one in row["categories"]],
            }
        )
    text = {"format": 1, "review": review, "scheme": scheme_hash, "members": members, "votes": decisions["votes"], "dossiers": dossiers}
    return sha256(plain.write(text).encode("utf-8"))
