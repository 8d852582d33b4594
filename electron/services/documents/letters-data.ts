import type { TemplateKind } from '../../../shared/domain/document-template.ts';
import type { LettersData } from '../../documents/data.ts';
import type { ReadDb } from '../../database/access.ts';
import { activeDossiers } from '../../database/dossiers.ts';
import { opinionsOfResult } from '../results/opinions.ts';
import type { ReviewResult } from '../results/tally-view.ts';
import { conclusionLabel, frameOf, titleWith } from './print.ts';
import { commonValues } from './template-values.ts';
import { templateOf, wordingOf, type TemplateDrafts } from './wording.ts';

const kinds: Readonly<Record<string, TemplateKind>> = {
  recommend: 'letter-recommend',
  'not-recommend': 'letter-not-recommend',
  defer: 'letter-defer',
};

/** 评审结果通知书 of every enterprise, in the order of the result; an ineligible one isn't recommended. */
export function lettersData(
  db: ReadDb,
  reviewId: string,
  result: ReviewResult,
  choice: { readonly software: string; readonly templates?: TemplateDrafts | undefined },
): LettersData {
  const { review } = result.round;
  const common = commonValues(db, reviewId);
  const codes = new Map(activeDossiers(db, reviewId).map((row) => [row.id, row.credit_code]));
  const letters = opinionsOfResult(db, reviewId, result).map((opinion, order) => {
    const conclusion = opinion.conclusion ?? 'not-recommend';
    const kind = kinds[conclusion] ?? 'letter-not-recommend';
    const values = {
      ...common,
      企业名称: opinion.name,
      统一社会信用代码: codes.get(opinion.dossierId) ?? '',
      结论: conclusionLabel(conclusion),
      得分: opinion.score ?? '—',
      名次: opinion.rank === null ? '—' : String(opinion.rank),
      评审意见: opinion.text.trim(),
    };
    const wording = wordingOf(templateOf(db, reviewId, kind, choice.templates), values, order);
    return { enterprise: opinion.name, order: String(order + 1).padStart(2, '0'), ...wording };
  });
  return { ...frameOf(db, review, choice.software), title: titleWith(review, '结果通知书'), letters };
}
