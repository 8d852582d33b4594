import type { ReactNode } from 'react';
import { phaseIndex, phases } from '../../shared/domain/phase.ts';
import type { Phase } from '../../shared/domain/phase.ts';
import type { ReviewOverview } from '../../shared/schema/review.ts';
import type { Text } from '../../shared/text/index.ts';
import { useText } from '../stores/language.ts';

type Advances = ReviewOverview['advances'];

type RailState = 'present' | 'done' | 'skipped' | 'ahead';

function stateOf(step: Phase, present: Phase, skipped: readonly Phase[]): RailState {
  const distance = phaseIndex(step) - phaseIndex(present);
  if (distance === 0) return 'present';
  if (distance > 0) return 'ahead';
  return skipped.includes(step) ? 'skipped' : 'done';
}

function hoverText(t: Text, phase: Phase, state: RailState, advances: Advances): string {
  const name = t(`phase.${phase}`);
  if (state !== 'ahead') return t(`phase.${state}`, { phase: name });
  const advance = advances.find((each) => each.to === phase);
  if (advance !== undefined && advance.needs.length > 0) {
    const needs = advance.needs.map((need) => t.of(need)).join(t('punctuation.listBreak'));
    return t('phase.needs', { phase: name, needs });
  }
  return t('phase.ahead', { phase: name });
}

export interface PhaseRailProps {
  readonly phase: Phase;
  /** Passed over on the way. */
  readonly skipped: readonly Phase[];
  readonly advances?: Advances;
  /** Marks only, without words, for a row of a list. */
  readonly slim?: boolean;
}

/** The phases as small steps, the present one filled; hovering tells what is needed to go on. */
export function PhaseRail({ phase, skipped, advances = [], slim = false }: PhaseRailProps): ReactNode {
  const t = useText();
  return (
    <ol className={slim ? 'phases slim' : 'phases'} aria-label={t('phase.rail')}>
      {phases.map((step) => {
        const state = stateOf(step, phase, skipped);
        const hover = hoverText(t, step, state, advances);
        return (
          <li
            key={step}
            className={state}
            title={hover}
            aria-current={state === 'present' ? 'step' : undefined}
          >
            {slim ? (
              <span className="hidden-text">{hover}</span>
            ) : state === 'skipped' ? (
              <>
                <s>{t(`phase.${step}`)}</s>
                <span className="hidden-text">{hover}</span>
              </>
            ) : (
              t(`phase.${step}`)
            )}
          </li>
        );
      })}
    </ol>
  );
}
