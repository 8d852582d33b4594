import { BUNDLE_LINE } from '../../../../electron/exchange/bundle/read-bundle.ts';
import { comparePartNames } from '../../../../electron/exchange/bundle/part-table.ts';
import { sha256Hex } from '../../../../electron/signing/fingerprint.ts';
import { textOf } from '../story.ts';
import { attack, type Forgery, type Operator } from './forgery.ts';

interface RawPart {
  readonly header: string;
  readonly bytes: Buffer;
}

function rawParts({ parts }: Forgery): RawPart[] {
  return [...parts]
    .toSorted(([left], [right]) => comparePartNames(left, right))
    .map(([name, content]) => {
      const bytes = Buffer.from(content);
      return { header: headerOf(name, bytes), bytes };
    });
}

function headerOf(name: string, bytes: Buffer): string {
  return JSON.stringify({ name, size: bytes.byteLength, sha256: sha256Hex(bytes) });
}

function rawBundle(parts: readonly RawPart[], line = BUNDLE_LINE, end = Buffer.alloc(4)): Buffer {
  const pieces = parts.flatMap(({ header, bytes }) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(Buffer.byteLength(header));
    return [length, Buffer.from(header), bytes];
  });
  return Buffer.concat([Buffer.from(line, 'latin1'), ...pieces, end]);
}

function raw(name: string, line: string, make: (parts: RawPart[], forgery: Forgery) => Buffer): Operator {
  return { name, line, tamper: (forgery) => make(rawParts(forgery), forgery) };
}

const extra = (name: string): RawPart => {
  const bytes = Buffer.from('示例');
  return { header: headerOf(name, bytes), bytes };
};

/** A further part where its name belongs, or at the end. */
const withPart = (parts: readonly RawPart[], part: RawPart): RawPart[] => {
  const nameOf = ({ header }: RawPart): string => (JSON.parse(header) as { name: string }).name;
  return [...parts, part].toSorted((left, right) => comparePartNames(nameOf(left), nameOf(right)));
};

/** The scheme's bytes are changed; everybody signed the hash of the old ones. */
function scheme(name: string, from: RegExp, to: string): Operator {
  return attack(name, '3A', ({ parts }) => {
    const before = textOf(parts, 'scheme.json');
    const after = before.replace(from, to);
    parts.set('scheme.json', after);
    return after !== before;
  });
}

export const containerOperators: readonly Operator[] = [
  raw('a file that doesn’t belong is added', '1B', (parts) =>
    rawBundle(withPart(parts, extra('readme.txt'))),
  ),
  raw('a sheet’s seal is added', '1B', (parts) => rawBundle(withPart(parts, extra('sheets/d1/m1/1.sealed')))),
  raw('a name leads out of the folder', '1A', (parts) => rawBundle([...parts, extra('../../evil')])),
  raw('a name has a backslash', '1A', (parts) => rawBundle([...parts, extra('sheets\\d1')])),
  raw('a name has a capital letter', '1A', (parts) =>
    rawBundle([...parts, extra('Sheets/d1/m1/1.sheet.jws')]),
  ),
  raw('a name has a dot in front', '1A', (parts) => rawBundle([...parts, extra('.hidden')])),
  raw('a part stands twice', '1A', (parts) => rawBundle([...parts, ...parts.slice(-1)])),
  raw('the parts stand in another order', '1B', ([first, second, third, ...parts]) =>
    rawBundle([first, third, second, ...parts].filter((part) => part !== undefined)),
  ),
  raw('a part’s bytes aren’t those of its header', '1A', (parts) =>
    rawBundle(
      parts.map(({ header, bytes }, index) => ({
        header,
        bytes: index === 3 ? Buffer.from(bytes).fill(65, 0, 1) : bytes,
      })),
    ),
  ),
  raw('a header has a further key', '1A', (parts) =>
    rawBundle(parts.map(({ header, bytes }) => ({ header: header.replace('{', '{"mode":1,'), bytes }))),
  ),
  raw('a header names its size twice', '1A', (parts) =>
    rawBundle(
      parts.map(({ header, bytes }) => ({ header: header.replace('"size":', '"size":1,"size":'), bytes })),
    ),
  ),
  raw('the file is cut off', '1A', (parts, { story }) => {
    const whole = rawBundle(parts);
    return whole.subarray(0, 30 + story.pick(whole.byteLength - 31));
  }),
  raw('the last bytes are cut off', '1A', (parts) => rawBundle(parts).subarray(0, -1)),
  raw('bytes come after the end', '1A', (parts) => Buffer.concat([rawBundle(parts), Buffer.from([0])])),
  raw('a byte is changed anywhere', '1A', (parts, { story }) => {
    const bytes = rawBundle(parts);
    const at = 30 + story.pick(bytes.byteLength - 30);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << story.pick(8));
    return bytes;
  }),
  raw('a file of a newer format', '2', (parts) => rawBundle(parts, 'paneldesk-bundle/2\n')),
  raw('something else', '2', () => Buffer.from('%PDF-1.7\n示例')),
  raw('nothing at all', '2', () => Buffer.alloc(0)),
  ...[
    'scheme.json',
    'rosters/1.jws',
    'decisions.jws',
    'result.json',
    'statement.jws',
    'record.json',
    'minutes.pdf',
  ].map((name) => attack(`${name} is left out`, '1B', ({ parts }) => parts.delete(name))),
  attack('bundle.json is left out', '1C', ({ parts }) => parts.delete('bundle.json')),
  attack('authority.json is left out', '2B', ({ parts }) => parts.delete('authority.json')),
  attack('a whole bundle is called reduced', '1B', (forgery) => {
    forgery.json('bundle.json', (value) => ({ ...value, kind: 'reduced', dossier: 'd1' }));
  }),
  attack('bundle.json is of a kind that nobody knows', '1C', (forgery) => {
    forgery.json('bundle.json', (value) => ({ ...value, kind: 'draft' }));
  }),
  attack('bundle.json names another review', '2C', (forgery) => {
    forgery.json('bundle.json', (value) => ({ ...value, review: 'review-other' }));
  }),
  scheme('a cap is raised', /"cap": ?"6"/u, '"cap":"7"'),
  scheme('a weight is changed', /"id": ?"basic",/u, '"id":"basic","weight":"0.9",'),
  scheme('the rounding is changed', /"places": ?\d/u, '"places":4'),
  scheme('the quorum is lowered', /"quorum": ?2/u, '"quorum":1'),
  scheme('a rule of the scheme stands twice', /"quorum":/u, '"quorum":1,"quorum":'),
  scheme('only a space in the scheme is added', /^\{/u, '{ '),
];
