import { fingerprint, sha256Hex } from '../../../signing/fingerprint.ts';
import { verifyPdf } from '../../../signing/pdf/verify.ts';
import { keysOf, partsBelow, type Ground } from '../ground.ts';
import type { Judgement } from '../judgement.ts';
import type { Statement } from '../payloads.ts';
import type { SignedText } from '../signed-text.ts';

/** 10C: what the statement names is what is here. */
export function checkStatement(ground: Ground, { value }: SignedText<Statement>, judgement: Judgement): void {
  judgement.judge('10C');
  const { parts, bundle, rosters, manifests, decisions, result, record, kind, schemeHash } = ground;
  const bytes = parts.get('result.json');
  const last = record?.at(-1);
  const same: readonly (readonly [string, unknown, unknown])[] = [
    ['title', value.title, bundle.title],
    ['scheme', value.schemeHash, schemeHash],
    ['roster', value.rosterHash, rosters.at(-1)?.identity],
    ['manifest', value.manifestHash, manifests.at(-1)?.identity ?? null],
    ['decisions', value.decisions, decisions?.identity],
    ['result-hash', value.resultHash, result?.resultHash],
    ['result', value.resultSha256, bytes === undefined ? undefined : sha256Hex(bytes)],
    ['keeper', value.keeper, decisions?.value.keeper],
    ...(kind === 'reduced'
      ? []
      : [['log', value.log.size, record?.length] as const, ['log', value.log.head, last?.hash] as const]),
  ];
  for (const [what, said, found] of same) if (said !== found) judgement.fail('10C', what, 'statement.jws');
}

/** 10D and 10E: the documents are the ones that the statement names, and the minutes are signed. */
export function checkDocuments(ground: Ground, { value }: SignedText<Statement>, judgement: Judgement): void {
  const { parts, kind } = ground;
  judgement.judge('10D');
  for (const { part, sha256 } of value.documents) {
    if (part === '') continue;
    const bytes = parts.get(part);
    if (kind === 'reduced' || bytes === undefined || sha256Hex(bytes) !== sha256)
      judgement.fail('10D', 'document', part);
  }
  if (kind === 'reduced') return;
  const named = new Set(value.documents.map(({ part }) => part));
  for (const [name] of partsBelow(parts, /^(?:minutes\.pdf|scans\/.*)$/u))
    if (!named.has(name)) judgement.fail('10D', 'not-named', name);
  if (!named.has('minutes.pdf')) judgement.fail('10D', 'no-minutes', 'statement.jws');
  checkMinutes(ground, value, judgement);
}

function checkMinutes(ground: Ground, value: Statement, judgement: Judgement): void {
  const minutes = value.documents.find(({ part }) => part === 'minutes.pdf');
  const bytes = ground.parts.get('minutes.pdf');
  if (minutes?.signing !== 'electronic' || bytes === undefined) return;
  const { verdict, signatures } = verifyPdf(bytes, { authority: fingerprint(ground.authority) });
  judgement.require(verdict === 'valid', '10E', verdict, 'minutes.pdf');
  const signed = new Set(
    signatures.flatMap(({ certificateFingerprint: key }) => (key === undefined ? [] : [key])),
  );
  for (const { seat, state } of minutes.signatures) {
    if (state !== 'signed') continue;
    const own = keysOf(ground, (one) => one.seat === seat).map(fingerprint);
    const label = ground.rosters.at(-1)?.seats.find((one) => one.seat === seat)?.label ?? seat;
    judgement.require(
      own.some((key) => signed.has(key)),
      '10E',
      'signer',
      label,
    );
  }
}
