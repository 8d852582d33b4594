import { useEffect, useMemo } from 'react';
import type { Problem } from '../../../shared/api/problem.ts';
import { requireScheme } from '../../../shared/domain/compile-scheme.ts';
import type { CompiledScheme } from '../../../shared/domain/compiled-scheme.ts';
import { permissions } from '../../../shared/domain/permission.ts';
import type { Phase } from '../../../shared/domain/phase.ts';
import type { Desk, DeskSheet } from '../../../shared/schema/sheet.ts';
import { useQuery } from '../../api/use-query.ts';
import { useSession } from '../../stores/session.ts';
import './desk-saving.ts';
import { takeDesk, useDeskStore } from './desk-store.ts';

/** A desk that can be shown: the backend's answer, the compiled scheme and the phase. */
export interface OpenDesk {
  readonly reviewId: string;
  readonly desk: Desk;
  readonly scheme: CompiledScheme;
  readonly phase: Phase;
}

const isIn = (list: readonly Phase[], phase: Phase): boolean => list.includes(phase);

/** Whether the fields of a sheet can be written. */
export function isWritable({ desk, phase }: OpenDesk, sheet: DeskSheet): boolean {
  const open = sheet.state === 'not-started' || sheet.state === 'draft' || sheet.state === 'ready';
  return open && desk.draftBlockedBy.length === 0 && isIn(permissions['desk.saveDraft'].phases, phase);
}

export function isWithdrawable({ phase }: OpenDesk, sheet: DeskSheet): boolean {
  return sheet.state === 'submitted' && isIn(permissions['desk.withdraw'].phases, phase);
}

export function isSubmittable({ desk, phase }: OpenDesk): boolean {
  return desk.submitBlockedBy.length === 0 && isIn(permissions['desk.submit'].phases, phase);
}

export interface DeskReading {
  /** Undefined while it is read, or while no scheme is frozen. */
  readonly open: OpenDesk | undefined;
  readonly desk: Desk | undefined;
  readonly problem: Problem | undefined;
}

/** Reads the desk and hands its sheets to the fields. */
export function useDesk(reviewId: string): DeskReading {
  const personId = useSession()?.personId;
  const desk = useQuery('desk.get', { reviewId }, [
    'desk',
    'panel',
    'reviews',
    'scheme',
    'dossiers',
    'board',
  ]);
  const frozen = useQuery('scheme.get', { reviewId }, ['scheme']);
  const overview = useQuery('review.overview', { reviewId }, ['reviews']);
  const isFrozen = (frozen.value?.frozen ?? null) !== null;
  const shape = isFrozen ? frozen.value?.scheme : undefined;
  const shapeText = JSON.stringify(shape);
  const scheme = useMemo(
    // An equal scheme read again is not compiled again, so that no field is drawn anew.
    () =>
      shapeText === undefined ? undefined : requireScheme(JSON.parse(shapeText) as typeof shape & object),
    [shapeText],
  );
  const held = useDeskStore((state) => state.owner);
  const value = desk.value;
  useEffect(() => {
    if (personId === undefined || scheme === undefined || value === undefined) return;
    takeDesk({ personId, reviewId }, scheme, value);
  }, [personId, reviewId, scheme, value]);
  const phase = overview.value?.phase;
  const isHeld = held !== null && held.personId === personId && held.reviewId === reviewId;
  const open =
    value !== undefined && scheme !== undefined && phase !== undefined && isHeld
      ? { reviewId, desk: value, scheme, phase }
      : undefined;
  return { open, desk: value, problem: desk.problem ?? frozen.problem ?? overview.problem };
}
