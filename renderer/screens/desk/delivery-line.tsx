import type { ReactNode } from 'react';
import type { OutputOf } from '../../../shared/api/contract.ts';
import { useCommand } from '../../api/use-command.ts';
import { Button } from '../../components/button.tsx';
import { Chip } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { WhenText } from '../../components/words.tsx';
import { useText } from '../../stores/language.ts';
import { confirm } from '../../stores/confirm.ts';
import { showNotice } from '../../stores/notices.ts';

export interface DeliveryLineProps {
  readonly reviewId: string;
  readonly state: NonNullable<OutputOf<'member.state'>>;
}

/** Where this laptop stands with the office: 收到 · 待签收 · 已签收, and what doesn't fit. */
export function DeliveryLine({ reviewId, state }: DeliveryLineProps): ReactNode {
  const t = useText();
  const resend = useCommand('member.resend');
  const { version, renewedMs, waiting, received, refused, missingMaterials, warnings, request } = state;
  const sendAgain = async (): Promise<void> => {
    const question = {
      title: t('member.resendTitle'),
      sentence: t('member.resendText'),
      verb: t('member.resend'),
    };
    if (!(await confirm(question))) return;
    const reply = await resend.run({ reviewId });
    if (reply.ok) showNotice(t('member.resent', { count: reply.value.count }));
  };
  // The page itself says that no package has come.
  if (version === 0) return null;
  return (
    <div className="delivery-line" role="status">
      <span>
        {t('member.packageVersion', { version })}
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
      {request !== null && <Chip kind="good">{t('member.requestAnswered', { count: request.count })}</Chip>}
      {waiting + received + refused > 0 && (
        <Button kind="quiet" pending={resend.pending} onClick={() => void sendAgain()}>
          {t('member.resend')}
        </Button>
      )}
      {warnings.map(({ kind, seen, told }) => (
        <p key={`${kind}-${seen}-${told}`} className="warn">
          {t(`member.${kind}`, { seen, told })}
        </p>
      ))}
      <ProblemNote problem={resend.problem} />
    </div>
  );
}
