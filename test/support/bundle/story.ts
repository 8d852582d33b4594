import type { Authority } from '../../../electron/signing/authority.ts';
import { sha256Hex } from '../../../electron/signing/fingerprint.ts';
import { recordHash, recordStart } from '../../../electron/exchange/bundle/checks/record.ts';
import { readPlain } from '../../../electron/exchange/bundle/plain-form.ts';
import { signed, type Seated } from './people.ts';
import type { Pick } from './schemes.ts';

export type Parts = Map<string, Buffer | string>;

/** A bundle in the making, with the keys of everybody who had a hand in it. */
export interface Story {
  readonly review: string;
  readonly title: string;
  readonly pick: Pick;
  readonly authority: Authority;
  readonly people: readonly Seated[];
  /** A key that was a member's before it was replaced; null when nobody's was. */
  readonly revoked: {
    readonly seat: string;
    readonly rosterHash: string;
    readonly signer: Seated['signer'];
  } | null;
  readonly parts: Parts;
  readonly record: { type: string; values: Record<string, unknown> }[];
}

export function byRole(story: Story, role: Seated['role']): Seated {
  const found = story.people.find((one) => one.role === role);
  if (found === undefined) throw new Error(role);
  return found;
}

export function bySeat(story: Story, seat: string): Seated {
  const found = story.people.find((one) => one.seat === seat);
  if (found === undefined) throw new Error(seat);
  return found;
}

export function chairOf(story: Story): Seated {
  const found = story.people.find(({ chair }) => chair);
  if (found === undefined) throw new Error('chair');
  return found;
}

export function authoritySigns(story: Story, typ: string, value: object): string {
  return signed(story.authority, typ, value);
}

/** Adds an entry and answers its place on the chain. */
export function note(
  story: Story,
  type: string,
  values: Record<string, unknown> = {},
): { size: number; head: string } {
  story.record.push({ type, values });
  const entries = chain(story.review, story.record);
  return { size: entries.length, head: entries.at(-1)?.hash ?? '' };
}

/** The entries with their hashes, from the start. */
export function chain(
  review: string,
  record: readonly { readonly type: string; readonly values: Readonly<Record<string, unknown>> }[],
): { seq: number; previous: string; hash: string; body: string }[] {
  let previous = recordStart(review);
  return record.map(({ type, values }, index) => {
    const body = JSON.stringify({ type, values, actor: '示例工作人员', role: 'secretary', claimedMs: index });
    const entry = { seq: index + 1, previous, hash: recordHash(index + 1, previous, body), body };
    previous = entry.hash;
    return entry;
  });
}

export function textOf(parts: Parts, name: string): string {
  const content = parts.get(name);
  if (content === undefined) throw new Error(`no part ${name}`);
  return content.toString();
}

/** Payload of a signed part, as something that may be changed. */
export function payloadOf(parts: Parts, name: string): Record<string, unknown> {
  const [, payload = ''] = textOf(parts, name).split('.');
  return readPlain(Buffer.from(payload, 'base64url').toString('utf8')) as Record<string, unknown>;
}

export function identityOf(parts: Parts, name: string): string {
  const [, payload = ''] = textOf(parts, name).split('.');
  return sha256Hex(Buffer.from(payload, 'base64url'));
}
