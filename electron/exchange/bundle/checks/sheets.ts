import { checkSheet } from '../../../../shared/domain/sheet.ts';
import { pairKey, pairLabel, partsBelow, placeKey, placeOf, rosterNamed } from '../ground.ts';
import type { GoodEnvelope, GoodReopening, GoodSheet, Ground } from '../ground.ts';
import type { Judgement } from '../judgement.ts';
import { paperShape, sheetShapes, type Sheet } from '../payloads.ts';
import { prove, readUnproved, type SignedText } from '../signed-text.ts';
import type { ShapeOf } from '../shape.ts';
import { byPair, isSamePlace } from './envelopes.ts';

const placeFields = [
  'review',
  'schemeHash',
  'rosterHash',
  'manifestHash',
  'dossier',
  'member',
  'seq',
] as const;

/** 5A: opened sheets, each signed like its envelope and for the same place. */
export function readSheets(
  ground: Ground,
  envelopes: readonly GoodEnvelope[],
  judgement: Judgement,
): readonly GoodSheet[] {
  const known = new Map(envelopes.map((one) => [placeKey(one.place), one]));
  return partsBelow(ground.parts, /^sheets\/.*\.sheet\.jws$/u).flatMap(([name, bytes]): GoodSheet[] => {
    judgement.judge('5A');
    const place = placeOf(name);
    const envelope = known.get(placeKey(place));
    const text = readUnproved<Sheet>(bytes, sheetShapes[1]) ?? readUnproved<Sheet>(bytes, sheetShapes[2]);
    const signed =
      envelope?.value.kind !== 'sheet' || text === undefined
        ? undefined
        : prove(text, 'panel-sheet', [envelope.key]);
    const [inside, outside]: Readonly<Record<string, unknown>>[] = [
      { ...signed?.value },
      { ...envelope?.value },
    ];
    if (signed !== undefined && placeFields.every((field) => inside?.[field] === outside?.[field]))
      return [{ place, identity: signed.identity, paper: false, scores: signed.value.scores }];
    judgement.fail('5A', 'sheet', pairLabel(ground, place));
    return [];
  });
}

/** 5D: what two people of the office typed from paper. The first text stands for the sheet. */
export function readPapers(
  ground: Ground,
  sheets: readonly GoodSheet[],
  judgement: Judgement,
): readonly GoodSheet[] {
  const opened = new Set(sheets.map(({ place }) => placeKey(place)));
  const names = new Set(
    partsBelow(ground.parts, /^papers\//u).map(([name]) => name.slice(0, -'.1.jws'.length)),
  );
  return [...names].flatMap((name): GoodSheet[] => {
    judgement.judge('5D');
    const place = placeOf(`${name}.jws`);
    const [one, two] = ['1', '2'].map((typist) => readTyped(ground, `${name}.${typist}.jws`));
    const label = pairLabel(ground, place);
    if (opened.has(placeKey(place))) judgement.fail('5D', 'paper-and-sheet', label);
    if (one === undefined || two === undefined) {
      judgement.fail('5D', 'typed', label);
      return [];
    }
    const agree =
      isSamePlace(one.value, place) &&
      isSamePlace(two.value, place) &&
      one.value.typist !== two.value.typist &&
      one.value.scanHash === two.value.scanHash &&
      sameScores(one.value.scores, two.value.scores);
    if (agree) return [{ place, identity: one.identity, paper: true, scores: one.value.scores }];
    judgement.fail('5D', 'differ', label);
    return [];
  });
}

function readTyped(ground: Ground, name: string): SignedText<ShapeOf<typeof paperShape>> | undefined {
  const bytes = ground.parts.get(name);
  const text = bytes === undefined ? undefined : readUnproved(bytes, paperShape);
  if (text === undefined) return undefined;
  const { review, rosterHash, schemeHash, typist } = text.value;
  const roster = rosterNamed(ground, rosterHash);
  const key = roster?.seats.find(({ seat, role }) => seat === typist && role !== 'member')?.publicKey;
  const placed = review === ground.bundle.review && schemeHash === roster?.schemeHash;
  return placed && typeof key === 'string' ? prove(text, 'panel-paper-sheet', [key]) : undefined;
}

function sameScores(
  left: Readonly<Record<string, string>>,
  right: Readonly<Record<string, string>>,
): boolean {
  const items = Object.keys(left);
  return items.length === Object.keys(right).length && items.every((item) => left[item] === right[item]);
}

const ASCII_SCORE = /^(?:0|[1-9][0-9]*)(?:\.[0-9]{1,2}|)$/u;

/** Whether every item of the scheme has a score that it allows. */
export function obeysScheme(ground: Ground, { scores }: GoodSheet): boolean {
  if (ground.scheme === null) return true;
  return (
    Object.values(scores).every((one) => ASCII_SCORE.test(one)) &&
    checkSheet(ground.scheme, scores).length === 0
  );
}

/** 5B and 5C: the scores of each sheet, and that the right versions were opened. */
export function checkOpened(
  ground: Ground,
  envelopes: readonly GoodEnvelope[],
  reopenings: readonly GoodReopening[],
  sheets: readonly GoodSheet[],
  papers: readonly GoodSheet[],
  judgement: Judgement,
): void {
  if (ground.scheme !== null) judgement.judge('5B');
  for (const sheet of [...sheets, ...papers])
    if (!obeysScheme(ground, sheet)) judgement.fail('5B', 'scores', pairLabel(ground, sheet.place));
  judgement.judge('5C');
  const bases = basesOf(envelopes, reopenings);
  const reopened = new Set(reopenings.map(({ place }) => placeKey(place)));
  for (const { place } of sheets) {
    const isBase = bases.get(pairKey(place))?.place.seq === place.seq;
    if (!isBase && !reopened.has(placeKey(place))) judgement.fail('5C', 'not-last', pairLabel(ground, place));
  }
  for (const { place } of papers)
    if (place.seq !== 1 && !reopened.has(placeKey(place)))
      judgement.fail('5C', 'not-reopened', pairLabel(ground, place));
  const { recused = [], absent = [] } = ground.decisions?.value ?? {};
  const excused = new Set([...recused, ...absent].map(([member, dossier]) => pairKey({ member, dossier })));
  for (const { place } of [...sheets, ...papers])
    if (excused.has(pairKey(place))) judgement.fail('5C', 'excused', pairLabel(ground, place));
}

/** The last envelope of each pair that no reopening names: what lay there when the sheets were opened. */
export function basesOf(
  envelopes: readonly GoodEnvelope[],
  reopenings: readonly GoodReopening[],
): ReadonlyMap<string, GoodEnvelope> {
  const reopened = new Set(reopenings.map(({ place }) => placeKey(place)));
  const before = envelopes.filter(({ place }) => !reopened.has(placeKey(place)));
  return new Map([...byPair(before)].flatMap(([pair, own]) => own.slice(-1).map((last) => [pair, last])));
}
