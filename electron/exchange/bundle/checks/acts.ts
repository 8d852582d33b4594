import { correctionReasons } from '../../../../shared/domain/correction-reasons.ts';
import { keeperKeys, pairKey, pairLabel, partsBelow, placeOf } from '../ground.ts';
import type { GoodReopening, GoodSheet, Ground } from '../ground.ts';
import type { Judgement } from '../judgement.ts';
import { absenceShape, reopeningShape } from '../payloads.ts';
import { prove, readUnproved } from '../signed-text.ts';
import { isSamePlace } from './envelopes.ts';

/** 5E: absences are signed by chair or deputy and are those of the decisions. */
export function checkAbsences(ground: Ground, judgement: Judgement): void {
  judgement.judge('5E');
  const good = partsBelow(ground.parts, /^absences\//u).flatMap(([name, bytes]) => {
    const place = placeOf(name);
    const text = readUnproved(bytes, absenceShape);
    const { value } = text ?? {};
    const holds =
      text !== undefined &&
      value?.review === ground.bundle.review &&
      isSamePlace({ ...value, seq: 0 }, place) &&
      prove(text, 'panel-absence', keeperKeys(ground, value.signer)) !== undefined;
    if (holds) return [place];
    judgement.fail('5E', 'signature', pairLabel(ground, place));
    return [];
  });
  if (ground.decisions === null) return;
  const { members, dossiers, absent } = ground.decisions.value;
  const listed = new Set(dossiers.map(({ dossier }) => dossier));
  const wanted = new Set(absent.map(([member, dossier]) => pairKey({ member, dossier })));
  const signed = new Set(
    good.filter(({ member, dossier }) => members.includes(member) && listed.has(dossier)).map(pairKey),
  );
  for (const key of new Set([...wanted, ...signed])) {
    const [member = '', dossier = ''] = key.split('\n');
    const label = pairLabel(ground, { member, dossier, seq: 0 });
    if (!signed.has(key)) judgement.fail('5E', 'not-signed', label);
    if (!wanted.has(key)) judgement.fail('5E', 'not-decided', label);
  }
}

/** First half of 5F: reopenings that chair or deputy signed. */
export function readReopenings(ground: Ground, judgement: Judgement): readonly GoodReopening[] {
  return partsBelow(ground.parts, /^reopenings\//u).flatMap(([name, bytes]): GoodReopening[] => {
    judgement.judge('5F');
    const place = placeOf(name);
    const text = readUnproved(bytes, reopeningShape);
    const keys = text === undefined ? [] : keeperKeys(ground, text.value.signer);
    const signed = text === undefined ? undefined : prove(text, 'panel-reopening', keys);
    if (signed?.value.review === ground.bundle.review && isSamePlace(signed.value, place))
      return [{ ...signed, place }];
    judgement.fail('5F', 'signature', pairLabel(ground, place));
    return [];
  });
}

/** Second half of 5F: each leads from a version that is there to one that is there, with a reason of the scheme. */
export function checkReopenings(
  ground: Ground,
  reopenings: readonly GoodReopening[],
  sheets: readonly GoodSheet[],
  papers: readonly GoodSheet[],
  judgement: Judgement,
): void {
  const reasons = ground.scheme?.source.correctionReasons ?? correctionReasons;
  for (const { place, value } of reopenings) {
    const label = pairLabel(ground, place);
    if (ground.scheme !== null && !reasons.includes(value.reason)) judgement.fail('5F', 'reason', label);
    const own = [...papers, ...sheets]
      .filter((sheet) => pairKey(sheet.place) === pairKey(place))
      .toSorted((left, right) => left.place.seq - right.place.seq);
    if (!own.some((sheet) => sheet.place.seq === place.seq)) judgement.fail('5F', 'new-version', label);
    const before = own.filter((sheet) => sheet.place.seq < place.seq).at(-1);
    if (before?.identity !== value.previous) judgement.fail('5F', 'old-version', label);
  }
}
