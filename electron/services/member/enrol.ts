import { AppError } from '../../../shared/api/problem.ts';
import { slow, type Handlers } from '../../api/handler.ts';
import { insertPerson, personById } from '../../database/people.ts';
import { activeProfile } from '../../database/profiles.ts';
import { cardFile, readCard, signCard } from '../../exchange/card.ts';
import { readAloud } from '../../signing/fingerprint.ts';
import { createProfileKeys, unlockProfileKeys } from '../../signing/profile-keys.ts';
import { ownPerson } from '../act.ts';
import { conflict } from '../conflict.ts';
import { createProfile } from '../sessions/sessions.ts';

/** An expert's own laptop: a profile under a passphrase, and the file that names its public keys. */
export const enrolHandlers: Pick<Handlers, 'member.enrol' | 'member.card'> = {
  'member.enrol': slow({
    gather: (_context, input) => input,
    prepare: async ({ passphrase }, environment) => {
      const stored = await createProfileKeys(passphrase, environment.kdfCost);
      return { stored, keys: await unlockProfileKeys(stored, passphrase) };
    },
    commit: (context, { name, organisation }, { stored, keys }) => {
      const personId = context.environment.newId();
      const fields = { name, organisation, title: '', field: '', kind: 'expert', phone: '' } as const;
      insertPerson(context.db, personId, fields, context.nowMs);
      return createProfile(context, personId, stored, keys);
    },
  }),
  'member.card': (context) => {
    const { personId, keys } = ownPerson(context);
    const person = personById(context.db, personId);
    if (person === undefined) throw new AppError('not-found', { what: 'person' });
    // A session PIN belongs to one review's seat, whose card went to the office by itself.
    if (activeProfile(context.db, personId)?.guard === 'pin') throw conflict('', { what: 'card-pin' });
    const { name, organisation } = person;
    const jws = signCard(
      { privateKey: keys.signingPrivateKey, publicSpki: keys.signingPublicSpki },
      {
        format: 1,
        kind: 'own',
        name,
        organisation,
        signing: keys.signingPublicSpki,
        recipient: keys.ageRecipient,
        review: '',
        seat: '',
        claimedMs: context.nowMs,
      },
    );
    const { fingerprint } = readCard(jws);
    const fileName = `专家登记文件-${name}.panel-card`;
    return { fileName, text: cardFile(jws), digits: readAloud(fingerprint), fingerprint };
  },
};
