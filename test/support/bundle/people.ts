import { createAuthority, issueCertificate, type Authority } from '../../../electron/signing/authority.ts';
import type { Signer } from '../../../electron/signing/envelope.ts';
import { fingerprint } from '../../../electron/signing/fingerprint.ts';
import { signJws } from '../../../electron/signing/jws.ts';
import { generateSigningKey } from '../../../electron/signing/profile-keys.ts';

export interface Seated {
  readonly seat: string;
  readonly name: string;
  readonly role: 'member' | 'secretary' | 'recorder' | 'supervisor';
  readonly code: string | null;
  readonly chair: boolean;
  readonly deputy: boolean;
  readonly signer: Signer;
}

export const validity = { from: new Date('2026-01-01T00:00:00Z'), to: new Date('2036-01-01T00:00:00Z') };

/** Chair, deputy, further members, then the office. Names are fictional. */
export function seatPeople(members: number): Seated[] {
  const seated = (seat: string, name: string, role: Seated['role'], place = ''): Seated => ({
    seat,
    name,
    role,
    code: role === 'member' ? `专家${seat.slice(1)}` : null,
    chair: place === 'chair',
    deputy: place === 'deputy',
    signer: generateSigningKey(),
  });
  return [
    ...Array.from({ length: members }, (_, index) => {
      const place = ['chair', 'deputy'][index] ?? '';
      return seated(`m${index + 1}`, `示例成员${index + 1}`, 'member', place);
    }),
    seated('s1', '示例工作人员', 'secretary'),
    seated('r1', '示例记录人', 'recorder'),
    seated('j1', '示例监督人员', 'supervisor'),
  ];
}

/** `AGE` recipients aren't looked at by a verifier. */
export function rosterOf(people: readonly Seated[]): object[] {
  return people.map(({ seat, name, role, code, chair, deputy, signer }) => ({
    seat,
    name,
    role,
    code,
    chair,
    deputy,
    publicKey: signer.publicSpki,
    recipient: `age1${seat}`,
  }));
}

export function newAuthority(): Authority {
  return createAuthority('示例评审签发', validity);
}

export function certify(authority: Authority, { name, signer }: Seated, serial: number): string {
  return issueCertificate(authority, signer.publicSpki, { ...validity, name, role: '示例', serial });
}

/** A signed text of this value in plain form. */
export function signed(signer: Signer, typ: string, value: object): string {
  const header = { typ, kid: fingerprint(signer.publicSpki) };
  return signJws(signer.privateKey, header, Buffer.from(JSON.stringify(value), 'utf8'));
}
