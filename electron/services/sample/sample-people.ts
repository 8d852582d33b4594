import type { QueryContext } from '../../api/context.ts';
import { sampleSecrets } from '../../database/sample-secrets.ts';

/** The 示例口令 of a person of the sample review; null for everybody else. */
export function samplePassphraseOf(context: QueryContext, personId: string): string | null {
  return sampleSecrets(context.db).get(personId) ?? null;
}
