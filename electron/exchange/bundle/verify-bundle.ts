import { AppError } from '../../../shared/api/problem.ts';
import { normaliseFingerprint } from '../../signing/fingerprint.ts';
import { checkAbsences, checkReopenings, readReopenings } from './checks/acts.ts';
import { checkContainer } from './checks/container.ts';
import { checkChains, checkNamed, readEnvelopes } from './checks/envelopes.ts';
import { checkFullSet, checkOpening } from './checks/opening.ts';
import { checkReceipts, checkWitnessedRecord } from './checks/receipts.ts';
import { checkChain, checkCourse } from './checks/record.ts';
import { checkDecisions, checkKeeper, checkNumbers } from './checks/result.ts';
import { checkApplications, checkManifests, checkScheme } from './checks/rules.ts';
import { basesOf, checkOpened, readPapers, readSheets } from './checks/sheets.ts';
import { checkAuthority, checkRosters } from './checks/signers.ts';
import { checkDocuments, checkStatement } from './checks/statement.ts';
import { placeKey, type Ground } from './ground.ts';
import { Judgement, type BundleLine } from './judgement.ts';
import {
  decisionsShape,
  reducedStatementShape,
  statementShape,
  type BundleFacts,
  type Statement,
} from './payloads.ts';
import { resultShape } from './result-shape.ts';
import { readPlainBytes } from './plain-form.ts';
import { readBundle } from './read-bundle.ts';
import { readSigned, type SignedText } from './signed-text.ts';

export interface BundleReport {
  /** `unreadable`: not a bundle, or of a newer format. It is never a softer word for `invalid`. */
  readonly verdict: 'valid' | 'invalid' | 'unreadable';
  /** Why nothing could be read; empty otherwise. */
  readonly reason: '' | 'not-bundle' | 'newer-bundle';
  readonly pinned: boolean;
  /** Null while `bundle.json` can't be read. */
  readonly bundle: BundleFacts | null;
  /** Nobody but the office signed the decisions and the statement. */
  readonly keeperMissing: boolean;
  readonly lines: readonly BundleLine[];
}

/**
 * Judges a bundle by resources/spec/bundle.md, all failures in one run. Needs no network, clock nor database
 * and never throws for what is in the bytes (`bad-input` for a pin that is no fingerprint).
 */
export function verifyBundle(
  bytes: Uint8Array,
  options: { readonly authority?: string | undefined } = {},
): BundleReport {
  const pin = options.authority;
  if (pin !== undefined && normaliseFingerprint(pin) === undefined)
    throw new AppError('bad-input', { what: 'authority' });
  const judgement = new Judgement();
  const read = readBundle(bytes);
  const report = (bundle: BundleFacts | null, keeperMissing = false): BundleReport => {
    const lines = judgement.lines();
    const verdict = lines.some(({ state }) => state === 'bad') ? 'invalid' : 'valid';
    return { verdict, reason: '', pinned: pin !== undefined, bundle, keeperMissing, lines };
  };
  if (read.state === 'unreadable') return { ...report(null), verdict: 'unreadable', reason: read.reason };
  judgement.judge('1A');
  if (read.state === 'broken') {
    judgement.fail('1A', read.reason, read.place);
    return report(null);
  }
  const { parts, bundle } = checkContainer(read.parts, judgement);
  if (bundle === null) return report(null);
  const authority = checkAuthority(parts, bundle, pin, judgement);
  if (authority === null) return report(bundle);
  const ground = layGround(parts, bundle, authority, judgement);
  checkSheetsAndResult(ground, judgement);
  const statement = checkEnd(ground, judgement);
  return report(bundle, bundle.kind === 'result' && statement?.value.keeper === '');
}

function layGround(
  parts: ReadonlyMap<string, Buffer>,
  bundle: BundleFacts,
  authority: string,
  judgement: Judgement,
): Ground {
  const rosters = checkRosters(parts, bundle, authority, judgement);
  const { scheme, schemeHash } = checkScheme(parts, rosters, judgement);
  const manifests = checkManifests(parts, bundle, authority, rosters, judgement);
  const decided = readSigned(parts.get('decisions.jws'), decisionsShape, 'panel-decisions', [authority]);
  const holds =
    decided?.value.review === bundle.review && decided.value.schemeHash === rosters.at(-1)?.schemeHash;
  if (parts.has('decisions.jws')) judgement.require(holds, '9A', 'signature', 'decisions.jws');
  const decisions = holds && decided !== undefined ? decided : null;
  const record = checkChain(parts, bundle.review, judgement);
  const bytes = parts.get('result.json');
  const value = bytes === undefined ? undefined : readPlainBytes(bytes);
  const result = resultShape.fits(value) ? value : null;
  const { kind } = bundle;
  return {
    parts,
    kind,
    bundle,
    authority,
    rosters,
    schemeHash,
    scheme,
    manifests,
    decisions,
    result,
    record,
  };
}

function checkSheetsAndResult(ground: Ground, judgement: Judgement): void {
  checkApplications(ground, judgement);
  const envelopes = readEnvelopes(ground, 'sheets', judgement);
  const conflicts = readEnvelopes(ground, 'conflicts', judgement);
  checkChains(ground, envelopes, conflicts, judgement);
  const reopenings = readReopenings(ground, judgement);
  checkNamed(ground, envelopes, conflicts, reopenings, judgement);
  const sheets = readSheets(ground, envelopes, judgement);
  const papers = readPapers(ground, sheets, judgement);
  checkOpened(ground, envelopes, reopenings, sheets, papers, judgement);
  checkAbsences(ground, judgement);
  checkReopenings(ground, reopenings, sheets, papers, judgement);
  const both = [...envelopes, ...conflicts];
  checkWitnessedRecord(ground, both, checkReceipts(ground, both, judgement), judgement);
  checkCourse(ground, judgement);
  const bases = basesOf(envelopes, reopenings);
  const opened = sheets.filter(
    ({ place }) => bases.get(`${place.member}\n${place.dossier}`)?.place.seq === place.seq,
  );
  checkFullSet(ground, opened, papers, judgement);
  const corrected = new Set(reopenings.map(({ place }) => placeKey(place)));
  const typed = papers.filter(({ place }) => !corrected.has(placeKey(place)));
  checkOpening(ground, [...bases.values()], opened, typed, judgement);
  checkDecisions(ground, judgement);
  checkNumbers(ground, sheets, papers, judgement);
}

/** 9B and section 10. */
function checkEnd(ground: Ground, judgement: Judgement): SignedText<Statement> | null {
  const { parts, bundle, authority, decisions } = ground;
  checkKeeper(ground, decisions, 'decisions.keeper.jws', decisionsShape, 'panel-decisions', '9B', judgement);
  const bytes = parts.get('statement.jws');
  const signed: SignedText<Statement> | undefined =
    bundle.kind === 'result'
      ? readSigned(bytes, statementShape, 'panel-result', [authority])
      : readSigned(bytes, reducedStatementShape, 'panel-reduced-result', [authority]);
  const good = signed?.value.review === bundle.review ? signed : undefined;
  if (bytes !== undefined) judgement.require(good !== undefined, '10A', 'signature', 'statement.jws');
  if (good === undefined) return null;
  checkKeeper(ground, good, 'statement.keeper.jws', statementShape, 'panel-result', '10B', judgement);
  checkStatement(ground, good, judgement);
  checkDocuments(ground, good, judgement);
  return good;
}
