/** One sentence per act of the record; keys are `record.` and the type of the act. */
export const record = {
  'record.dossier-added': 'Application {number} entered: {name}',
  'record.dossier-changed': 'Application {number} corrected, {name}: {fields}',
  'record.dossier-withdrawn': 'Application {number} withdrawn, {name}: {reason}',
  'record.dossiers-imported': 'Applications imported from {file}: {created} new, {updated} updated',
  'record.eligibility-judged-met': 'Application {number}, {name}: “{condition}” judged met: {reason}',
  'record.eligibility-judged-not-met': 'Application {number}, {name}: “{condition}” judged not met: {reason}',
  'record.eligibility-unjudged':
    'Application {number}, {name}: the judgement of “{condition}” was taken back: {reason}',
  'record.eligibility-reopened':
    'Application {number}, {name}: a fact was corrected, so “{condition}” is to be judged again',
  'record.person-changed': 'The entry of {before} was corrected to {name}',
} as const;
