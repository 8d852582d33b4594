import { describe, expect, it } from 'vitest';
import { phases } from '../../shared/domain/phase.ts';
import { isOwnStep, landingPage, pageOfStep, pagesOf } from '../../renderer/screens/review-access.ts';
import { parseRoute } from '../../renderer/stores/router.ts';
import type { Route } from '../../renderer/stores/router.ts';

describe('parseRoute', () => {
  const routes: readonly Route[] = [
    { page: 'home' },
    { page: 'new-review' },
    { page: 'unlock', reviewId: 'r1', onward: { page: 'home' } },
    { page: 'unlock', reviewId: null, onward: { page: 'review', reviewId: 'r1', tab: 'board' } },
    { page: 'review', reviewId: 'r1', tab: 'dossiers', item: 'd7' },
    { page: 'review', reviewId: 'r1', tab: 'overview' },
  ];

  it.each(routes)('gives back what history kept: %j', (route) => {
    expect(parseRoute(structuredClone(route))).toEqual(route);
  });

  it.each([
    null,
    undefined,
    7,
    'home',
    {},
    { page: 'nowhere' },
    { page: 'review', reviewId: 'r1', tab: 'secrets' },
  ])('refuses what is no route: %j', (state) => {
    expect(parseRoute(state)).toBeNull();
  });
});

describe('the pages of a seat', () => {
  const member = { role: 'member', chair: false } as const;

  it('never lead a member to the board of sheets, and the chair always', () => {
    for (const phase of phases) {
      expect(pagesOf(member, phase)).not.toContain('board');
      expect(pagesOf({ ...member, chair: true }, phase)).toContain('board');
    }
  });

  it('hide results and opinions from everybody until the opening', () => {
    for (const role of ['secretary', 'member', 'recorder', 'supervisor'] as const) {
      expect(pagesOf({ role, chair: true }, 'closed')).not.toContain('results');
      expect(pagesOf({ role, chair: true }, 'opened')).toContain('results');
    }
  });

  it('contain the landing page of the seat in every phase', () => {
    for (const phase of phases) {
      for (const role of ['secretary', 'member', 'recorder', 'supervisor'] as const) {
        expect(pagesOf({ role, chair: false }, phase)).toContain(landingPage({ role }));
      }
    }
  });
});

describe('the next step', () => {
  it('opens the results page for the tally', () => {
    expect(pageOfStep('tally')).toBe('results');
  });

  it('is the own one for the chair only when the chair is asked', () => {
    const member = { seatId: 'm', role: 'member', chair: false } as const;
    expect(isOwnStep(member, { who: 'chair' })).toBe(false);
    expect(isOwnStep({ ...member, chair: true }, { who: 'chair' })).toBe(true);
    expect(isOwnStep({ ...member, role: 'secretary' }, { who: 'secretary' })).toBe(true);
    expect(isOwnStep(member, { who: 'member', seatIds: ['other'] })).toBe(false);
    expect(isOwnStep({ ...member, role: 'supervisor' }, { who: 'signer', seatIds: ['m'] })).toBe(true);
  });
});
