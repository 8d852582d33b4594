import type { ReactNode } from 'react';
import type { Tile } from '../../../shared/schema/session.ts';
import { Chip } from '../../components/page.tsx';
import { useText } from '../../stores/language.ts';
import { groupTiles } from './group-tiles.ts';

export interface NameTilesProps {
  readonly tiles: readonly Tile[];
  readonly chosen: string | null;
  readonly onChoose: (personId: string) => void;
}

/** Large tiles, one group a role. */
export function NameTiles({ tiles, chosen, onChoose }: NameTilesProps): ReactNode {
  const t = useText();
  return groupTiles(tiles).map(({ role, people }) => (
    <section key={role} className="stack" aria-label={t(`role.${role}`)}>
      <h3 className="soft">{t(`role.${role}`)}</h3>
      <div className="tiles">
        {people.map((tile) => (
          <button
            key={tile.personId}
            type="button"
            aria-pressed={tile.personId === chosen}
            onClick={() => onChoose(tile.personId)}
          >
            <span className="row">
              <span className="person">{tile.name}</span>
              {tile.chair && <Chip kind="note">{t('role.chair')}</Chip>}
              {tile.deputy && !tile.chair && <Chip kind="note">{t('panel.deputy')}</Chip>}
              {tile.elsewhere && <Chip>{t('unlock.elsewhereTag')}</Chip>}
              {!tile.hasProfile && <Chip>{t('unlock.firstTag')}</Chip>}
            </span>
            <span className="soft small">{tile.organisation}</span>
          </button>
        ))}
      </div>
    </section>
  ));
}
