import type { ReactNode } from 'react';
import { materialKindOf, materialKinds } from '../../../shared/domain/material-kinds.ts';
import type { DeskMaterial } from '../../../shared/schema/material.ts';
import { Button } from '../../components/button.tsx';
import { Chip } from '../../components/page.tsx';
import { useText } from '../../stores/language.ts';
import { kindWords } from '../materials/kinds.ts';

/** What must be opened before the sheet is handed in and wasn't yet. */
export function unreadOf(materials: readonly DeskMaterial[]): readonly DeskMaterial[] {
  return materials.filter(({ kind, read }) => !read && materialKindOf(kind)?.mustRead === true);
}

/** What must be read first, then in the order of the kinds. */
function inOrder(materials: readonly DeskMaterial[]): readonly DeskMaterial[] {
  const rank = ({ kind }: DeskMaterial): number => {
    const place = materialKinds.findIndex(({ id }) => id === kind);
    return materialKinds[place]?.mustRead === true ? place - materialKinds.length : place;
  };
  return materials.toSorted((one, other) => rank(one) - rank(other));
}

/** The files of the application beside the sheet; the unread ones that must be read open with one press. */
export function DeskFiles(props: {
  readonly materials: readonly DeskMaterial[];
  readonly onOpen: (material: DeskMaterial) => void;
}): ReactNode {
  const t = useText();
  const { materials, onOpen } = props;
  const unread = unreadOf(materials);
  const [next] = unread;
  if (materials.length === 0) return null;
  return (
    <section aria-label={t('desk.files')}>
      <h2>{t('desk.files')}</h2>
      {next !== undefined && (
        <div className="unread-note">
          <span>{t('desk.unreadCount', { count: unread.length })}</span>
          <Button onClick={() => onOpen(next)}>{t('desk.openUnread')}</Button>
        </div>
      )}
      <ul className="desk-files">
        {inOrder(materials).map((material) => (
          <li key={material.materialId}>
            <button type="button" className="link-plain" onClick={() => onOpen(material)}>
              {material.name}
            </button>
            <span className="soft small">{kindWords(t, material.kind)}</span>
            {unread.includes(material) && <Chip kind="warn">{t('desk.notRead')}</Chip>}
          </li>
        ))}
      </ul>
    </section>
  );
}
