import { useState } from 'react';
import type { ReactNode } from 'react';
import type { OutputOf } from '../../../shared/api/contract.ts';
import type { Problem } from '../../../shared/api/problem.ts';
import { downloadFile } from '../../api/bytes.ts';
import { useQuery } from '../../api/use-query.ts';
import { Button } from '../../components/button.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { WhenText } from '../../components/words.tsx';
import { useText } from '../../stores/language.ts';
import { Drill } from './drill.tsx';
import { groupHex } from './group-hex.ts';

export interface FrozenProps {
  readonly reviewId: string;
  readonly frozen: NonNullable<OutputOf<'scheme.get'>['frozen']>;
  /** Null for everybody but the secretary. */
  readonly recoveryFile: string | null;
  /** The freezing happened on this page a moment ago. */
  readonly just: boolean;
}

/** What the freezing left behind: who, when, the hash, the authority's fingerprint, the recovery file. */
export function Frozen({ reviewId, frozen, recoveryFile, just }: FrozenProps): ReactNode {
  const t = useText();
  const panel = useQuery('panel.get', { reviewId }, ['panel', 'scheme']);
  const [problem, setProblem] = useState<Problem>();
  const authority = panel.value?.authority ?? null;
  const deputy = panel.value?.seats.find((seat) => seat.deputy)?.name ?? null;
  const download = async (file: string): Promise<void> => {
    const reply = await downloadFile(file, `${t('scheme.recoveryName')}.json`);
    setProblem(reply.ok ? undefined : reply.problem);
  };
  return (
    <section className="panel stack" aria-label={t('scheme.frozenTitle')}>
      {just && (
        <p className="good" role="status">
          {t('scheme.frozenNow')}
        </p>
      )}
      <dl className="facts">
        <dt>{t('scheme.frozenTitle')}</dt>
        <dd>
          {frozen.by} <WhenText timeMs={frozen.atMs} />
          {deputy !== null && <span className="soft"> {t('scheme.frozenDeputy', { name: deputy })}</span>}
        </dd>
        <dt>{t('overview.schemeHash')}</dt>
        <dd>
          <code>{groupHex(frozen.hash)}</code>
        </dd>
        {authority !== null && (
          <>
            <dt>{t('overview.authority')}</dt>
            <dd>
              <code>{groupHex(authority)}</code>
              <p className="soft small">{t('scheme.readAloud')}</p>
            </dd>
          </>
        )}
        {recoveryFile !== null && (
          <>
            <dt>{t('scheme.recovery')}</dt>
            <dd className="stack-tight">
              <div className="row">
                <Button kind={just ? 'primary' : 'plain'} onClick={() => void download(recoveryFile)}>
                  {t('scheme.recoveryDownload')}
                </Button>
              </div>
              <span className="soft small">{t('scheme.recoveryAdvice')}</span>
            </dd>
            <dt>{t('rebuild.drillTitle')}</dt>
            <dd>
              <Drill reviewId={reviewId} />
            </dd>
          </>
        )}
      </dl>
      <ProblemNote problem={problem} />
    </section>
  );
}
