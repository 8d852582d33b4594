import { sha256Hex } from '../../../../electron/signing/fingerprint.ts';
import { generateSigningKey } from '../../../../electron/signing/profile-keys.ts';
import { signed } from '../people.ts';
import { authoritySigns, byRole, chairOf, identityOf, textOf } from '../story.ts';
import { attack, on, type Operator } from './forgery.ts';

type Value = Record<string, unknown>;

/** Attacks on who may sign, what was applied for, receipts and the opening. */
export const officeOperators: readonly Operator[] = [
  attack('a roster with a further member', '2C', (forgery) => {
    forgery.keepSignature('rosters/2.jws', (value) => ({
      ...value,
      seats: [...(value['seats'] as object[]), { ...(value['seats'] as object[])[0], seat: 'm9' }],
    }));
  }),
  attack('a member is missing in a roster', '2C', (forgery) => {
    const change = (value: Value): Value => ({ ...value, seats: (value['seats'] as object[]).slice(1) });
    forgery.sign('rosters/2.jws', byRole(forgery.story, 'secretary').signer, 'panel-roster', change);
  }),
  attack('a member’s key is changed in a roster', '2C', (forgery) => {
    const { publicSpki } = generateSigningKey();
    forgery.keepSignature('rosters/2.jws', (value) => ({
      ...value,
      seats: (value['seats'] as object[]).map((seat, index) =>
        index === 0 ? { ...seat, publicKey: publicSpki } : seat,
      ),
    }));
  }),
  attack('a roster of another review', '2C', (forgery) => {
    forgery.sign('rosters/2.jws', forgery.story.authority, 'panel-roster', (value) => ({
      ...value,
      review: 'other',
    }));
  }),
  attack('a version of the roster is missing', '2C', (forgery) => {
    const { parts } = forgery;
    const last = forgery.names(/^rosters\//u).length;
    parts.set(`rosters/${last + 1}.jws`, textOf(parts, `rosters/${last}.jws`));
    parts.delete(`rosters/${last}.jws`);
  }),
  attack('a roster with two chairs', '2D', (forgery) => {
    forgery.sign('rosters/2.jws', forgery.story.authority, 'panel-roster', (value) => ({
      ...value,
      seats: (value['seats'] as object[]).map((seat, index) => (index < 2 ? { ...seat, chair: true } : seat)),
    }));
  }),
  attack('a secretary who is the deputy', '2D', (forgery) => {
    forgery.sign('rosters/2.jws', forgery.story.authority, 'panel-roster', (value) => ({
      ...value,
      seats: (value['seats'] as { role: string }[]).map((seat) => ({
        ...seat,
        deputy: seat.role === 'secretary',
      })),
    }));
  }),
  attack('two seats with one key', '2D', (forgery) => {
    forgery.sign('rosters/2.jws', forgery.story.authority, 'panel-roster', (value) => {
      const seats = value['seats'] as { publicKey: string }[];
      return { ...value, seats: seats.map((seat) => ({ ...seat, publicKey: seats[0]?.publicKey ?? '' })) };
    });
  }),
  attack('a key that isn’t on the curve', '2D', (forgery) => {
    forgery.sign('rosters/1.jws', forgery.story.authority, 'panel-roster', (value) => {
      const [first, ...others] = value['seats'] as { publicKey: string }[];
      const bytes = Buffer.from(first?.publicKey ?? '', 'base64url');
      bytes[90] = (bytes[90] ?? 0) ^ 1;
      return { ...value, seats: [{ ...first, publicKey: bytes.toString('base64url') }, ...others] };
    });
  }),
  attack('another authority’s key', '2B', (forgery) => {
    forgery.json('authority.json', (value) => ({ ...value, spki: generateSigningKey().publicSpki }));
  }),
  attack('a certificate over another key', '2B', (forgery) => {
    forgery.json('authority.json', (value) => ({ ...value, certificate: 'MIIB' }));
  }),
  attack('a manifest is changed', '3B', (forgery) => {
    const name = forgery.any(/^manifests\//u);
    if (name === undefined) return false;
    forgery.keepSignature(name, (value) => ({ ...value, dossiers: [] }));
    return true;
  }),
  attack('a manifest signed by the secretary', '3B', (forgery) => {
    const name = forgery.any(/^manifests\//u);
    if (name === undefined) return false;
    forgery.sign(name, byRole(forgery.story, 'secretary').signer, 'panel-manifest');
    return true;
  }),
  attack('a version of the manifest is missing', '3B', (forgery) => {
    const { parts } = forgery;
    if (!parts.has('manifests/2.jws')) return false;
    parts.delete('manifests/1.jws');
    return true;
  }),
  attack('the office renames an application after the scoring', '3C', (forgery) => {
    if (!forgery.parts.has('manifests/1.jws')) return false;
    forgery.reseal({
      decisions: (value) => ({
        ...value,
        dossiers: value.dossiers.map((one) => ({ ...one, name: `${one.name}改` })),
      }),
    });
    return true;
  }),
  attack('the office shuts an application out after the scoring', '3C', (forgery) => {
    if (!forgery.parts.has('manifests/1.jws')) return false;
    forgery.reseal({ decisions: (value) => ({ ...value, ineligible: ['d1'] }) });
    return true;
  }),
  on('a receipt is changed', '6A', /^receipts\//u, (forgery, part) => {
    forgery.keepSignature(part, (value) => ({ ...value, claimedMs: 2 }));
  }),
  on('a receipt signed by the secretary', '6A', /^receipts\//u, (forgery, part) => {
    forgery.sign(part, byRole(forgery.story, 'secretary').signer, 'panel-receipt');
  }),
  on('the office writes a receipt for another envelope', '6A', /^receipts\//u, (forgery, part) => {
    forgery.sign(part, forgery.story.authority, 'panel-receipt', (value) => ({
      ...value,
      envelope: '3'.repeat(64),
    }));
  }),
  on('the office writes a receipt for another seal', '6A', /^receipts\//u, (forgery, part) => {
    forgery.sign(part, forgery.story.authority, 'panel-receipt', (value) => ({
      ...value,
      sealedHash: '4'.repeat(64),
    }));
  }),
  on('a receipt names a record that never was', '6B', /^receipts\//u, (forgery, part) => {
    forgery.sign(part, forgery.story.authority, 'panel-receipt', (value) => ({
      ...value,
      log: { ...(value['log'] as object), head: '5'.repeat(64) },
    }));
  }),
  on('a receipt names more entries than there are', '6B', /^receipts\//u, (forgery, part) => {
    forgery.sign(part, forgery.story.authority, 'panel-receipt', (value) => ({
      ...value,
      log: { ...(value['log'] as object), size: 9999 },
    }));
  }),
  on('a receipt is left out', '6C', /^receipts\//u, (forgery, part) => {
    forgery.parts.delete(part);
  }),
  on('an answer from the keeper’s laptop is changed', '8C', /^opening\/answer/u, (forgery, part) => {
    forgery.keepSignature(part, (value) => ({ ...value, sheets: [] }));
  }),
  on('the keeper answers with other sheets', '8C', /^opening\/answer/u, (forgery, part) => {
    const change = (value: Value): Value => ({ ...value, sheets: (value['sheets'] as object[]).slice(1) });
    forgery.sign(part, chairOf(forgery.story).signer, 'panel-opening-answer', change);
  }),
  on('a request of somebody else', '8C', /^opening\/request/u, (forgery, part) => {
    forgery.sign(part, byRole(forgery.story, 'secretary').signer, 'panel-opening-request');
  }),
  on('a witness who isn’t the supervisor', '8C', /^opening\/witness/u, (forgery, part) => {
    forgery.sign(part, byRole(forgery.story, 'recorder').signer, 'panel-opening-witness');
  }),
  on('a witness of another opening', '8C', /^opening\/witness/u, (forgery, part) => {
    const change = (value: Value): Value => ({ ...value, digest: '6'.repeat(64) });
    forgery.sign(part, byRole(forgery.story, 'supervisor').signer, 'panel-opening-witness', change);
  }),
  attack('everything is made anew under another authority that signs the old roster', '2A', (forgery) => {
    // The pin is that of the true one: the test always gives it.
    const { privateKey, publicSpki } = generateSigningKey();
    const { parts } = forgery;
    for (const name of forgery.names(/^(?:rosters|manifests)\//u)) {
      const typ = name.startsWith('rosters') ? 'panel-roster' : 'panel-manifest';
      parts.set(name, signed({ privateKey, publicSpki }, typ, forgery.payload(name)));
    }
    const certificate = Buffer.from(publicSpki, 'base64url').toString('base64');
    parts.set('authority.json', JSON.stringify({ spki: publicSpki, certificate }));
    const fingerprintHex = Buffer.from(publicSpki, 'base64url');
    forgery.json('bundle.json', (value) => ({ ...value, authority: sha256Hex(fingerprintHex) }));
  }),
  attack('the decisions are the last review’s', '9A', (forgery) => {
    const value = {
      ...forgery.payload('decisions.jws'),
      schemeHash: identityOf(forgery.parts, 'rosters/1.jws'),
    };
    forgery.parts.set('decisions.jws', authoritySigns(forgery.story, 'panel-decisions', value));
  }),
];
