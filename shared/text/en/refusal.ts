/** Why an application or a person was not saved. Keys are the reasons that the backend names. */
export const refusal = {
  'field-unknown': 'There is no such field.',
  'code-known': 'Credit code {creditCode} already belongs to application {number}, {name}.',
  'dossier-withdrawn': 'Application {number} was withdrawn and can’t be changed.',
  'condition-decided':
    'The application itself decides “{condition}”. Correct the application if it is wrong.',
  'person-known': '{name} ({organisation}) is in the pool already.',
  'person-retired': '{name} was removed from the pool and can’t be changed.',
  'person-seated': '{name} sits in “{review}” and can’t be removed before it is filed.',
  'progress.reading': 'Reading the workbook…',
  'progress.checking': 'Checking every cell…',
} as const;
