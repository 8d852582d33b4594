import type { CompiledScheme } from '../../../shared/domain/compiled-scheme.ts';
import type { BundleKind } from './part-table.ts';
import type {
  BundleFacts,
  Decisions,
  Envelope,
  Manifest,
  Receipt,
  RecordEntry,
  Reopening,
} from './payloads.ts';
import type { PublishedResult } from './result-shape.ts';
import type { SignedText } from './signed-text.ts';

export interface RosterSeat {
  readonly seat: string;
  /** Name, or code in a reduced bundle. */
  readonly label: string;
  readonly role: string;
  readonly chair: boolean;
  readonly deputy: boolean;
  readonly publicKey: string | null;
}

export interface GoodRoster {
  readonly version: number;
  readonly identity: string;
  readonly schemeHash: string;
  readonly seats: readonly RosterSeat[];
}

export interface GoodManifest {
  readonly version: number;
  readonly identity: string;
  readonly value: Manifest;
}

/** Member × dossier and number, as part names write it. */
export interface PairPlace {
  readonly dossier: string;
  readonly member: string;
  readonly seq: number;
}

export interface GoodEnvelope extends SignedText<Envelope> {
  readonly place: PairPlace;
}

/** What a sheet or the first text of an agreed paper says. */
export interface GoodSheet {
  readonly place: PairPlace;
  readonly identity: string;
  readonly paper: boolean;
  readonly scores: Readonly<Record<string, string>>;
}

export interface GoodReopening extends SignedText<Reopening> {
  readonly place: PairPlace;
}

export interface GoodReceipt extends SignedText<Receipt> {
  readonly place: PairPlace;
}

/** What the checks have found good so far; later checks rest on it. */
export interface Ground {
  readonly parts: ReadonlyMap<string, Buffer>;
  readonly kind: BundleKind;
  readonly bundle: BundleFacts;
  /** SPKI of the authority. */
  readonly authority: string;
  readonly rosters: readonly GoodRoster[];
  /** SHA-256 of the bytes of scheme.json, null when there are none. */
  readonly schemeHash: string | null;
  readonly scheme: CompiledScheme | null;
  readonly manifests: readonly GoodManifest[];
  readonly decisions: SignedText<Decisions> | null;
  readonly result: PublishedResult | null;
  readonly record: readonly RecordEntry[] | null;
}

/** Everything that was handed in, by pair. */
export interface HandedIn {
  readonly envelopes: readonly GoodEnvelope[];
  readonly conflicts: readonly GoodEnvelope[];
  readonly reopenings: readonly GoodReopening[];
  readonly sheets: readonly GoodSheet[];
  readonly papers: readonly GoodSheet[];
}

export const pairKey = ({ member, dossier }: { member: string; dossier: string }): string =>
  `${member}\n${dossier}`;

export const placeKey = (place: PairPlace): string => `${pairKey(place)}\n${place.seq}`;

/** Dossier, member and number that a part's name says; number 0 where it has none. */
export function placeOf(name: string): PairPlace {
  const [, dossier = '', member = '', last] = name.split('/');
  if (last === undefined) return { dossier, member: member.slice(0, -'.jws'.length), seq: 0 };
  return { dossier, member, seq: Number(last.split('.')[0]) };
}

/** The parts below a folder in the order of their names. */
export function partsBelow(
  parts: ReadonlyMap<string, Buffer>,
  pattern: RegExp,
): readonly (readonly [string, Buffer])[] {
  return [...parts].filter(([name]) => pattern.test(name));
}

/** Roster that a text names, if it is good. */
export function rosterNamed(ground: Pick<Ground, 'rosters'>, identity: string): GoodRoster | undefined {
  return ground.rosters.find((roster) => roster.identity === identity);
}

/** Keys under which a good roster lists the seat as chair or deputy. */
export function keeperKeys(ground: Pick<Ground, 'rosters'>, seat: string): readonly string[] {
  return keysOf(ground, (one) => one.seat === seat && (one.chair || one.deputy));
}

export function keysOf(
  { rosters }: Pick<Ground, 'rosters'>,
  fits: (seat: RosterSeat) => boolean,
): readonly string[] {
  const keys = rosters.flatMap(({ seats }) =>
    seats.flatMap((seat) => (fits(seat) && seat.publicKey !== null ? [seat.publicKey] : [])),
  );
  return [...new Set(keys)];
}

/** What a person reads in place of ids: name and enterprise. */
export function pairLabel(ground: Ground, { member, dossier, seq }: PairPlace): string {
  const seat = ground.rosters
    .toReversed()
    .flatMap(({ seats }) => seats)
    .find((one) => one.seat === member);
  const listed = ground.decisions?.value.dossiers ?? ground.manifests.at(-1)?.value.dossiers ?? [];
  const enterprise = listed.find((one) => one.dossier === dossier);
  return `${seat?.label ?? member} × ${enterprise?.name ?? dossier}${seq > 0 ? ` (${seq})` : ''}`;
}
