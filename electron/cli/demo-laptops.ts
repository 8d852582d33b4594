import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Seat } from '../../shared/schema/people.ts';
import type { Tile } from '../../shared/schema/session.ts';
import { createText } from '../../shared/text/index.ts';
import type { KdfCost } from '../signing/passphrase.ts';
import type { SampleFiles } from '../services/sample/sample-files.ts';
import { makePlayer } from '../services/sample/sample-player.ts';
import {
  openDemoLaptop,
  sampleContent,
  scoreOnLaptop,
  takeFirstPackage,
  useFolder,
  type DemoLaptop,
  type MemberLaptop,
} from './demo-laptop.ts';
import { bytesOf, conclude, publish, tableOf, tileOf, type DemoResult } from './demo-road.ts';

const seatPin = '408213';
const ownPassphrase = '示例口令-自带电脑-0001';
/** Enough for the eye of a scan: what stands on the paper is 示例. */
const scan = Buffer.from('%PDF-1.4\n% 示例扫描件\n', 'utf8');

type Say = (line: string) => void;

interface Stage {
  readonly office: DemoLaptop;
  readonly secretary: string;
  readonly passphrase: string;
  readonly tiles: readonly Tile[];
  readonly reviewId: string;
  readonly seats: readonly Seat[];
  readonly carrier: string;
  readonly say: (
    key: Parameters<ReturnType<typeof createText>>[0],
    values?: Record<string, string | number>,
  ) => void;
}

/**
 * The road of the sample on eight computers with eight data folders below `folder`: files in one folder are all
 * that passes between them. The last member brings an own laptop, the others take bureau seats; one sheet is on
 * paper. Tests pass a cheaper passphrase cost.
 */
export async function playLaptops(
  folder: string,
  sample: SampleFiles,
  print: Say,
  kdfCost?: KdfCost,
): Promise<DemoResult> {
  const laptops: DemoLaptop[] = [];
  const open = async (name: string): Promise<DemoLaptop> => {
    const laptop = await openDemoLaptop(folder, name, kdfCost);
    laptops.push(laptop);
    return laptop;
  };
  try {
    const stage = await prepareOffice(await open('office'), folder, print);
    const members = await enrolMembers(stage, open);
    const paper = await registerPaper(stage, members);
    await score(stage, sample, members);
    await openSheets(stage, sample, members, paper);
    return await finish(stage, sample);
  } finally {
    for (const { backend } of laptops) await backend.close();
  }
}

async function prepareOffice(office: DemoLaptop, folder: string, print: Say): Promise<Stage> {
  const text = createText('zh-CN');
  const carrier = join(folder, 'carrier');
  mkdirSync(carrier);
  const { player } = office;
  const { reviewId } = await player.call('review.openSample', {});
  const tiles = await player.call('session.tiles', { reviewId });
  const { personId, passphrase } = tileOf(tiles, ({ role }) => role === 'secretary');
  const { name: secretary } = await player.call('session.unlock', { personId, passphrase });
  await useFolder(office, reviewId, carrier);
  const { seats } = await player.call('panel.get', { reviewId });
  const say: Stage['say'] = (key, values = {}) => print(text(key, values));
  say('demo.laptopOffice', { name: secretary });
  return { office, secretary, passphrase, tiles, reviewId, seats, carrier, say };
}

