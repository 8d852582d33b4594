import type { Handlers } from '../../api/handler.ts';
import { saveNotice } from '../../database/reviews.ts';
import { calendarHandlers } from './calendar.ts';
import { exportDocuments } from './export.ts';
import { documentViews } from './list.ts';
import { makeDocument } from './make.ts';
import { noticeFieldsOf } from './notice-fields.ts';
import { previewDocument } from './preview.ts';
import { signDocument } from './sign.ts';
import { templateHandlers } from './templates.ts';
import { recordLeftEarly, recordPaperSigned } from './signatures.ts';

export { resultNeeds } from './needs.ts';

type Names =
  | keyof typeof calendarHandlers
  | keyof typeof templateHandlers
  | 'document.preview'
  | 'document.export'
  | 'document.list'
  | 'document.make'
  | 'document.sign'
  | 'document.leftEarly'
  | 'document.paperSigned'
  | 'notice.get'
  | 'notice.save';

export const documentHandlers: Pick<Handlers, Names> = {
  ...calendarHandlers,
  ...templateHandlers,
  'document.preview': previewDocument,
  'document.export': exportDocuments,
  'document.list': ({ db }, { reviewId }) => documentViews(db, reviewId),
  'document.make': (context, choice) => makeDocument(context, choice),
  'document.sign': signDocument,
  'document.leftEarly': (context, input) => {
    recordLeftEarly(context, input);
    return {};
  },
  'document.paperSigned': (context, input) => {
    recordPaperSigned(context, input);
    return {};
  },
  'notice.get': ({ db }, { reviewId }) => noticeFieldsOf(db, reviewId),
  'notice.save': (context, { reviewId, notice }) => {
    saveNotice(context.db, reviewId, JSON.stringify(notice));
    return {};
  },
};
