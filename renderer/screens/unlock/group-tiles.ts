import type { Role } from '../../../shared/schema/people.ts';
import type { Tile } from '../../../shared/schema/session.ts';

/** In the order of the work. Schemas stay out of the page: their library compiles functions from text. */
const roles: readonly Role[] = ['secretary', 'member', 'recorder', 'supervisor'];

export interface TileGroup {
  readonly role: Role;
  readonly people: readonly Tile[];
}

/** One group a role in the order of the work; the chair first among the members; a person once. */
export function groupTiles(tiles: readonly Tile[]): readonly TileGroup[] {
  const seen = new Set<string>();
  const once = tiles.filter((tile) => !seen.has(tile.personId) && seen.add(tile.personId));
  return roles
    .map((role) => ({
      role,
      people: once
        .filter((tile) => tile.role === role)
        .sort((left, right) => Number(right.chair) - Number(left.chair)),
    }))
    .filter((group) => group.people.length > 0);
}
