import { role as roles } from '../../../shared/schema/people.ts';
import type { Role } from '../../../shared/schema/people.ts';
import type { Tile } from '../../../shared/schema/session.ts';

export interface TileGroup {
  readonly role: Role;
  readonly people: readonly Tile[];
}

/** One group a role in the order of the work; the chair first among the members; a person once. */
export function groupTiles(tiles: readonly Tile[]): readonly TileGroup[] {
  const seen = new Set<string>();
  const once = tiles.filter((tile) => !seen.has(tile.personId) && seen.add(tile.personId));
  return roles.options
    .map((role) => ({
      role,
      people: once
        .filter((tile) => tile.role === role)
        .sort((left, right) => Number(right.chair) - Number(left.chair)),
    }))
    .filter((group) => group.people.length > 0);
}
