import {
  createDecipheriv,
  createHash,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  hkdfSync,
} from 'node:crypto';

/**
 * A second, independent reader of age v1 files with X25519 recipients, written from the C2SP age
 * specification with node:crypto only, to cross-check the library where no `age` command is installed.
 */
export function openAge(file: Buffer, identity: string): Buffer | undefined {
  const end = file.indexOf('\n--- ');
  const body = file.indexOf('\n', end + 1) + 1;
  const lines = file.subarray(0, end).toString('latin1').split('\n');
  const secret = bech32Bytes(identity);
  const stanzas = lines.flatMap((line, at) =>
    line.startsWith('-> X25519 ') ? [{ share: line.slice(10), wrapped: lines[at + 1] ?? '' }] : [],
  );
  const keys = stanzas.map((stanza) => unwrap(secret, Buffer.from(stanza.share, 'base64'), stanza.wrapped));
  const fileKey = keys.find((key) => key !== undefined);
  return fileKey && readPayload(file.subarray(body), fileKey);
}

function unwrap(secret: Buffer, share: Buffer, wrapped: string): Buffer | undefined {
  const pkcs8 = Buffer.concat([Buffer.from('302e020100300506032b656e04220420', 'hex'), secret]);
  const privateKey = createPrivateKey({ key: pkcs8, type: 'pkcs8', format: 'der' });
  const spki = Buffer.concat([Buffer.from('302a300506032b656e032100', 'hex'), share]);
  const publicKey = createPublicKey({ key: spki, type: 'spki', format: 'der' });
  const own = createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).subarray(-32);
  const shared = diffieHellman({ privateKey, publicKey });
  const salt = Buffer.concat([share, own]);
  const key = Buffer.from(hkdfSync('sha256', shared, salt, 'age-encryption.org/v1/X25519', 32));
  return openChunk(key, Buffer.alloc(12), Buffer.from(wrapped, 'base64'));
}

function readPayload(body: Buffer, fileKey: Buffer): Buffer {
  const key = Buffer.from(hkdfSync('sha256', fileKey, body.subarray(0, 16), 'payload', 32));
  const chunks: Buffer[] = [];
  const sealed = body.subarray(16);
  const size = 64 * 1024 + 16;
  for (let at = 0, count = 0; at < sealed.length; at += size, count += 1) {
    const nonce = Buffer.alloc(12);
    nonce.writeUInt32BE(count, 7);
    nonce[11] = at + size >= sealed.length ? 1 : 0;
    const chunk = openChunk(key, nonce, sealed.subarray(at, at + size));
    if (!chunk) throw new Error(`chunk ${count} does not open`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function openChunk(key: Buffer, nonce: Buffer, sealed: Buffer): Buffer | undefined {
  const decipher = createDecipheriv('chacha20-poly1305', key, nonce, { authTagLength: 16 });
  decipher.setAuthTag(sealed.subarray(-16));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
  } catch {
    return undefined;
  }
}

function bech32Bytes(text: string): Buffer {
  const alphabet = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
  const data = text.toLowerCase().slice(text.lastIndexOf('1') + 1, -6);
  const bits = Array.from(data, (letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const bytes = bits.match(/[01]{8}/g) ?? [];
  return Buffer.from(bytes.map((byte) => Number(`0b${byte}`)));
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
