import {
  authorityFile,
  packageState,
  type AuthorityFile,
  type PackageState,
} from '../../shared/schema/member-letter.ts';
import { partBytesOf } from './letter.ts';
import { bytesPart, refused, textPart, type IncomingPart, type Part } from './parts.ts';
import { readShape } from './signed-payload.ts';

/** The whole state of a review for one member, without the bytes of the materials. */
export interface PackageContent {
  readonly state: PackageState;
  /** The frozen bytes. */
  readonly scheme: Uint8Array;
  readonly authority: AuthorityFile;
  /** JWS of every version from 1 on. */
  readonly rosters: readonly string[];
  readonly manifests: readonly string[];
  /** Dossier id → its fields as the manifest hashes them; only of those that the addressee may see. */
  readonly facts: ReadonlyMap<string, string>;
}

export const AUTHORITY_PART = 'authority.json';
export const STATE_PART = 'state.json';
const SCHEME_PART = 'scheme.json';
const LARGEST_SMALL_PART = 8 * 1024 * 1024;
const MATERIAL = /^materials\/([0-9a-f]{64})$/u;
const SMALL =
  /^(?:authority\.json|state\.json|scheme\.json|(?:rosters|manifests)\/[1-9][0-9]{0,3}\.jws|facts\/[a-z0-9-]{1,64}\.json)$/u;

/** The parts of a package in their order; `materials` come last, each named by `materialName`. */
export function packageParts(content: PackageContent, materials: readonly Part[]): Part[] {
  const { state, scheme, authority, rosters, manifests, facts } = content;
  return [
    textPart(AUTHORITY_PART, JSON.stringify(authorityFile.parse(authority))),
    textPart(STATE_PART, JSON.stringify(packageState.parse(state))),
    bytesPart(SCHEME_PART, scheme),
    ...rosters.map((jws, index) => textPart(`rosters/${index + 1}.jws`, jws)),
    ...manifests.map((jws, index) => textPart(`manifests/${index + 1}.jws`, jws)),
    ...[...facts].map(([dossier, text]) => textPart(`facts/${dossier}.json`, text)),
    ...materials,
  ];
}

export function materialName(sha256: string): string {
  return `materials/${sha256}`;
}

/** Takes the bytes of one material to where they are kept. */
export type TakeMaterial = (part: IncomingPart) => Promise<void>;

/**
 * Reads a package to its end. `begin` gets everything but the materials, before the first of them is read, and
 * answers how they are taken; it judges the package and throws to refuse it.
 * @throws AppError `data-corrupt`, reasons `part-elsewhere`, `part-missing`, `too-large`, `malformed`, `newer`
 */
export async function readPackage(
  parts: AsyncIterable<IncomingPart>,
  begin: (content: PackageContent) => Promise<TakeMaterial>,
): Promise<PackageContent> {
  const small = new Map<string, Buffer>();
  let begun: { readonly content: PackageContent; readonly take: TakeMaterial } | undefined;
  const beginOnce = async (): Promise<NonNullable<typeof begun>> => {
    const content = contentOf(small);
    return { content, take: await begin(content) };
  };
  for await (const part of parts) {
    const { name } = part;
    // The name is the hash of the bytes, so that a material is known before it is read.
    if (MATERIAL.exec(name)?.[1] === part.sha256) {
      begun ??= await beginOnce();
      await begun.take(part);
    } else if (begun !== undefined || !SMALL.test(name)) throw refused('part-elsewhere', { name });
    else if (part.size > LARGEST_SMALL_PART) throw refused('too-large', { name });
    else small.set(name, await partBytesOf(part));
  }
  begun ??= await beginOnce();
  return begun.content;
}

function contentOf(small: ReadonlyMap<string, Buffer>): PackageContent {
  const bytesOf = (name: string): Buffer => {
    const bytes = small.get(name);
    if (bytes === undefined) throw refused('part-missing', { name });
    return bytes;
  };
  return {
    authority: readAuthority(bytesOf(AUTHORITY_PART).toString('utf8')),
    state: readShape(bytesOf(STATE_PART).toString('utf8'), packageState),
    scheme: bytesOf(SCHEME_PART),
    rosters: versionsOf(small, 'rosters'),
    manifests: versionsOf(small, 'manifests'),
    facts: factsOf(small),
  };
}

/** @throws AppError `data-corrupt`, reason `malformed` */
export function readAuthority(text: string): AuthorityFile {
  return readShape(text, authorityFile);
}

/** All versions from 1 on without a hole. */
function versionsOf(small: ReadonlyMap<string, Buffer>, folder: string): string[] {
  const given = [...small.keys()].filter((name) => name.startsWith(`${folder}/`)).length;
  return Array.from({ length: Math.max(1, given) }, (_, index) => {
    const name = `${folder}/${index + 1}.jws`;
    const bytes = small.get(name);
    if (bytes === undefined) throw refused('part-missing', { name });
    return bytes.toString('utf8');
  });
}

function factsOf(small: ReadonlyMap<string, Buffer>): Map<string, string> {
  const facts = [...small].filter(([name]) => name.startsWith('facts/'));
  return new Map(
    facts.map(([name, bytes]) => [name.slice('facts/'.length, -'.json'.length), bytes.toString('utf8')]),
  );
}
