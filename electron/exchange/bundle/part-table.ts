export type BundleKind = 'result' | 'reduced';

const ID = '[a-z0-9][a-z0-9._-]{0,119}';
const NUMBER = '[1-9][0-9]{0,8}';
const PAIR = `${ID}/${ID}`;

interface PartRow {
  readonly pattern: RegExp;
  readonly kinds: readonly BundleKind[];
}

function row(pattern: string, ...kinds: readonly BundleKind[]): PartRow {
  return { pattern: new RegExp(`^${pattern}$`, 'u'), kinds };
}

/** What may be in a bundle: the table of resources/spec/bundle.md. */
const table: readonly PartRow[] = [
  row('(?:bundle|authority|scheme|result)\\.json', 'result', 'reduced'),
  row(`(?:rosters|manifests)/${NUMBER}\\.jws`, 'result', 'reduced'),
  row(`sheets/${PAIR}/${NUMBER}\\.(?:envelope|sheet)\\.jws`, 'result', 'reduced'),
  row(`conflicts/${PAIR}/${NUMBER}\\.${NUMBER}\\.envelope\\.jws`, 'result', 'reduced'),
  row(`papers/${PAIR}/${NUMBER}\\.[12]\\.jws`, 'result', 'reduced'),
  row(`(?:receipts|reopenings)/${PAIR}/${NUMBER}\\.jws`, 'result', 'reduced'),
  row(`absences/${PAIR}\\.jws`, 'result', 'reduced'),
  row('(?:decisions|statement)\\.jws', 'result', 'reduced'),
  row('record\\.json', 'result'),
  row('opening/(?:request|answer)\\.jws', 'result'),
  row('opening/papers\\.json', 'result'),
  row(`opening/witness/${ID}\\.jws`, 'result'),
  row('(?:decisions|statement)\\.keeper\\.jws', 'result'),
  row('minutes\\.pdf', 'result'),
  row('scans/[0-9a-f]{64}', 'result'),
];

export function isKnownPart(name: string, kind: BundleKind): boolean {
  return table.some(({ pattern, kinds }) => kinds.includes(kind) && pattern.test(name));
}

export function requiredParts(kind: BundleKind): readonly string[] {
  const always = [
    'bundle.json',
    'authority.json',
    'scheme.json',
    'rosters/1.jws',
    'decisions.jws',
    'result.json',
    'statement.jws',
  ];
  return kind === 'result' ? [...always, 'record.json', 'minutes.pdf'] : always;
}

/** `bundle.json` first, the others by the bytes of their names (which are ASCII). */
export function comparePartNames(left: string, right: string): number {
  if (left === right) return 0;
  if (left === 'bundle.json') return -1;
  if (right === 'bundle.json') return 1;
  return left < right ? -1 : 1;
}
