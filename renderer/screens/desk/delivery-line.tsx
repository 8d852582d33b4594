import type { ReactNode } from 'react';
import type { OutputOf } from '../../../shared/api/contract.ts';
import { Chip } from '../../components/page.tsx';
import { WhenText } from '../../components/words.tsx';
import { useText } from '../../stores/language.ts';

/** Where this laptop stands with the office: 收到 · 待签收 · 已签收, and what doesn't fit. */
export function DeliveryLine({
  state,
}: {
  readonly state: NonNullable<OutputOf<'member.state'>>;
}): ReactNode {
  const t = useText();
  const { version, renewedMs, waiting, received, refused, missingMaterials, warnings } = state;
  return (
    <div className="delivery-line" role="status">
      <span>
        {version === 0 ? t('member.noPackage') : t('member.packageVersion', { version })}
        {renewedMs !== null && (
          <>
            {' '}
            <WhenText timeMs={renewedMs} />
          </>
        )}
      </span>
      {waiting > 0 && <Chip kind="note">{t('member.waiting', { count: waiting })}</Chip>}
      {received > 0 && <Chip kind="good">{t('member.received', { count: received })}</Chip>}
      {refused > 0 && <Chip kind="warn">{t('member.refused', { count: refused })}</Chip>}
      {missingMaterials > 0 && <Chip kind="warn">{t('member.missing', { count: missingMaterials })}</Chip>}
      {warnings.map(({ kind, seen, told }) => (
        <p key={`${kind}-${seen}-${told}`} className="warn">
          {t(`member.${kind}`, { seen, told })}
        </p>
      ))}
    </div>
  );
}