/** Cards from seats by the folder, from the own laptop by hand; then a package for everybody. */
async function enrolMembers(
  stage: Stage,
  open: (name: string) => Promise<DemoLaptop>,
): Promise<MemberLaptop[]> {
  const { office, reviewId, seats, carrier, say } = stage;
  const members = seats.filter(({ role }) => role === 'member');
  const { code, base64 } = await office.player.call('enrol.meeting', { reviewId });
  const laptops: MemberLaptop[] = [];
  for (const [index, { seatId, name, organisation }] of members.entries()) {
    const laptop = await open(`laptop-${index + 1}`);
    if (index === members.length - 1) {
      await laptop.player.call('member.enrol', { name, organisation, passphrase: ownPassphrase });
      const card = await laptop.player.call('member.card', {});
      const uploadId = await office.upload(card.fileName, Buffer.from(card.text, 'utf8'));
      await office.player.call('enrol.takeCard', { reviewId, uploadId });
      laptops.push({ ...laptop, seatId, name, passphrase: ownPassphrase });
      say('demo.laptopOwn', { name });
      continue;
    }
    const uploadId = await laptop.upload('会场文件.paneljoin', Buffer.from(base64, 'base64'));
    await laptop.player.call('seat.join', { uploadId, code, seatId, pin: seatPin });
    await useFolder(laptop, reviewId, carrier);
    await laptop.sync(reviewId);
    laptops.push({ ...laptop, seatId, name, passphrase: seatPin });
    say('demo.laptopSeat', { name });
  }
  await office.sync(reviewId);
  const { cards } = await office.player.call('enrol.list', { reviewId });
  for (const { fingerprint, seatId } of cards) {
    // In the sample everybody had keys on the office's computer.
    const reason = '示例：改用另一台电脑';
    await office.player.call('enrol.confirm', { reviewId, fingerprint, seatId: seatId ?? '', reason });
  }
  await office.player.call('package.make', { reviewId, seatIds: null, kind: 'package' });
  await office.sync(reviewId);
  say('demo.laptopConfirmed', { name: stage.secretary, count: cards.length });
  return laptops;
}

interface Paper {
  readonly seatId: string;
  readonly dossierId: string;
  readonly creditCode: string;
  readonly name: string;
}

/** One sheet of the second member comes on paper. */
async function registerPaper(stage: Stage, members: readonly MemberLaptop[]): Promise<Paper> {
  const { office, reviewId } = stage;
  const member = members[1];
  const { missing } = await office.player.call('board.get', { reviewId });
  const dossierId = missing.find(({ seatId }) => seatId === member?.seatId)?.dossierId;
  const dossiers = await office.player.call('dossier.list', { reviewId });
  const dossier = dossiers.find((one) => one.dossierId === dossierId);
  if (member === undefined || dossierId === undefined || dossier === undefined)
    throw new Error('the sample has no sheet for the paper');
  const uploadId = await office.upload('评分表.pdf', scan);
  const { seatId, name } = member;
  await office.player.call('paper.register', { reviewId, seatId, dossierIds: [dossierId], uploadId });
  stage.say('demo.laptopPaper', { name: stage.secretary, member: name });
  return { seatId, dossierId, creditCode: dossier.creditCode, name };
}

async function score(stage: Stage, sample: SampleFiles, members: readonly MemberLaptop[]): Promise<void> {
  const { office, reviewId, carrier, say } = stage;
  const paper = await office.player.call('paper.list', { reviewId });
  const dossiers = await office.player.call('dossier.list', { reviewId });
  for (const laptop of members) {
    if (laptop.passphrase === ownPassphrase) {
      await takeFirstPackage(laptop, carrier);
      await useFolder(laptop, reviewId, carrier);
    }
    await laptop.sync(reviewId);
    const own = sampleContent(sample, laptop.name);
    // What this member wrote on paper isn't typed on the laptop.
    const onPaper = new Set(
      paper
        .filter(({ seatId }) => seatId === laptop.seatId)
        .map(({ dossierId }) => dossiers.find((one) => one.dossierId === dossierId)?.creditCode),
    );
    const count = await scoreOnLaptop(laptop, reviewId, (code) =>
      onPaper.has(code) ? undefined : own(code),
    );
    await laptop.sync(reviewId);
    say('demo.laptopScored', { name: laptop.name, count });
  }
  await office.sync(reviewId);
  for (const laptop of members) {
    await laptop.sync(reviewId);
    const state = await laptop.player.call('member.state', { reviewId });
    if (state === null || state.waiting > 0 || state.refused > 0)
      throw new Error(`not receipted on the laptop of ${laptop.name}`);
    say('demo.laptopReceipted', { name: laptop.name, count: state.received });
  }
}

