import { Buffer } from 'node:buffer';
import { crc32 } from 'node:zlib';

export interface PlainPart {
  readonly name: string;
  readonly bytes: Buffer;
}

/** 1980-01-01, the first day a ZIP can name. */
const FIRST_DAY = 0x21;
const UTF8_NAME = 0x800;

/** The fields that a local header and a directory entry share, from "version needed" on (APPNOTE 4.3). */
function describe(part: PlainPart, name: Buffer): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(UTF8_NAME, 2);
  fields.writeUInt16LE(FIRST_DAY, 8);
  fields.writeUInt32LE(crc32(part.bytes), 10);
  fields.writeUInt32LE(part.bytes.length, 14);
  fields.writeUInt32LE(part.bytes.length, 18);
  fields.writeUInt16LE(name.length, 22);
  return fields;
}

function signature(text: string): Buffer {
  return Buffer.from(text, 'latin1');
}

/**
 * Packs the guarded parts again without compression. The parser then sees exactly what the guard
 * counted: two readers of one hostile ZIP may disagree about it (local header against directory).
 */
export function packStored(parts: readonly PlainPart[]): Buffer {
  const body: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name, 'utf8');
    const fields = describe(part, name);
    const local = Buffer.concat([signature('PK\x03\x04'), fields, name, part.bytes]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([signature('PK\x01\x02'), Buffer.from([20, 0]), fields, tail, name]));
    body.push(local);
    offset += local.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  signature('PK\x05\x06').copy(end);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...body, listing, end]);
}
