import { z } from 'zod';
import { identifier, nothing, ofReview, optionalText, shortText } from '../schema/common.ts';
import { enrolment } from '../schema/enrolment.ts';
import { command, query, task } from './method.ts';

const changes = ['panel', 'session', 'people', 'reviews', 'record', 'exchange'] as const;

/** 登记: people whose keys are on another laptop. */
export const enrolMethods = {
  'enrol.list': query(ofReview, enrolment),
  /** 专家登记文件 that somebody brought by hand. */
  'enrol.takeCard': command(
    ofReview.extend({ uploadId: identifier }),
    z.object({ outcome: z.enum(['accepted', 'already']), name: z.string() }),
    ['panel', 'exchange'],
  ),
  /** The digits were compared, or the person sits there: these keys are this seat's from now on. */
  'enrol.confirm': command(
    ofReview.extend({ fingerprint: shortText, seatId: identifier, reason: optionalText }),
    nothing,
    changes,
  ),
  'enrol.setAside': command(ofReview.extend({ fingerprint: shortText, reason: shortText }), nothing, changes),
  /** 会场码: a new code and the meeting file (base64) that it opens, for bureau laptops. */
  'enrol.meeting': task(ofReview, z.object({ code: z.string(), fileName: z.string(), base64: z.string() })),
};
