import type { Judgement } from '../judgement.ts';
import { comparePartNames, isKnownPart, requiredParts, type BundleKind } from '../part-table.ts';
import { bundleShape, type BundleFacts } from '../payloads.ts';
import { readPlainBytes } from '../plain-form.ts';

/**
 * 1B and 1C: the parts are those of the table, in order; what `bundle.json` says. An unknown part is left out
 * of what the later checks see.
 */
export function checkContainer(
  all: ReadonlyMap<string, Buffer>,
  judgement: Judgement,
): { readonly parts: ReadonlyMap<string, Buffer>; readonly bundle: BundleFacts | null } {
  const bytes = all.get('bundle.json');
  const value = bytes === undefined ? undefined : readPlainBytes(bytes);
  const bundle =
    bundleShape.fits(value) && (value.kind === 'result') === (value.dossier === '') ? value : null;
  judgement.require(bundle !== null, '1C', 'shape', 'bundle.json');
  const kind: BundleKind = bundle?.kind ?? 'result';
  judgement.judge('1B');
  let previous = '';
  for (const name of all.keys()) {
    if (!isKnownPart(name, kind)) judgement.fail('1B', 'unknown-part', name);
    if (previous !== '' && comparePartNames(previous, name) > 0) judgement.fail('1B', 'part-order', name);
    previous = name;
  }
  for (const name of requiredParts(kind)) if (!all.has(name)) judgement.fail('1B', 'missing-part', name);
  return { parts: new Map([...all].filter(([name]) => isKnownPart(name, kind))), bundle };
}
