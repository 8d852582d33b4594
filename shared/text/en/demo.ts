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
};
