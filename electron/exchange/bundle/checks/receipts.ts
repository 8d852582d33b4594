import { pairLabel, partsBelow, placeKey, placeOf } from '../ground.ts';
import type { GoodEnvelope, GoodReceipt, Ground } from '../ground.ts';
import type { Judgement } from '../judgement.ts';
import { receiptShape } from '../payloads.ts';
import { readSigned } from '../signed-text.ts';
import { isSamePlace } from './envelopes.ts';
import { namedEnvelopes, readEntries, recordStart } from './record.ts';

/** 6A: receipts, each for an envelope that is here. */
export function checkReceipts(
  ground: Ground,
  envelopes: readonly GoodEnvelope[],
  judgement: Judgement,
): readonly GoodReceipt[] {
  const known = Map.groupBy(envelopes, ({ place }) => placeKey(place));
  return partsBelow(ground.parts, /^receipts\//u).flatMap(([name, bytes]): GoodReceipt[] => {
    judgement.judge('6A');
    const place = placeOf(name);
    const signed = readSigned(bytes, receiptShape, 'panel-receipt', [ground.authority]);
    if (signed?.value.review !== ground.bundle.review || !isSamePlace(signed.value, place)) {
      judgement.fail('6A', 'signature', pairLabel(ground, place));
      return [];
    }
    const { envelope, sealedHash } = signed.value;
    const named = (known.get(placeKey(place)) ?? []).some(
      (one) => one.identity === envelope && one.value.sealedHash === sealedHash,
    );
    if (!named) judgement.fail('6A', 'other-envelope', pairLabel(ground, place));
    return [{ ...signed, place }];
  });
}

/** 6B and 6C: the members' laptops are the witnesses of the record. */
export function checkWitnessedRecord(
  ground: Ground,
  envelopes: readonly GoodEnvelope[],
  receipts: readonly GoodReceipt[],
  judgement: Judgement,
): void {
  const { record, bundle } = ground;
  if (record === null) return;
  if (receipts.length > 0) judgement.judge('6B');
  for (const { value, place } of receipts) {
    const { size, head } = value.log;
    const at = size === 0 ? recordStart(bundle.review) : record[size - 1]?.hash;
    if (at !== head) judgement.fail('6B', 'other-record', pairLabel(ground, place));
  }
  const byLetter = namedEnvelopes(readEntries(record), ['sheets-received']);
  if (byLetter.size > 0) judgement.judge('6C');
  const receipted = new Set(receipts.map(({ place }) => placeKey(place)));
  for (const { identity, place } of envelopes) {
    if (byLetter.has(identity.slice(0, 16)) && !receipted.has(placeKey(place)))
      judgement.fail('6C', 'no-receipt', pairLabel(ground, place));
  }
}
