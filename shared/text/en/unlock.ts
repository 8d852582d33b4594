import type { unlock as zh } from '../zh/unlock.ts';

export const unlock = {
  'unlock.title': 'Choose your name',
  'unlock.hint': 'After unlocking you see only what is yours.',
  'unlock.none': 'There is nobody here yet. Open the sample review or create one.',
  'unlock.passphrase': 'Passphrase',
  'unlock.enter': 'Unlock',
  'unlock.other': 'Someone else',
  'unlock.sample': 'Sample passphrase: {passphrase}',
  'unlock.sampleUse': 'Fill in the sample passphrase',
  'unlock.tries': '{count} wrong so far. Each further mistake lengthens the wait.',
  'unlock.wait': 'Wait {seconds} s before the next try.',
  'unlock.forgotten':
    'A passphrase can’t be recovered. If it is forgotten, the secretary and the chair reseat you; submitted sheets stay valid.',
  'unlock.firstTitle': 'First use: choose a passphrase',
  'unlock.firstHint':
    'It is used on this computer only and protects your scores and signature. At least 12 characters, or the 16 digits offered below. Keep it where only you can see it.',
  'unlock.new': 'New passphrase',
  'unlock.repeat': 'Once more',
  'unlock.differs': 'The two entries differ.',
  'unlock.short': 'Too short: at least 12 characters, or the 16 generated digits.',
  'unlock.generate': 'Generate 16 digits',
  'unlock.generated': 'Generated passphrase',
  'unlock.useGenerated': 'Use this one',
  'unlock.create': 'Set passphrase and unlock',
  'unlock.firstTag': 'first use',
  'unlock.working': 'Checking the passphrase, about a second…',
  'unlock.recover': 'The secretary forgot the passphrase',
  'unlock.recoverTitle': 'Reset with the recovery passphrase',
  'unlock.recoverText':
    'The recovery passphrase made at the freezing sets a new secretary passphrase. Submitted sheets, authority and roster stay as they are; the act is recorded.',
  'unlock.recoverPassphrase': 'Recovery passphrase',
  'unlock.recoverNew': 'New passphrase',
  'unlock.recoverDo': 'Reset and unlock',
  'unlock.recoverBack': 'Back to unlocking',
} as const satisfies Record<keyof typeof zh, string>;
