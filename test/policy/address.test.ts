import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayNavigate, mayRequest, ownPath } from '../../electron/policy/address.ts';
import { byteRules } from '../../electron/policy/surface.ts';
import { hostileAddresses } from './addresses.ts';

/** What the protocol handler would answer with something else than a refusal. */
function isAnswered(address: string): boolean {
  const path = ownPath(address);
  return path !== undefined && byteRules.some((rule) => rule.path.test(path));
}

describe('addresses', () => {
  it('has about two hundred hostile ones, all different', () => {
    expect([new Set(hostileAddresses).size, hostileAddresses.length >= 200]).toEqual([
      hostileAddresses.length,
      true,
    ]);
  });

  it('navigates to no hostile address and answers none', () => {
    const escaped = hostileAddresses.filter((address) => mayNavigate(address) || isAnswered(address));
    expect(escaped).toEqual([]);
  });

  it('lets no request leave for another scheme or host', () => {
    const outside = hostileAddresses.filter((address) => !address.startsWith('panel://app/'));
    expect(outside.filter(mayRequest)).toEqual([]);
  });

  it('answers no generated address that climbs, is encoded, or has an empty or hidden part', () => {
    const part = fc.constantFrom(
      '..',
      '.',
      '',
      '%2e',
      '%2f',
      '\\',
      'a',
      'b.js',
      '.env',
      '评',
      ' ',
      '\0',
      '~',
    );
    const hosts = fc.constantFrom('app', 'app.', 'evil', 'app@evil', 'APP', 'file');
    const address = fc.tuple(hosts, fc.array(part, { minLength: 1, maxLength: 6 }));
    const isPlain = (parts: readonly string[]): boolean =>
      parts.every((one, place) => /^[\w~][\w.~-]*$/.test(one) || (one === '' && place === parts.length - 1));
    const answered = fc
      .sample(address, 10_000)
      .filter(([host, parts]) => host !== 'app' || !isPlain(parts))
      .map(([host, parts]) => `panel://${host}/${parts.join('/')}`)
      .filter(isAnswered);
    expect(answered).toEqual([]);
  });

  it.each([
    ['panel://app/', '/'],
    ['panel://app/#reviews', '/'],
    ['panel://app/assets/index-a1_B.js', '/assets/index-a1_B.js'],
    ['panel://app/files/minutes-1?download=1', '/files/minutes-1'],
    ['panel://app/uploads', '/uploads'],
  ])('takes the path of %s', (address, path) => {
    expect(ownPath(address)).toBe(path);
  });

  it('navigates to the page and to its own fragments only', () => {
    const addresses = ['panel://app/', 'panel://app/#a', 'panel://app/assets/x.js', 'panel://app/?a=1'];
    expect(addresses.map(mayNavigate)).toEqual([true, true, false, false]);
  });

  it('lets the page ask its own host and read the blobs it made', () => {
    const addresses = ['panel://app/assets/x.js', 'blob:panel://app/0-1', 'blob:panel://app.evil/0-1'];
    expect(addresses.map(mayRequest)).toEqual([true, true, false]);
  });
});
