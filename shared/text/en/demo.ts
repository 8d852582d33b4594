/** The command `panel demo`. */
export const demo = {
  'demo.prepare': 'Preparing the sample review: applications, eligibility, panel, frozen scheme',
  'demo.score': 'The members score and submit',
  'demo.open': 'Closing, opening, tally',
  'demo.conclude': 'Deciding the preference, writing the opinions',
  'demo.sign': 'Making the minutes, one signature after another',
  'demo.bundle': 'Closing the result, signing its bundle together with the chair',
  'demo.publish': 'Making the notice and the results workbook',
  'demo.noFolder': 'The folder can’t be made or written to: {folder}. Name another one.',
  'demo.authority': 'Fingerprint of the authority:',
  'demo.rank': 'Rank',
  'demo.enterprise': 'Enterprise',
  'demo.average': 'Average',
  'demo.members': 'Members',
  'demo.ineligible': 'Not eligible',
  'demo.laptopOffice': 'Laptop of {name} (secretary): the sample is prepared, a meeting file is made',
  'demo.laptopSeat': 'Bureau seat of {name}: meeting code, own name, PIN; the card goes into the folder',
  'demo.laptopOwn': 'Own laptop of {name}: passphrase, enrolment file, digits read aloud',
  'demo.laptopConfirmed': 'Laptop of {name}: {count} cards confirmed, roster renewed, packages made',
  'demo.laptopScored':
    'Laptop of {name}: package taken in, {count} sheets scored and submitted, waiting for receipts',
  'demo.laptopReceipted': 'Laptop of {name}: {count} sheets receipted',
  'demo.laptopPaper':
    'Laptop of {name}: one paper sheet of {member} registered, typed twice after the closing',
  'demo.laptopAsked':
    'Laptop of {name}: closed, opening begun in the record, {keeper} asked to open {count} sheets',
  'demo.laptopAnswered': 'Laptop of {name}: PIN typed, {count} sheets taken out of their seal and sent back',
  'demo.laptopOpened': 'Laptop of {name}: answer taken in, every sheet checked, all open',
  'demo.laptopPaperSign': 'Minutes made, signed on paper, scan registered',
};
