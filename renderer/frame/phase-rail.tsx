import type { ReactNode } from 'react';
import { phaseIndex, phases } from '../../shared/domain/phase.ts';
import type { Phase } from '../../shared/domain/phase.ts';
import type { ReviewOverview } from '../../shared/schema/review.ts';
import type { Text } from '../../shared/text/index.ts';
import { useText } from '../stores/language.ts';

type Advances = ReviewOverview['advances'];

function hoverText(t: Text, phase: Phase, present: Phase, advances: Advances): string {
  const name = t(`phase.${phase}`);
  const distance = phaseIndex(phase) - phaseIndex(present);
  if (distance < 0) return t('phase.done', { phase: name });
  if (distance === 0) return t('phase.present', { phase: name });
  const advance = advances.find((each) => each.to === phase);
  if (advance !== undefined && advance.needs.length > 0) {
    const needs = advance.needs.map((need) => t.of(need)).join(t('punctuation.listBreak'));
    return t('phase.needs', { phase: name, needs });
  }
  return t('phase.ahead', { phase: name });
}

export interface PhaseRailProps {
  readonly phase: Phase;
  readonly advances?: Advances;
  /** Marks only, without words, for a row of a list. */
  readonly slim?: boolean;
}

/** The phases as small steps, the present one filled; hovering tells what is needed to go on. */
export function PhaseRail({ phase, advances = [], slim = false }: PhaseRailProps): ReactNode {
  const t = useText();
  return (
    <ol className={slim ? 'phases slim' : 'phases'} aria-label={t('phase.rail')}>
      {phases.map((step) => {
        const distance = phaseIndex(step) - phaseIndex(phase);
        const state = distance === 0 ? 'present' : distance < 0 ? 'done' : 'ahead';
        const hover = hoverText(t, step, phase, advances);
        return (
          <li key={step} className={state} title={hover} aria-current={distance === 0 ? 'step' : undefined}>
            {slim ? <span className="hidden-text">{hover}</span> : t(`phase.${step}`)}
          </li>
        );
      })}
    </ol>
  );
}
