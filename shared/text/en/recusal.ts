/** The declaration of conflicts: a bare list of names, declared once. */
export const recusal = {
  'recusal.title': 'Recusal',
  'recusal.pledge': 'Declaration',
  'recusal.pledgeText':
    'Where I have an office, shares, a relative, business or any other relation that may affect a fair review with an enterprise below, its investor, legal representative or management, I declare it, do not read its materials and do not score it. All others I score independently and fairly, and I keep the review confidential.',
  'recusal.before': 'No material is shown before the declaration; below are names only.',
  'recusal.list': 'Names of the applicants',
  'recusal.number': 'No.',
  'recusal.name': 'Enterprise',
  'recusal.recuse': 'Recuse',
  'recusal.reason': 'Reason',
  'recusal.reasonFor': 'Reason for “{name}”',
  'recusal.recuseFor': 'Recuse from “{name}”',
  'recusal.reasonHint': 'For example: former adviser of this enterprise',
  'recusal.reasonMissing': 'Please state the reason.',
  'recusal.declare': 'Submit the declaration',
  'recusal.confirmTitle': 'Submit the declaration',
  'recusal.confirmNone':
    'You declare no relation to any of the {total} applicants that calls for recusal. You cannot change this yourself afterwards.',
  'recusal.confirmSome':
    'You recuse yourself from {count} of {total}: {names}. You cannot change this yourself afterwards.',
  'recusal.chosen': 'Recused from {count} of {total}',
  'recusal.done': 'The declaration is submitted.',
  'recusal.declaredNone': 'You declared no relation to any of the applicants that calls for recusal.',
  'recusal.declaredSome':
    'You recused yourself from {count} applicants; the desk neither shows their materials nor takes scores for them.',
  'recusal.late':
    'A submitted declaration cannot be changed by yourself. If a reason for recusal comes up later, tell the secretary, who records it as a late recusal with its reason.',
  'recusal.toDesk': 'To the desk',
  'recusal.empty': 'No applicants yet. Please wait until the secretary has imported the applications.',
} as const;
