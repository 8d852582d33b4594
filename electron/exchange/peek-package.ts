import { packageState, type AuthorityFile, type PackageState } from '../../shared/schema/member-letter.ts';
import { fingerprint } from '../signing/fingerprint.ts';
import { openLetter, partBytesOf, unsealLetter } from './letter.ts';
import { refused, type IncomingPart } from './parts.ts';
import { AUTHORITY_PART, readAuthority, STATE_PART } from './review-package.ts';
import { readShape } from './signed-payload.ts';

/** What a first package says of itself before its authority is believed. */
export interface PackageClaim {
  readonly state: PackageState;
  /** SPKI (base64url) of the authority that signed it. */
  readonly authority: string;
}

/**
 * Reads who signed a package and whose it is: once to find the key that the letter itself carries, once to
 * check the signature with that key. Whether the key is the office's, people compare aloud.
 * @throws AppError `data-corrupt`, reasons of `openLetter`, `not-a-package`, `other-authority`
 */
export async function peekPackage(
  open: () => AsyncIterable<Uint8Array>,
  identity: string,
): Promise<PackageClaim> {
  const { address, kid, parts } = await unsealLetter(open(), identity);
  if (address.kind !== 'package') throw refused('not-a-package');
  const { spki }: AuthorityFile = readAuthority(await textOf(parts, AUTHORITY_PART));
  if (fingerprint(spki) !== kid) throw refused('other-authority');
  const letter = await openLetter(open(), { identity, senderKey: () => spki });
  const state = readShape(await textOf(letter.parts, STATE_PART), packageState);
  return { state, authority: spki };
}

/** Text of one of the first parts; what follows isn't read. */
async function textOf(parts: AsyncGenerator<IncomingPart>, name: string): Promise<string> {
  for await (const part of parts) if (part.name === name) return (await partBytesOf(part)).toString('utf8');
  throw refused('part-missing', { name });
}
