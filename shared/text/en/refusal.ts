/** Why an act was refused: `refused.<what>` by the `what` that the backend names; the others name wrong places. */
export const refusal = {
  'field-unknown': 'There is no such field.',
  'refused.code-known': 'Credit code {creditCode} already belongs to application {number}, {name}.',
  'dossier-withdrawn': 'Application {number} was withdrawn and can’t be changed.',
  'refused.condition-decided':
    'The application itself decides “{condition}”. Correct the application if it is wrong.',
  'refused.person-known': '{name} ({organisation}) is in the pool already.',
  'refused.person-retired': '{name} was removed from the pool and can’t be changed.',
  'refused.person-seated': '{name} sits in “{review}” and can’t be removed before it is filed.',
  'progress.reading': 'Reading the workbook…',
  'progress.checking': 'Checking every cell…',
  'refused.dossier-withdrawn': 'Application {number} was withdrawn and can’t be changed.',
  'refused.dossier-has-sheets':
    'Sheets were submitted for application {number}, {name}. Their members withdraw them before it is changed.',
  'refused.keeper-new-key':
    'The passphrase of {name} was reset after sheets were submitted. The other one of chair and deputy opens them.',
  'refused.person-elsewhere':
    '{name} sits in “{review}”, whose secretary corrects the name and the organisation.',
  'refused.sample-person':
    '{name} belongs to the sample, with a passphrase that everybody may know. Hand over first, or add a real person.',
  'refused.member-has-sheets':
    '{name} submitted sheets and can’t leave. The member withdraws them first, or a recusal is recorded.',
  'refused.reseat-elsewhere':
    '{name} also sits in “{review}”, which has another secretary, chair and deputy. The passphrase can’t be reset from here.',
  'refused.last-keeper':
    'Sheets are sealed for chair and deputy, and the other one was reset. The passphrase of {name} can’t be reset too.',
  'refused.absence-state': 'An absence can only be recorded for a sheet that was not submitted.',
  'refused.repeated': 'The same entry stands twice.',
  'refused.not-submitted': 'This sheet is not submitted, so it can’t be withdrawn.',
  'refused.sheet-state':
    'The sheet of “{name}” is submitted, recused, absent or on paper and can’t be changed.',
  'refused.keeper': '“{name}” is neither chair nor deputy.',
  'refused.paper-differs': 'The two typists of a paper sheet differ. Check the original and type it again.',
  'refused.seated': '“{name}” already has a seat in this review.',
  'refused.one-secretary': 'A review has exactly one secretary.',
  'refused.keeper-has-sheets': 'Submitted sheets are sealed for “{name}”, who can’t leave.',
  'refused.chair-is-deputy': 'Chair and deputy can’t be the same person: “{name}”.',
  'refused.chair-profile': '“{name}” has no passphrase yet. Hand over first.',
  'refused.reason': 'Give a reason.',
  'refused.member': '“{name}” is not a member of the panel.',
  'refused.sheets-submitted':
    'Sheets are already sealed for the present chair and deputy. Members must withdraw them first.',
  'refused.paper-state': 'This sheet is submitted, recused or absent.',
  'refused.scan': 'Attach the scan of the paper sheet first.',
  'refused.two-typists': 'Two people have typed this sheet already.',
  'refused.profile': 'There is a passphrase already. Unlock with it.',
  'refused.declared': 'The declaration was made. Tell the secretary about a new conflict.',
  'refused.no-profile': '“{name}” has no passphrase to reset.',
  'refused.secretary-recovery': 'Use the recovery passphrase of the freezing, where you unlock.',
  'refused.own-reseat': 'The chair can’t reset the own passphrase; the deputy does.',
  'refused.scheme-frozen': 'The scheme is frozen.',
  'refused.same': 'The recovery file needs a passphrase of its own.',
  'refused.deputy': 'The deputy must be a member of the panel.',
  'refused.members': 'At least {minimum} members are needed, there are {seated}.',
  'refused.vote-not-tied': 'A vote decides only between dossiers of equal value.',
  'refused.no-deviation': 'This score has no deviation to explain.',
  'refused.correction-reason': 'Choose one of the listed reasons.',
  'refused.correction-laptop': 'This sheet was submitted on a laptop; its scorer corrects it.',
  'refused.correction-paper': 'A paper sheet is corrected on paper and typed by two people.',
  'refused.correction-open': 'The sheet of “{name}” is reopened already.',
  'refused.not-reopened': 'This sheet is not reopened.',
  'refused.profile-missing': 'There is no passphrase.',
  'refused.roster': 'The roster is not confirmed. The secretary must unlock once.',
  'refused.upload': 'The file is gone. Choose it again.',
  'refused.opening': 'The sheets are not opened yet, so there is no result.',
  'refused.typed-once': 'A paper sheet was typed by one person only. A second one types it first.',
  'refused.signature': 'This document has no signature field for this person.',
  'refused.minutes-signed':
    'Somebody has signed the minutes, so this can no longer change. If need be, the secretary steps back to the opening.',
  'refused.minutes': 'There are no minutes (archive version) yet. Make them and have them signed first.',
  'refused.result-bundle': 'There is no result bundle yet. Make it under Documents first.',
  'refused.document-signed': 'Somebody has signed this document; it cannot be made again.',
  'refused.document-superseded': 'A newer version has replaced this document; please sign that one.',
  'refused.document-unsigned-kind': 'Documents of this kind are not signed.',
  'refused.not-electronic': 'These minutes are signed on paper.',
  'refused.signed-already': 'Signed already.',
  'refused.signature-state': 'This person has signed or was recorded as gone.',
  'refused.nobody-signs': 'At least one person has to sign.',
  'refused.preference-not-proposed': 'What this enterprise declared meets no preference condition.',
  'refused.supervisor': '“{name}” is not a supervisor.',
  'refused.absence-quorum':
    'After this absence only {left} would score “{name}”, fewer than the quorum of {quorum}. Let the member score later.',
  'refused.carrier-folder': 'There is no such folder. Choose another.',
  'refused.carrier-own-data': 'The data folder of Paneldesk cannot be chosen. Choose another.',
  'refused.carrier-box-office': 'Only the secretary opens the drop box.',
  'refused.opening-not-begun': 'The opening hasn’t begun. Start it from the opening page under progress.',
  'refused.card-other-seat':
    'This bureau computer enrolled for the seat of {name}; it can’t be somebody else’s.',
  'refused.card-has-sheets':
    'Sheets of {name} are in. Reseat the member together with the chair first, then replace the enrolment.',
  'refused.rebuild-not-empty':
    'There is review data on this computer already; nothing was restored. Use a computer (or data folder) where Paneldesk wasn’t used.',
} as const;
