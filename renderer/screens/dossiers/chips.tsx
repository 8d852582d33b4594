import type { ReactNode } from 'react';
import type { ConditionOutcome, DossierRow } from '../../../shared/schema/dossier.ts';
import { Chip } from '../../components/page.tsx';
import type { ChipKind } from '../../components/page.tsx';
import { useText } from '../../stores/language.ts';

const stateKinds = { eligible: 'good', ineligible: 'bad', open: 'warn' } as const;

/** The state of an application in words. */
export function StateChip({ dossier }: { readonly dossier: DossierRow }): ReactNode {
  const t = useText();
  if (dossier.withdrawn) return <Chip>{t('dossiers.withdrawn')}</Chip>;
  return <Chip kind={stateKinds[dossier.eligibility]}>{t(`dossiers.state-${dossier.eligibility}`)}</Chip>;
}

const outcomeKinds: Readonly<Record<ConditionOutcome, ChipKind>> = {
  met: 'good',
  'not-met': 'bad',
  'to-judge': 'warn',
  missing: 'warn',
};

/** The outcome of one condition in words. A preference that isn't met is no fault. */
export function OutcomeChip(props: {
  readonly outcome: ConditionOutcome;
  readonly effect: 'veto' | 'warn' | 'preference';
}): ReactNode {
  const t = useText();
  const neutral = props.effect === 'preference' && props.outcome === 'not-met';
  const kind = neutral ? 'plain' : outcomeKinds[props.outcome];
  return <Chip kind={kind}>{t(`dossiers.outcome-${props.outcome}`)}</Chip>;
}
