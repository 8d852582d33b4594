import { AppError } from '../../../shared/api/problem.ts';
import type { JoinContent } from '../../../shared/schema/member-letter.ts';
import type { CommandContext, QueryContext } from '../../api/context.ts';
import { dropBoxOf, setDropBox } from '../../database/carriers.ts';
import { frozen, reviewById } from '../../database/reviews.ts';
import { membersOf } from '../../database/seats.ts';
import { generateDigits } from '../../signing/passphrase.ts';
import { ownSeat } from '../act.ts';

/** In the range that is assigned to nobody; another one is taken where it is in use. */
const usualPort = 47_800;

/** What the meeting file says. @throws AppError `not-ready` before the freezing or without an own passphrase */
export function meetingContent(context: QueryContext, reviewId: string): JoinContent {
  const office = ownSeat(context).recipient;
  if (office === null) throw new AppError('not-ready', { what: 'profile-missing' });
  return {
    format: 1,
    review: reviewId,
    title: reviewById(context.db, reviewId).title,
    authority: frozen(context.db, reviewId).authority_public,
    office,
    seats: membersOf(context.db, reviewId).map(({ id: seat, name, organisation }) => ({
      seat,
      name,
      organisation,
    })),
  };
}

/** 会场码: one for each review, for the meeting file and the drop box alike; made when first asked for. */
export function meetingCode({ db }: CommandContext, reviewId: string): string {
  const known = dropBoxOf(db, reviewId)?.code;
  if (known !== undefined) return known;
  const code = generateDigits();
  setDropBox(db, { review_id: reviewId, code, port: usualPort });
  return code;
}
