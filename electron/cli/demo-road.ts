import type { TallyView } from '../../shared/schema/result.ts';
import type { SampleStory } from '../../shared/schema/sample.ts';
import type { Tile } from '../../shared/schema/session.ts';
import { createText } from '../../shared/text/index.ts';
import type { Backend } from '../api/host-contract.ts';
import { makePlayer, type Player } from '../services/sample/sample-player.ts';

export interface DemoFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface DemoResult {
  readonly files: readonly DemoFile[];
  readonly table: readonly (readonly string[])[];
  readonly authority: string;
}

/** The road from the application workbook to signed minutes; `say` receives one line for each stage. */
export async function playDemo(
  backend: Backend,
  story: SampleStory,
  say: (line: string) => void,
): Promise<DemoResult> {
  const text = createText('zh-CN');
  const stage = (key: Parameters<typeof text>[0]): void => say(text(key));
  const office = makePlayer(backend.dispatch, 'demo-secretary');
  stage('demo.prepare');
  const { reviewId } = await office.call('review.openSample', {});
  const tiles = await office.call('session.tiles', { reviewId });
  const secretary = tileOf(tiles, (tile) => tile.role === 'secretary');
  await office.call('session.unlock', secretary);
  stage('demo.score');
  await office.call('sample.completeScoring', { reviewId });
  stage('demo.open');
  await openSheets(office, reviewId, tiles, secretary.passphrase);
  stage('demo.conclude');
  await conclude(office, reviewId, story);
  stage('demo.sign');
  const minutesId = await signMinutes(backend, office, reviewId, tiles);
  stage('demo.bundle');
  const bundleId = await makeBundle(office, reviewId, tiles);
  stage('demo.publish');
  const { noticeId, resultsId } = await publish(office, reviewId, story);
  const { authority } = await office.call('review.overview', { reviewId });
  const files = [
    { name: 'minutes.pdf', bytes: await bytesOf(backend, office, minutesId) },
    { name: 'notice.pdf', bytes: await bytesOf(backend, office, noticeId) },
    { name: 'results.xlsx', bytes: await bytesOf(backend, office, resultsId) },
    { name: 'result.bundle', bytes: await bytesOf(backend, office, bundleId) },
  ];
  return { files, table: tableOf(await office.call('tally.get', { reviewId })), authority: authority ?? '' };
}

function tileOf(
  tiles: readonly Tile[],
  fits: (tile: Tile) => boolean,
): { personId: string; passphrase: string } {
  const tile = tiles.find(fits);
  if (tile === undefined || tile.samplePassphrase === null) throw new Error('the sample has no such seat');
  return { personId: tile.personId, passphrase: tile.samplePassphrase };
}

async function openSheets(
  office: Player,
  reviewId: string,
  tiles: readonly Tile[],
  passphrase: string,
): Promise<void> {
  await office.call('review.close', { reviewId });
  const { seats } = await office.call('panel.get', { reviewId });
  const chair = seats.find((seat) => seat.chair);
  const keeper = tileOf(tiles, (tile) => tile.personId === chair?.personId);
  await office.call('opening.begin', { reviewId, keeperSeatId: chair?.seatId ?? '' });
  await office.call('opening.open', {
    reviewId,
    secretaryPassphrase: passphrase,
    keeperSeatId: chair?.seatId ?? '',
    keeperPassphrase: keeper.passphrase,
  });
}

async function conclude(office: Player, reviewId: string, story: SampleStory): Promise<void> {
  const ids = await dossierIds(office, reviewId);
  for (const { dossier, confirmed, reason } of story.preferences) {
    await office.call('tally.confirmPreference', {
      reviewId,
      dossierId: ids.get(dossier) ?? '',
      confirmed,
      reason,
    });
  }
  const { opinions } = await office.call('opinion.list', { reviewId });
  for (const { dossier, conclusion, text } of story.opinions) {
    const dossierId = ids.get(dossier) ?? '';
    const revision = opinions.find((opinion) => opinion.dossierId === dossierId)?.revision ?? 0;
    await office.call('opinion.save', { reviewId, dossierId, revision, conclusion, text });
  }
  await office.call('review.advance', { reviewId, to: 'concluded' });
}

async function dossierIds(office: Player, reviewId: string): Promise<Map<string, string>> {
  const dossiers = await office.call('dossier.list', { reviewId });
  return new Map(dossiers.map(({ creditCode, dossierId }) => [creditCode, dossierId]));
}

/** The file circulates: each seat signs in an own session, one after another. */
async function signMinutes(
  backend: Backend,
  office: Player,
  reviewId: string,
  tiles: readonly Tile[],
): Promise<string> {
  const { documentId } = await office.call('document.make', {
    reviewId,
    kind: 'minutes-archive',
    signing: 'electronic',
  });
  const documents = await office.call('document.list', { reviewId });
  const signers = documents.find((document) => document.documentId === documentId)?.signatures ?? [];
  const { seats } = await office.call('panel.get', { reviewId });
  for (const { seatId } of signers) {
    const seat = seats.find((candidate) => candidate.seatId === seatId);
    const signer = tileOf(tiles, (tile) => tile.personId === seat?.personId);
    const player = makePlayer(backend.dispatch, `demo-${seatId}`);
    await player.call('session.unlock', signer);
    await player.call('document.sign', { reviewId, documentId, passphrase: signer.passphrase });
    backend.endSession(player.session);
  }
  return documentId;
}

/** Closed and signed together with the chair, so that anybody can recompute the result. */
async function makeBundle(office: Player, reviewId: string, tiles: readonly Tile[]): Promise<string> {
  const { seats } = await office.call('panel.get', { reviewId });
  const chair = seats.find((seat) => seat.chair);
  const { passphrase } = tileOf(tiles, (tile) => tile.personId === chair?.personId);
  const keeper = { seatId: chair?.seatId ?? '', passphrase };
  const { documentId } = await office.call('bundle.make', { reviewId, keeper });
  return documentId;
}

async function publish(
  office: Player,
  reviewId: string,
  story: SampleStory,
): Promise<{ noticeId: string; resultsId: string }> {
  await office.call('review.advance', { reviewId, to: 'approved' });
  await office.call('notice.save', { reviewId, notice: story.notice });
  const notice = await office.call('document.make', { reviewId, kind: 'notice', signing: 'paper' });
  const results = await office.call('document.make', { reviewId, kind: 'results', signing: 'paper' });
  await office.call('review.advance', { reviewId, to: 'publicity' });
  return { noticeId: notice.documentId, resultsId: results.documentId };
}

async function bytesOf(backend: Backend, player: Player, documentId: string): Promise<Uint8Array> {
  const response = await backend.files(
    new Request(`http://panel/files/document-${documentId}`),
    player.session,
  );
  if (!response.ok) throw new Error(`document ${documentId}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

function tableOf(tally: TallyView): string[][] {
  const text = createText('zh-CN');
  const head = [text('demo.rank'), text('demo.enterprise'), text('demo.average'), text('demo.members')];
  return [
    head,
    ...tally.rows.map(({ rank, name, shown, members, ineligible }) => [
      ineligible ? text('demo.ineligible') : String(rank ?? ''),
      name,
      shown ?? '—',
      String(members),
    ]),
  ];
}
