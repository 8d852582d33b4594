import { deriveKey, type KdfCost } from '../../signing/passphrase.ts';

/**
 * What the drop box and its clients agree on (resources/spec/exchange.md):
 * `GET /1/letters/<addressee>` lists, `GET /1/letter/<name>` gives, `PUT /1/letter/<name>` takes one sealed
 * letter, `GET /1/join` gives the join file. Every request carries `authorization: Bearer <hex>`.
 */
export const boxPaths = {
  list: (addressee: string): string => `/1/letters/${addressee}`,
  letter: (name: string): string => `/1/letter/${name}`,
  join: '/1/join',
} as const;

/** SHA-256 (hex) of the whole file, so that the box keeps only what arrived complete. */
export const HASH_HEADER = 'x-letter-sha256';

const SALT = Buffer.from('paneldesk-dropbox').toString('base64url');

/**
 * The bearer of a meeting code, 64 hex digits. Slow on purpose: who overhears it in the room's network could
 * otherwise try all codes and open the join file.
 */
export async function bearerOf(code: string, cost: KdfCost): Promise<string> {
  return (await deriveKey(code, { salt: SALT, cost })).toString('hex');
}
