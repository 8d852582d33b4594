import type { Decisions } from '../../../../electron/exchange/bundle/payloads.ts';
import type { Signer } from '../../../../electron/signing/envelope.ts';
import { reduceBundle } from '../../../../electron/exchange/bundle/reduce-bundle.ts';
import { writeBundle } from '../../../../electron/exchange/bundle/write-bundle.ts';
import { signed } from '../people.ts';
import { recountStory, sealStatement } from '../sealing.ts';
import { authoritySigns, chain, payloadOf, textOf, type Story } from '../story.ts';

type Value = Record<string, unknown>;

/** A forged file, or null where this bundle has nothing to attack in this way. */
export type Forged = Promise<Buffer | null> | Buffer | null;

/** One named attack and the check that must find it; `2` means that the file must be unreadable. */
export interface Operator {
  readonly name: string;
  readonly line: string;
  readonly tamper: (forgery: Forgery) => Forged;
}

export interface Pair {
  readonly dossier: string;
  readonly member: string;
  readonly seq: number;
}

/** A copy of an honest bundle in the hands of somebody who may know some of its keys. */
export class Forgery {
  readonly story: Story;

  constructor(honest: Story) {
    this.story = { ...honest, parts: new Map(honest.parts), record: [...honest.record] };
  }

  get parts(): Story['parts'] {
    return this.story.parts;
  }

  names(pattern: RegExp): string[] {
    return [...this.parts.keys()].filter((name) => pattern.test(name));
  }

  /** One of the parts that match, undefined without one. */
  any(pattern: RegExp): string | undefined {
    const names = this.names(pattern);
    return names[this.story.pick(Math.max(1, names.length))];
  }

  /** An opened sheet that isn't a correction's, of whom holds the key in force. */
  anySheet(): Pair | undefined {
    const name = this.any(/\.sheet\.jws$/u);
    return name === undefined ? undefined : pairOf(name);
  }

  payload(name: string): Value {
    return payloadOf(this.parts, name);
  }

  /** Changes the payload and signs it anew. */
  sign(name: string, signer: Signer, typ: string, change: (value: Value) => Value = (value) => value): void {
    this.parts.set(name, signed(signer, typ, change(this.payload(name))));
  }

  /** Changes the payload and leaves the old signature. */
  keepSignature(name: string, change: (value: Value) => Value): void {
    const [head = '', , signature = ''] = textOf(this.parts, name).split('.');
    const payload = Buffer.from(JSON.stringify(change(this.payload(name))), 'utf8').toString('base64url');
    this.parts.set(name, [head, payload, signature].join('.'));
  }

  /** Changes a part that is plain JSON. */
  json(name: string, change: (value: Value) => Value): void {
    this.parts.set(name, JSON.stringify(change(JSON.parse(textOf(this.parts, name)) as Value)));
  }

  /** The key that signed this pair's envelope: the member's own, or the one from before its replacement. */
  memberSigner({ dossier, member, seq }: Pair): Signer {
    const named = this.payload(`sheets/${dossier}/${member}/${seq}.envelope.jws`)['rosterHash'];
    const { revoked, people } = this.story;
    if (revoked !== null && revoked.seat === member && revoked.rosterHash === named) return revoked.signer;
    const person = people.find(({ seat }) => seat === member);
    if (person === undefined) throw new Error(member);
    return person.signer;
  }

  /** What the office can make good again alone, with the authority's key but nobody else's: everything after the sheets. */
  reseal(
    change: {
      decisions?: (value: Decisions) => object;
      record?: (record: Story['record']) => Story['record'];
      result?: (value: Value) => Value;
      keeper?: string;
    } = {},
  ): void {
    const { parts, record } = this.story;
    const before = payloadOf(parts, 'decisions.jws') as unknown as Decisions;
    const decisions = { ...(change.decisions?.(before) ?? before), keeper: change.keeper ?? '' } as Decisions;
    parts.delete('decisions.keeper.jws');
    parts.delete('statement.keeper.jws');
    parts.set('decisions.jws', authoritySigns(this.story, 'panel-decisions', decisions));
    const result = recountStory(this.story, decisions) as unknown as Value;
    parts.set('result.json', JSON.stringify(change.result?.(result) ?? result));
    const open = record.filter(({ type }) => type !== 'result-closed');
    record.splice(0, record.length, ...(change.record?.(open) ?? open));
    const { documents } = payloadOf(parts, 'statement.jws') as {
      documents: { signing: string; signatures: { seat: string }[] }[];
    };
    const [minutes] = documents;
    sealStatement(this.story, minutes?.signing ?? 'none', minutes?.signatures.map(({ seat }) => seat) ?? []);
  }

  /** What one applicant gets of it. */
  reduce(): string {
    const dossier = (this.payload('decisions.jws')['dossiers'] as { dossier: string }[])[0]?.dossier ?? '';
    const whole = new Map([...this.parts].map(([name, content]) => [name, Buffer.from(content)]));
    const reduced = reduceBundle(whole, dossier, this.story.authority);
    this.parts.clear();
    for (const [name, content] of reduced)
      this.parts.set(name, typeof content === 'string' ? content : Buffer.from(content));
    return dossier;
  }

  /** Writes the record anew, as it is, without closing it again. */
  writeRecord(change: (entries: ReturnType<typeof chain>) => ReturnType<typeof chain>): void {
    this.parts.set(
      'record.json',
      JSON.stringify({ entries: change(chain(this.story.review, this.story.record)) }),
    );
  }

  bytes(): Promise<Buffer> {
    return writeBundle(this.parts);
  }
}

export function pairOf(name: string): Pair {
  const [, dossier = '', member = '', rest = ''] = name.split('/');
  return { dossier, member, seq: Number(rest.split('.')[0]) };
}

export const nameOf = (folder: string, { dossier, member, seq }: Pair, end: string): string =>
  `${folder}/${dossier}/${member}/${seq}${end}`;

/** An operator whose attack changes the forgery in place; `false` where there is nothing to attack. */
export function attack(name: string, line: string, act: (forgery: Forgery) => boolean | void): Operator {
  return { name, line, tamper: (forgery) => (act(forgery) === false ? null : forgery.bytes()) };
}

/** An operator on one part of this kind. */
export function on(
  name: string,
  line: string,
  pattern: RegExp,
  act: (forgery: Forgery, part: string) => boolean | void,
): Operator {
  return attack(name, line, (forgery) => {
    const part = forgery.any(pattern);
    return part === undefined ? false : act(forgery, part);
  });
}
