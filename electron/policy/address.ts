import { plainPathOf } from './path.ts';

export const scheme = 'panel';
export const appHost = 'app';
export const appAddress = `${scheme}://${appHost}/`;

/**
 * Whether a window may be taken to an address: the page itself, whatever its fragment. The text is compared,
 * because parsers forgive (`panel://app@evil/`, `PANEL:`, tabs) and Node gives own schemes the origin 'null'.
 */
export function mayNavigate(address: string): boolean {
  return address === appAddress || address.startsWith(`${appAddress}#`);
}

/** Whether a request may leave the page at all: its own host, and the blobs that it made itself. */
export function mayRequest(address: string): boolean {
  return address.startsWith(appAddress) || address.startsWith(`blob:${appAddress}`);
}

/** The path of an own address, without query, or undefined when the address isn't plainly our own. */
export function ownPath(address: string): string | undefined {
  const withoutFragment = address.split('#')[0] ?? '';
  if (!withoutFragment.startsWith(appAddress)) return undefined;
  return plainPathOf(withoutFragment.slice(appAddress.length - 1));
}
