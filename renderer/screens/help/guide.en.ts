import type { Chapter } from './guide.ts';
import { questions } from './questions.en.ts';

/** The user's guide by role, the same chapters as in Chinese. */
export const guide: readonly Chapter[] = [
  {
    id: 'start',
    title: 'See the sample first',
    steps: [
      'Open the sample review at the start page. Names, enterprises and passphrases are examples; the passphrase is shown below the field.',
      'Choose a name, fill in the sample passphrase, unlock.',
      'The strip at the top always says one thing: what comes next and who does it. The button beside it leads there.',
      'Hand over to change the person. Everything that belonged to the last one is cleared.',
      'In the sample the secretary may let the members finish scoring. Real reviews have no such button.',
    ],
  },
  {
    id: 'prepare',
    title: 'Secretary: preparing',
    steps: [
      'Make a new review: title, organiser, your name, a scheme, your own passphrase.',
      'Download the template, fill it in, import it. The preview names every wrong cell by row and column; nothing is taken in before you decide.',
      'Add people to the pool and seat members, recorder and supervisor.',
      'Go on to the eligibility check. Conditions that need a person are decided with a reason.',
      'Check categories, items and caps, save, then freeze: name the deputy, enter your passphrase, set a recovery passphrase. Nothing of the scheme changes afterwards.',
      'Download the recovery file at once, keep it apart from its passphrase, and try it once with the drill. When the computer is lost, restore from a copy on an empty one and let members hand their sheets over once more.',
      'Ask everybody to set an own passphrase on this computer. For members on other computers, make a meeting file or take their cards in under panel, computers; confirm each one, then make the packages.',
      'At the meeting record attendance and the election of the chair, and read the check values aloud.',
    ],
    notes: ['Rule card, sign-in sheet and paper score sheets are made under Documents.'],
  },
  {
    id: 'follow',
    title: 'Secretary: receiving, closing, opening',
    steps: [
      'The board shows the state of each sheet. Nobody sees a score.',
      'For a member who can’t come, choose the cells and record the absence; chair or deputy confirm it with a passphrase.',
      'Close when all are in. Nobody can withdraw or change a sheet after that.',
      'Open with two passphrases, yours and that of the chair or the deputy. Let the supervisor witness it, also with an own signature.',
      'Where the chair’s passphrase is on another computer, opening sends a request: compare the digits, the chair types passphrase or PIN there, and all sheets open at once when the answer is taken in. Absences are signed there in the same way.',
      'Two sheets that differ keep the opening shut until the member submits again or the chair signs an absence.',
      'The result lists ranks and scores. Unfold an enterprise to see how its score came about.',
      'Where scores are equal and a preference may apply, the panel decides with a reason.',
      'A tie that the panel must vote on is recorded with the order and how the vote went.',
    ],
  },
  {
    id: 'finish',
    title: 'Secretary: opinions, minutes, notice',
    steps: [
      'Choose a conclusion for each enterprise and write the opinion; it saves itself. Then go on.',
      'Make the minutes (archive version), signed on screen or on paper.',
      'On screen: hand over to each signer, who unlocks, enters the passphrase and signs.',
      'On paper: download, print, sign, stamp, then record the paper signatures with the scan.',
      'Make the result bundle, signed by chair or deputy too. Anybody who drops it on Verify recomputes the whole result.',
      'Go on to approval, edit and make the notice, then publicity, decision and filing.',
      'The result workbook holds every item score for the archive.',
    ],
  },
  {
    id: 'member',
    title: 'Expert (member of the panel)',
    steps: [
      'At a prepared seat: join a review, open the meeting file, type the meeting code, choose your name, set a seat PIN.',
      'On your own computer: join a review, set a passphrase, give the card file to the secretary and read its digits aloud. Open the review package on the same page once the authority’s digits are the same.',
      'On the secretary’s computer: choose your name and set a seat PIN, or use an own passphrase instead: at least 12 characters, or the generated 16 digits.',
      'Declare recusals on the list of names, each with a reason. Materials are shown afterwards.',
      'Type the scores. Enter goes down; arrow keys move and never change a score. Materials and bands stand at the right.',
      'The bar below shows the total and when it was saved. A wrong value turns red with its reason and isn’t saved.',
      'Blank is not zero. A 0 is confirmed, with a reason.',
      'Check all your scores side by side, enter one passphrase, submit.',
      'Before the closing you may withdraw a sheet, change it and submit again. Every version is kept.',
      'At a seat or on your own computer a submitted sheet waits for its receipt; once the secretary has it, it says so.',
      'After the opinions are written you may add a dissent. It is printed in full.',
      'Read the minutes under Documents and sign them with your passphrase.',
      'Lock when you leave the seat, hand over when you are done.',
    ],
    notes: [
      'Before the opening you see your own scores only, and nobody else sees them, the secretary included.',
    ],
  },
  {
    id: 'chair',
    title: 'Chair and deputy',
    steps: [
      'The chair is elected at the meeting; the deputy is named at freezing and opens when the chair is away.',
      'Check the reason of an absence and confirm it with your passphrase, also when the request comes to your own computer.',
      'Be present at the opening and enter your passphrase.',
      'When a member forgot the passphrase, confirm the new seat together with the secretary.',
    ],
    notes: ['Both are members too: their sheets are sealed like all others.'],
  },
  {
    id: 'recorder',
    title: 'Recorder',
    steps: [
      'Record meetings, attendance and early leaving.',
      'After the closing type paper sheets from the original. Another person types them again independently.',
      'Where the two differ the items are named; each compares with the original and types again.',
      'Write the opinions as the panel discusses them, and sign the minutes.',
    ],
  },
  {
    id: 'supervisor',
    title: 'Supervisor',
    steps: [
      'Read all pages and the record. Nothing is changed, except that paper sheets may be typed.',
      'Compare the values that are read aloud and witness the opening.',
      'Sign the minutes.',
      'Verify the signed file with the authority’s fingerprint and the names of the expected signers.',
      'Verify the result bundle with the authority’s fingerprint: what fails comes first, with whose sheet of which enterprise.',
    ],
  },
  {
    id: 'paper',
    title: 'Scoring on paper',
    steps: [
      'Print the score sheets from the board, one page for each member and enterprise.',
      'When a signed sheet comes back, choose its cell and record it with the scan.',
      'After the closing two people type it. Both must agree before the opening. The minutes name the paper sheets.',
    ],
  },
  {
    id: 'proof',
    title: 'What each signature proves',
    notes: [
      'A member’s signature on a sheet: it was submitted with that member’s passphrase and hasn’t changed, under the same roster and scheme.',
      'The chair’s or deputy’s signature on an absence: they confirmed it and its reason.',
      'Both typists’ signatures: each typed from the same scan, with the same result.',
      'A signature on the minutes: its holder signed this very file; later signatures confirm the earlier ones too.',
      'The authority’s fingerprint, read aloud at the meeting, tells that the keys belong to this review. A certificate inside a file proves nothing by itself.',
      'Keys are made on this computer; they are no certificates of a licensed authority, and times are those of its clock.',
    ],
  },
  { id: 'questions', title: 'Questions', questions },
];
