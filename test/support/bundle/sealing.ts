import { sha256Hex } from '../../../electron/signing/fingerprint.ts';
import { openOutlineFont, type OutlineFont } from '../../../electron/signing/pdf/outline.ts';
import { signPdf } from '../../../electron/signing/pdf/sign.ts';
import { compileScheme } from '../../../shared/domain/compile-scheme.ts';
import type { Scheme } from '../../../shared/domain/scheme.ts';
import type { GoodSheet } from '../../../electron/exchange/bundle/ground.ts';
import type { Decisions } from '../../../electron/exchange/bundle/payloads.ts';
import { recount } from '../../../electron/exchange/bundle/recount.ts';
import { fontPath, makeSamplePdf } from '../../signing/sample-pdf.ts';
import { certify, signed } from './people.ts';
import {
  authoritySigns,
  bySeat,
  chain,
  chairOf,
  identityOf,
  note,
  payloadOf,
  textOf,
  type Story,
} from './story.ts';

/** Decisions and the numbers that follow from them, signed by the office and, if named, by the keeper. */
export function signResult(story: Story, decisions: Decisions): void {
  const { parts } = story;
  parts.set('decisions.jws', authoritySigns(story, 'panel-decisions', decisions));
  if (decisions.keeper !== '')
    parts.set(
      'decisions.keeper.jws',
      signed(bySeat(story, decisions.keeper).signer, 'panel-decisions', decisions),
    );
  parts.set('result.json', JSON.stringify(recountStory(story, decisions)));
}

/** The published numbers of what lies in the story's parts. */
export function recountStory(story: Story, decisions: Decisions): ReturnType<typeof recount> {
  const scheme = textOf(story.parts, 'scheme.json');
  const compiled = compileScheme(JSON.parse(scheme) as Scheme);
  if (!compiled.ok) throw new Error('scheme');
  return recount({
    review: story.review,
    scheme: compiled.scheme,
    schemeHash: sha256Hex(Buffer.from(scheme)),
    decisions,
    sheets: countedOf(story, decisions),
  });
}

function countedOf({ parts }: Story, { absent, recused, members }: Decisions): GoodSheet[] {
  const counted = new Map<string, GoodSheet>();
  const excused = new Set([...absent, ...recused].map((pair) => pair.join()));
  for (const name of [...parts.keys()].toSorted()) {
    const [, kind = '', dossier = '', member = '', seq = ''] =
      /^(papers|sheets)\/([^/]+)\/([^/]+)\/([0-9]+)\.(?:1|sheet)\.jws$/u.exec(name) ?? [];
    if (kind === '' || excused.has(`${member},${dossier}`) || !members.includes(member)) continue;
    const scores = payloadOf(parts, name)['scores'] as Record<string, string>;
    const place = { dossier, member, seq: Number(seq) };
    counted.set(`${member}\n${dossier}`, {
      place,
      identity: identityOf(parts, name),
      paper: kind === 'papers',
      scores,
    });
  }
  return [...counted.values()];
}

let blank: Promise<Buffer> | undefined;
let font: OutlineFont | undefined;

/** Minutes with the signatures of the chair and a second person, in the bundle and in the statement. */
async function signedMinutes(story: Story): Promise<{ bytes: Buffer; signers: string[] }> {
  blank ??= makeSamplePdf(['member-1', 'member-2']);
  font ??= openOutlineFont(fontPath);
  let bytes: Buffer = await blank;
  const signers = story.people.slice(0, 2);
  for (const [index, person] of signers.entries()) {
    bytes = signPdf(bytes, {
      field: `member-${index + 1}`,
      privateKey: person.signer.privateKey,
      certificate: certify(story.authority, person, index + 1),
      chain: [story.authority.certificate],
      name: person.name,
      reason: '示例签署',
      claimedTime: new Date('2026-11-21T01:00:00Z'),
      appearance: { lines: [person.name], font },
    });
  }
  return { bytes, signers: signers.map(({ seat }) => seat) };
}

/** The end of an honest bundle: minutes, the closing entry, the statement. */
export async function closeRecord(story: Story, signing: string): Promise<void> {
  const { parts } = story;
  const minutes =
    signing === 'electronic'
      ? await signedMinutes(story)
      : { bytes: Buffer.from('%PDF-1.7 示例'), signers: [] };
  parts.set('minutes.pdf', minutes.bytes);
  if (signing === 'paper') {
    const scan = Buffer.from('%PDF-1.7 示例扫描件');
    parts.set(`scans/${sha256Hex(scan)}`, scan);
  }
  note(story, 'minutes-signed', {});
  sealStatement(story, signing, minutes.signers);
}

/** Closes the record over what lies there now and signs the statement: all that the office can do alone, and the keeper. */
export function sealStatement(story: Story, signing: string, signers: readonly string[]): void {
  const { parts, record, review } = story;
  const { resultHash } = JSON.parse(textOf(parts, 'result.json')) as { resultHash: string };
  note(story, 'result-closed', { resultHash, entries: record.length + 1 });
  const entries = chain(review, record);
  parts.set('record.json', JSON.stringify({ entries }));
  const keeper = String(payloadOf(parts, 'decisions.jws')['keeper']);
  const statement = {
    format: 1,
    review,
    title: story.title,
    ...hashesOf(story),
    log: { size: entries.length, head: entries.at(-1)?.hash ?? '' },
    documents: documentsOf(story, signing, signers),
    keeper,
    claimedMs: 4,
  };
  parts.set('statement.jws', authoritySigns(story, 'panel-result', statement));
  if (keeper !== '')
    parts.set('statement.keeper.jws', signed(chairOf(story).signer, 'panel-result', statement));
}

export function hashesOf(story: Story): Record<string, string | null> {
  const { parts } = story;
  const result = textOf(parts, 'result.json');
  const last = (folder: string): string | null => {
    const count = [...parts.keys()].filter((name) => name.startsWith(`${folder}/`)).length;
    return count === 0 ? null : identityOf(parts, `${folder}/${count}.jws`);
  };
  return {
    schemeHash: sha256Hex(Buffer.from(textOf(parts, 'scheme.json'))),
    rosterHash: last('rosters'),
    manifestHash: last('manifests'),
    decisions: identityOf(parts, 'decisions.jws'),
    resultHash: (JSON.parse(result) as { resultHash: string }).resultHash,
    resultSha256: sha256Hex(Buffer.from(result)),
  };
}

function documentsOf({ parts }: Story, signing: string, signers: readonly string[]): object[] {
  const row = (kind: string, part: string, how: string, seats: readonly string[]): object => ({
    kind,
    part,
    sha256: sha256Hex(Buffer.from(parts.get(part) ?? '')),
    signing: how,
    signatures: seats.map((seat) => ({ seat, state: 'signed' })),
  });
  const scans = [...parts.keys()].filter((name) => name.startsWith('scans/'));
  return [
    row('minutes-archive', 'minutes.pdf', signing, signers),
    ...scans.map((name) => row('scan', name, 'none', [])),
  ];
}
