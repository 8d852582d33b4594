import type { CommandContext, QueryContext, TaskContext } from '../../api/context.ts';
import { AppError } from '../../../shared/api/problem.ts';
import { recusalsOf } from '../../database/recusals.ts';
import { replicaOf, type ReplicaRow } from '../../database/replicas.ts';
import { dropShare } from '../../database/vaults.ts';
import { noteHead } from '../../database/witnessed-heads.ts';
import type { OpenedLetter } from '../../exchange/letter.ts';
import { readPackage } from '../../exchange/review-package.ts';
import { fingerprint } from '../../signing/fingerprint.ts';
import { eraseDossierFiles } from '../../vault/vault-files.ts';
import { ownPerson } from '../act.ts';
import type { Receiver, Received } from '../exchange/receivers.ts';
import { applyPackage } from './apply-package.ts';
import { checkPackage, type CheckedPackage } from './check-package.ts';
import { packageFiles, type PackageFiles } from './package-files.ts';

/** Office letters to a member: only of the authority that this laptop has pinned for the review. */
export function pinnedAuthority(context: QueryContext, kid: string, review: string): string | undefined {
  const replica = replicaOf(context.db, review);
  if (replica === undefined || replica.confirmed_ms === null) return undefined;
  return fingerprint(replica.authority_public) === kid ? replica.authority_public : undefined;
}

/** A package or a supplement: makes this laptop's copy of the review, or renews it. */
export const packageReceiver: Receiver = {
  senderKey: (context, kid, manifest) => pinnedAuthority(context, kid, manifest.review),
  receive: (task, letter) => takePackage(task, letter),
};

async function takePackage(task: TaskContext, letter: OpenedLetter): Promise<Received> {
  const replica = task.read(({ db }) => replicaOf(db, letter.manifest.review));
  if (replica === undefined) throw new AppError('not-found', { what: 'review' });
  const keys = task.read((context) => ownPerson(context).keys);
  let prepared: { readonly checked: CheckedPackage; readonly files: PackageFiles } | undefined;
  try {
    const content = await readPackage(letter.parts, async (given) => {
      const checked = task.read(({ db }) => checkPackage(db, replica, given));
      const hidden = task.read((context) => hiddenFrom(context, checked));
      const files = packageFiles(task, keys, checked.manifest, hidden);
      prepared = { checked, files };
      return files.take;
    });
    const { version, title } = content.state;
    if (version <= replica.version) {
      const reason = version === replica.version ? 'already' : 'older-package';
      return { outcome: 'already', party: title, reason, values: { version } };
    }
    if (prepared === undefined) throw new AppError('unexpected');
    const { checked, files } = prepared;
    await files.place();
    const hidden = task.commit((context) => apply(context, replica, checked, files, letter));
    // After the act: bytes that nobody may open any more, whether or not they go at once.
    for (const dossierId of hidden) eraseDossierFiles(task.environment.dataFolder, dossierId);
    const missing = files.missing();
    const reason = missing > 0 ? 'materials-missing' : '';
    return { outcome: 'accepted', party: title, reason, values: { version, count: missing } };
  } finally {
    prepared?.files.drop();
  }
}

function hiddenFrom({ db }: QueryContext, { state }: CheckedPackage): Set<string> {
  const own = recusalsOf(db, state.review).filter((row) => row.seat_id === state.seat);
  const told = state.recusals.map(({ dossier }) => dossier);
  return new Set([...told, ...own.map((row) => row.dossier_id)]);
}

function apply(
  context: CommandContext,
  replica: ReplicaRow,
  checked: CheckedPackage,
  files: PackageFiles,
  letter: OpenedLetter,
): string[] {
  const { db } = context;
  // Another window may have taken a later one in while this was read.
  if (replicaOf(db, replica.review_id)?.version !== replica.version) throw new AppError('stale');
  const hidden = applyPackage(context, replica, checked);
  files.commit(context);
  const reader = ownPerson(context).keys.ageRecipient;
  for (const dossierId of hidden) dropShare(db, dossierId, reader);
  noteHead(db, replica.review_id, letter.manifest, context.nowMs);
  return hidden;
}