async function openSheets(
  stage: Stage,
  sample: SampleFiles,
  members: readonly MemberLaptop[],
  paper: Paper,
): Promise<void> {
  const { office, reviewId, seats, tiles, secretary, passphrase, say } = stage;
  const chair = seats.find((seat) => seat.chair);
  const laptop = members.find(({ seatId }) => seatId === chair?.seatId);
  if (chair === undefined || laptop === undefined) throw new Error('the sample has no chair');
  await office.player.call('review.close', { reviewId });
  const content = sampleContent(sample, paper.name)(paper.creditCode);
  if (content === undefined) throw new Error('the sample has no such sheet');
  const entry = { reviewId, seatId: paper.seatId, dossierId: paper.dossierId, content };
  await office.player.call('paper.enter', { ...entry, passphrase });
  const recorder = tileOf(tiles, ({ role }) => role === 'recorder');
  const second = makePlayer(office.backend.dispatch, 'demo-recorder');
  await second.call('session.unlock', recorder);
  await second.call('paper.enter', { ...entry, passphrase: recorder.passphrase });
  office.backend.endSession(second.session);
  const keeperSeatId = chair.seatId;
  await office.player.call('opening.begin', { reviewId, keeperSeatId });
  const { count } = await office.player.call('opening.request', {
    reviewId,
    keeperSeatId,
    secretaryPassphrase: passphrase,
  });
  await office.sync(reviewId);
  say('demo.laptopAsked', { name: secretary, keeper: chair.name, count });
  await laptop.sync(reviewId);
  const state = await laptop.player.call('member.state', { reviewId });
  const digest = state?.request?.digest ?? '';
  await laptop.player.call('opening.answer', { reviewId, digest, passphrase: laptop.passphrase });
  await laptop.sync(reviewId);
  say('demo.laptopAnswered', { name: chair.name, count });
  await office.sync(reviewId);
  say('demo.laptopOpened', { name: secretary });
}

/** Minutes on paper, because the signers' keys are elsewhere; bundle, notice and workbook as on one laptop. */
async function finish(stage: Stage, sample: SampleFiles): Promise<DemoResult> {
  const { office, reviewId, say } = stage;
  const { player, backend } = office;
  say('demo.conclude');
  await conclude(player, reviewId, sample.story);
  const { documentId: minutesId } = await player.call('document.make', {
    reviewId,
    kind: 'minutes-archive',
    signing: 'paper',
  });
  const documents = await player.call('document.list', { reviewId });
  const signers = documents.find(({ documentId }) => documentId === minutesId)?.signatures ?? [];
  const uploadId = await office.upload('纪要扫描件.pdf', scan);
  const seatIds = signers.map(({ seatId }) => seatId);
  await player.call('document.paperSigned', { reviewId, documentId: minutesId, uploadId, seatIds });
  say('demo.laptopPaperSign');
  const { documentId: bundleId } = await player.call('bundle.make', { reviewId, keeper: null });
  say('demo.publish');
  const { noticeId, resultsId } = await publish(player, reviewId, sample.story);
  const { authority } = await player.call('review.overview', { reviewId });
  const files = [
    { name: 'minutes.pdf', bytes: await bytesOf(backend, player, minutesId) },
    { name: 'notice.pdf', bytes: await bytesOf(backend, player, noticeId) },
    { name: 'results.xlsx', bytes: await bytesOf(backend, player, resultsId) },
    { name: 'result.bundle', bytes: await bytesOf(backend, player, bundleId) },
  ];
  return { files, table: tableOf(await player.call('tally.get', { reviewId })), authority: authority ?? '' };
}
