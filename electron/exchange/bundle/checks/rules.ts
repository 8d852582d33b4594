import { compileScheme } from '../../../../shared/domain/compile-scheme.ts';
import type { CompiledScheme } from '../../../../shared/domain/compiled-scheme.ts';
import { parseStrictJson } from '../../../../shared/domain/strict-json.ts';
import { schemeShape } from '../../../../shared/schema/scheme.ts';
import { sha256Hex } from '../../../signing/fingerprint.ts';
import type { GoodManifest, GoodRoster, Ground } from '../ground.ts';
import type { Judgement } from '../judgement.ts';
import { manifestShape, reducedManifestShape, type BundleFacts } from '../payloads.ts';
import { utf8 } from '../plain-form.ts';
import { readSigned } from '../signed-text.ts';
import { requireNoGap, versions } from './signers.ts';

/** 3A: the scheme that everybody signed, compiled. */
export function checkScheme(
  parts: ReadonlyMap<string, Buffer>,
  rosters: readonly GoodRoster[],
  judgement: Judgement,
): { readonly schemeHash: string | null; readonly scheme: CompiledScheme | null } {
  const bytes = parts.get('scheme.json');
  if (bytes === undefined) return { schemeHash: null, scheme: null };
  const schemeHash = sha256Hex(bytes);
  const same = rosters.every((roster) => roster.schemeHash === schemeHash);
  judgement.require(same, '3A', 'scheme-hash', 'scheme.json');
  const scheme = readScheme(bytes);
  judgement.require(scheme !== null, '3A', 'scheme-form', 'scheme.json');
  return { schemeHash, scheme: same ? scheme : null };
}

function readScheme(bytes: Buffer): CompiledScheme | null {
  const text = utf8(bytes);
  if (text === undefined) return null;
  const { value, problems } = parseStrictJson(text);
  const read = problems.length === 0 ? schemeShape.safeParse(value) : undefined;
  if (read?.success !== true) return null;
  const outcome = compileScheme(read.data);
  return outcome.ok ? outcome.scheme : null;
}

/** 3B: the good manifests by version. */
export function checkManifests(
  parts: ReadonlyMap<string, Buffer>,
  { review, kind }: BundleFacts,
  authority: string,
  rosters: readonly GoodRoster[],
  judgement: Judgement,
): readonly GoodManifest[] {
  const all = versions(parts, 'manifests');
  if (all.length === 0) return [];
  judgement.judge('3B');
  requireNoGap(parts, 'manifests', '3B', judgement);
  const hashes = new Set(rosters.map(({ schemeHash }) => schemeHash));
  return all.flatMap(([version, bytes]): GoodManifest[] => {
    const manifest = kind === 'result' ? wholeManifest(bytes, authority) : reducedManifest(bytes, authority);
    if (manifest?.value.review === review && hashes.has(manifest.value.schemeHash))
      return [{ ...manifest, version }];
    judgement.fail('3B', 'signature', `manifests/${version}.jws`);
    return [];
  });
}

function wholeManifest(bytes: Buffer, authority: string): Omit<GoodManifest, 'version'> | undefined {
  return readSigned(bytes, manifestShape, 'panel-manifest', [authority]);
}

function reducedManifest(bytes: Buffer, authority: string): Omit<GoodManifest, 'version'> | undefined {
  const signed = readSigned(bytes, reducedManifestShape, 'panel-reduced-manifest', [authority]);
  return signed === undefined ? undefined : { identity: signed.value.of, value: signed.value };
}

/** 3C: the decisions and the last manifest speak of the same applications. */
export function checkApplications({ manifests, decisions }: Ground, judgement: Judgement): void {
  const manifest = manifests.at(-1)?.value;
  if (manifest === undefined || decisions === null) return;
  judgement.judge('3C');
  const { dossiers, withdrawn, ineligible } = decisions.value;
  const left = new Set(withdrawn);
  const out = new Set(ineligible);
  const listed = new Map(
    manifest.dossiers.filter(({ dossier }) => !left.has(dossier)).map((one) => [one.dossier, one]),
  );
  if (listed.size !== dossiers.length) judgement.fail('3C', 'applications', '');
  for (const { dossier, number, name, creditCode } of dossiers) {
    const other = listed.get(dossier);
    const same =
      other?.number === number &&
      other.name === name &&
      other.creditCode === creditCode &&
      other.ineligible === out.has(dossier);
    if (!same) judgement.fail('3C', 'application', name);
  }
}
