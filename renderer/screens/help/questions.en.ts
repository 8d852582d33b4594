import type { Question } from './guide.ts';

export const questions: readonly Question[] = [
  {
    ask: 'A member forgot the passphrase?',
    answer:
      'It can’t be recovered. The secretary and the chair or deputy reseat the member with their passphrases. Submitted sheets stay valid; drafts are entered anew.',
  },
  {
    ask: 'The secretary forgot the passphrase?',
    answer:
      'After the freezing: choose the own name where you unlock, press “The secretary forgot the passphrase”, enter the recovery passphrase and a new one. Submitted sheets and roster stay; the act is recorded. Before the freezing, make a new review.',
  },
  {
    ask: 'The computer is broken or lost?',
    answer:
      'Install on another one, put the saved data folder where Settings shows, and start. What came after the backup is done again, so make one every day. Switch on full-disk encryption.',
  },
  {
    ask: 'How do I make a backup?',
    answer: 'Quit, then copy the whole data folder named in Settings to another disk.',
  },
  {
    ask: 'A power cut?',
    answer: 'Everything shown as saved is there. Start, unlock, go on.',
  },
  {
    ask: 'The clock is wrong?',
    answer:
      'Scores and ranks don’t depend on it: versions are numbered. Times in the record and in signatures are wrong until the clock is set.',
  },
  {
    ask: 'Some members want paper?',
    answer: 'It counts the same. See “Scoring on paper”. One member may use both.',
  },
  {
    ask: 'A member left before finishing?',
    answer:
      'Submitted sheets count. The others come later, on paper, or are recorded as absent, confirmed by the chair and never below the quorum.',
  },
  {
    ask: 'A member left before signing the minutes?',
    answer: 'Record the early leaving with a reason. Signing later, also on paper, stays possible.',
  },
  {
    ask: 'Equal ranks?',
    answer:
      'First a preference, if the panel confirms one, then the order the scheme states. What is still equal shares the rank: 1, 2, 2, 4. The program never breaks a tie by itself.',
  },
  {
    ask: 'Equal scores but different ranks?',
    answer: 'Ranks use exact values; scores are shown rounded. Unfold the row to see the exact one.',
  },
  {
    ask: 'A mistake after submitting?',
    answer: 'Withdraw before the closing, change, submit again. Afterwards a member can’t change it alone.',
  },
  {
    ask: 'A score turns out wrong after the opening?',
    answer:
      'Only on one of the listed grounds, e.g. a sum computed wrongly: the secretary reopens the sheet, chair or deputy confirm, and its scorer corrects and signs it. The first value is kept for ever and printed.',
  },
  {
    ask: 'Why did it lock itself?',
    answer: 'After 10 minutes without use. What was saved is there; unlock and go on.',
  },
];
