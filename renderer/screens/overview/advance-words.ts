import type { Phase } from '../../../shared/domain/phase.ts';
import type { Text } from '../../../shared/text/index.ts';

/** The act's own name where the phase bears that of a page already on screen, else the phase gone to. */
export function advanceWords(t: Text, to: Phase): string {
  return to === 'concluded' ? t('overview.conclude') : t('overview.advance', { phase: t(`phase.${to}`) });
}
