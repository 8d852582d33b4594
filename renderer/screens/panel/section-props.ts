import type { PanelView } from '../../../shared/schema/people.ts';
import type { useMay } from '../use-may.ts';

/** What each part of the screen receives. */
export interface SectionProps {
  readonly reviewId: string;
  readonly view: PanelView;
  readonly may: ReturnType<typeof useMay>;
}
