import type { exchange as zh } from '../zh/exchange.ts';

export const exchange: Readonly<Record<keyof typeof zh, string>> = {
  'exchange.reason.not-ours': 'Not a file of Paneldesk.',
  'exchange.reason.empty': 'The file is empty and was not accepted. Ask the sender for it again.',
  'exchange.reason.newer':
    'The file was written by a newer version and was not accepted. Bring Paneldesk on this computer to the same version first.',
  'exchange.reason.not-for-us':
    'The file is not for the person unlocked now and was not accepted. Let its addressee unlock and take it.',
  'exchange.reason.truncated':
    'The file is incomplete or damaged and was not accepted. Ask the sender for it again.',
  'exchange.reason.no-manifest':
    'The file lacks its signed list and was not accepted. Ask the sender for it again.',
  'exchange.reason.manifest':
    'The list in the file is not as it must be; it was not accepted. Ask the sender for it again.',
  'exchange.reason.signature':
    'The signature of the file does not fit its content; it was not accepted. Ask the sender for it again.',
  'exchange.reason.other-address':
    'The addressee or kind written outside differs from what is signed inside; it was not accepted.',
  'exchange.reason.unknown-sender':
    'The sender is not enrolled yet, so the file must wait. It is accepted by itself once the sender is enrolled.',
  'exchange.reason.part-elsewhere':
    '“{name}” in the file differs from the signed list; it was not accepted. Ask the sender for it again.',
  'exchange.reason.part-missing':
    '“{name}” is missing from the file; it was not accepted. Ask the sender for it again.',
  'exchange.reason.malformed':
    'What is signed in the file is not as it must be; it was not accepted. Ask the sender for it again.',
  'exchange.reason.part-name': 'The file holds the name “{name}”, which is not allowed; it was not accepted.',
  'exchange.reason.part-changed':
    '“{name}” was changed while it was being sealed; nothing was sealed. Try again.',
  'exchange.reason.part-header':
    'The inside of the file is not as it must be; it was not accepted. Ask the sender for it again.',
  'exchange.reason.part-repeated': '“{name}” occurs twice in the file; it was not accepted.',
  'exchange.reason.part-hash':
    '“{name}” in the file is damaged; it was not accepted. Ask the sender for it again.',
  'exchange.reason.too-many':
    'The file holds too many things and was not accepted. Hand them over in several files.',
  'exchange.reason.too-large': 'The file is too large and was not accepted. Hand it over in several files.',
  'exchange.reason.after-end':
    'Something follows the end of the file; it was not accepted. Ask the sender for it again.',
  'exchange.reason.other-review':
    'The file belongs to another review and was not accepted. Take it in the hand-over register of that review.',
  'exchange.reason.no-receiver': 'This computer does not take such files; it was not accepted.',
  'exchange.reason.already': 'This file was taken before and need not be taken again.',
  'exchange.reason.unexpected':
    'Something unexpected happened while judging the file; it was kept. Restart Paneldesk and try again, reference {reference}.',
  'exchange.carrier.gone': 'The chosen place cannot be found.',
  'exchange.carrier.folder-gone':
    'The shared folder cannot be found; the exchange pauses. Check the network; it goes on by itself.',
  'exchange.carrier.stick-gone': 'The registered stick is not plugged in. The exchange goes on once it is.',
  'exchange.carrier.own-box-gone':
    'The folder of the drop box is gone; the exchange pauses. Check the data folder.',
  'exchange.carrier.other-folder':
    'This is not the shared folder that was chosen; the exchange pauses. Check that the network is connected, or choose again.',
  'exchange.carrier.other-stick':
    'This is not the registered stick; nothing was written. Use the registered one, or register this one.',
  'exchange.carrier.full':
    'The place is full and the file was not finished. Make room and try again; everything that waits is still here.',
  'exchange.carrier.read-only':
    'The place can be read but not written. Check its permissions or its write protection; everything that waits is still here.',
  'exchange.carrier.disk':
    'Reading or writing the place failed. Check it and try again; everything that waits is still here.',
  'exchange.carrier.read-back':
    'What was read back differs from what was written, so it does not count as handed over. Use another place.',
  'exchange.carrier.file-gone': 'The file was taken away while it was read.',
  'exchange.carrier.box-gone':
    'The drop box cannot be reached; the exchange pauses. Make sure that it is open and the cable is plugged in; it goes on by itself.',
  'exchange.carrier.box-code': 'The meeting code is wrong; the drop box refused. Compare it with the screen.',
  'exchange.carrier.box-slow':
    'The drop box takes nothing from this computer for some minutes; it goes on by itself.',
  'exchange.carrier.box-full': 'The drop box has no room for this file. Tell the secretary.',
  'exchange.carrier.box-refused': 'The drop box did not take this file. Tell the secretary.',
  'progress.handing-over': 'Handing over…',
  'progress.taking-in': 'Taking in…',
  'exchange.reason.not-scoring':
    'The review hasn’t reached the scoring. It is accepted by itself from then on.',
  'exchange.reason.roster-unknown':
    'The sheet rests on a roster that this review didn’t issue; it was not accepted.',
  'exchange.reason.envelope-invalid':
    'Signature or content of the sheet doesn’t fit what is registered; it was not accepted. Submit it again.',
  'exchange.reason.sealed-altered':
    'The sealed content of the sheet doesn’t fit its signature; it was not accepted. Submit it again.',
  'exchange.reason.key-revoked':
    'The sender has enrolled another computer since; the old signature no longer counts and it was not accepted. Submit from the new computer.',
  'exchange.reason.older-roster':
    'The sheet was sealed under an older roster; chair, deputy or secretary changed since. It was not accepted. Take in the new package and submit again.',
  'exchange.reason.older-manifest':
    'The application that the sheet rests on changed since; it was not accepted. Take in the new package, look at the change and submit again.',
  'exchange.reason.not-scored': 'This enterprise isn’t scored; the sheet was not accepted.',
  'exchange.reason.recused': 'A recusal from this enterprise is recorded; the sheet was not accepted.',
  'exchange.reason.absent': 'An absence is recorded; the sheet was not accepted.',
  'exchange.reason.on-paper': 'A paper sheet is registered; the one from the computer was not accepted.',
  'exchange.reason.after-closing':
    'The sheets are closed: nothing can be replaced or withdrawn any more. It was not accepted.',
  'exchange.reason.two-with-one-number':
    'Two different sheets with one number came; both are kept as evidence. Submit once more: the last one counts.',
  'exchange.reason.sheets-mixed':
    '{received} received, {already} known before, {waiting} waiting for the version before, {refused} not accepted.',
  'exchange.reason.not-closed': 'The sheets aren’t closed yet; no answer to an opening is needed.',
  'exchange.reason.opened-before': 'The sheets are open already; no answer is needed any more.',
  'exchange.reason.answer-stale':
    'The answer is about other sheets than those in now; it was not accepted. Send the request again.',
  'exchange.reason.answer-incomplete':
    'The answer doesn’t hold every sheet; none was opened. Send the request again.',
  'exchange.reason.answer-sheet':
    'A sheet in the answer isn’t the one that was received ({name}); none was opened. Send the request again.',
  'exchange.reason.not-supervisor': '{name} isn’t a supervisor; the witness was not accepted.',
  'exchange.reason.witness-stale': 'The witness is about another opening; it was not accepted.',
  'progress.outer-layer': 'Preparing the request…',
  'exchange.reason.absence-not-possible':
    'An absence of {name} can’t be recorded: the sheet is in, or too few could score then; it was not accepted.',
  'exchange.reason.absence-signature':
    'The absence isn’t signed by the registered chair or deputy; it was not accepted.',
  'exchange.reason.declaration-older-list':
    'The list of enterprises changed since the declaration; its recusals are recorded. Take in the new package and declare once more.',
  'exchange.reason.declaration-late': 'Conflicts can’t be declared any more; it was not accepted.',
  'exchange.reason.card-other-review':
    'The enrolment of {name} belongs to another review; it was not accepted.',
  'exchange.reason.card-revoked':
    'This enrolment of {name} was replaced and no longer counts; it was not accepted. Enrol anew from the present computer.',
  'exchange.reason.card-unknown-seat':
    'The enrolment names a seat that isn’t on the panel ({name}); it was not accepted.',
  'exchange.reason.card-waits': 'The enrolment of {name} is in; check and confirm it under panel, computers.',
  'exchange.reason.own-copy': 'This computer’s own copy; nothing to take in.',
  'exchange.reason.not-office-copy': 'Not an office copy of this recovery file; nothing was restored.',
};
