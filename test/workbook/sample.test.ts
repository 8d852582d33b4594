import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makeSample } from '../../resources/sample/make.ts';
import { requireScheme } from '../../shared/domain/compile-scheme.ts';
import { parseScore } from '../../shared/domain/decimal.ts';
import { assessEligibility } from '../../shared/domain/eligibility.ts';
import { checkSheet, sheetOf } from '../../shared/domain/sheet.ts';
import { tally } from '../../shared/domain/tally.ts';
import type { DossierResult } from '../../shared/domain/tally-types.ts';
import { samplePeople, sampleScores, sampleStory } from '../../shared/schema/sample.ts';
import { schemeShape } from '../../shared/schema/scheme.ts';
import { preview } from './applications.ts';

function committed(name: string): Buffer {
  return readFileSync(new URL(`../../resources/sample/${name}`, import.meta.url));
}

function parsed(name: string): unknown {
  return JSON.parse(committed(name).toString('utf8'));
}

function schemeOf(name: string) {
  const text = readFileSync(new URL(`../../resources/schemes/${name}.json`, import.meta.url), 'utf8');
  return requireScheme(schemeShape.parse(JSON.parse(text)));
}

const { people } = samplePeople.parse(parsed('people.json'));
const scores = sampleScores.parse(parsed('scores.json'));
const story = sampleStory.parse(parsed('story.json'));
const members = people.filter(({ role }) => role === 'member').map(({ key }) => key);
const codes = story.opinions.map(({ dossier }) => dossier);
const ineligible = codes[9] ?? '';
const [tiedFirst, tiedSecond] = [codes[5] ?? '', codes[6] ?? ''];

function resultUnder(name: string): readonly DossierResult[] {
  const scheme = schemeOf(name);
  const sheets = scores.sheets.map(({ member, dossier, content }) => {
    const read = scheme.items.map((item) => {
      const score = parseScore(content.scores[item.id] ?? '', item);
      return [item.id, score.ok ? score.hundredths : null] as const;
    });
    return sheetOf(scheme, dossier, member, Object.fromEntries(read));
  });
  const recused = scores.recusals.map(({ member, dossier }) => [member, dossier] as const);
  const preferred = story.preferences.map(({ dossier }) => dossier);
  const review = { preferred, ineligible: [ineligible], recused };
  return tally({ scheme, dossiers: codes, members, sheets, review }).dossiers;
}

describe('the sample applications', () => {
  it('import as twelve new dossiers with one text to confirm and nothing refused', async () => {
    const { rows, notes, counts } = await preview(committed('applications.xlsx'));
    expect(counts).toEqual({ new: 12, update: 0, same: 0, refused: 0 });
    expect(notes).toEqual([]);
    expect(rows.flatMap(({ confirmations }) => confirmations)).toEqual([
      {
        sheet: '申报表',
        row: 12,
        column: 'I',
        header: '*注册资本（万元）',
        key: 'registeredCapital',
        text: '3000万元',
        value: '3000',
      },
    ]);
    expect(rows.map(({ fields }) => fields['creditCode'])).toEqual(codes);
    expect(rows.filter(({ fields }) => !fields['name']?.startsWith('示例'))).toEqual([]);
  });

  it('hold one ineligible dossier and one that a person must judge', async () => {
    const { rows } = await preview(committed('applications.xlsx'));
    const vetoes = schemeOf('taiyuan').source.eligibility?.filter(({ effect }) => effect === 'veto') ?? [];
    const notable = rows.flatMap(({ fields }) =>
      assessEligibility(vetoes, fields)
        .filter(({ outcome }) => outcome !== 'met')
        .map(({ conditionId, outcome }) => [fields['name'], conditionId, outcome]),
    );
    expect(notable).toEqual([
      ['示例杏花岭机动车经销有限公司', 'TY-2b', 'to-judge'],
      ['示例尖草坪车业有限公司', 'TY-2a', 'not-met'],
    ]);
  });
});

describe('the sample scores', () => {
  it('are complete and within their caps for each member and dossier, except the recused pair', () => {
    const scheme = schemeOf('taiyuan');
    const defects = scores.sheets.flatMap(({ content }) => checkSheet(scheme, content.scores));
    expect(defects).toEqual([]);
    expect(scores.sheets).toHaveLength(members.length * codes.length - scores.recusals.length);
  });

  it('give a true tie that the preference decides, and no rank to the ineligible dossier', () => {
    const results = resultUnder('taiyuan');
    expect(results.every(({ status }) => status === 'final')).toBe(true);
    expect(results.map(({ id, rank, score }) => [codes.indexOf(id) + 1, rank, score])).toEqual([
      [1, 1, '91.50'],
      [8, 2, '90.67'],
      [2, 3, '87.64'],
      [6, 4, '84.86'],
      [7, 5, '84.86'],
      [3, 6, '80.21'],
      [5, 7, '79.21'],
      [4, 8, '75.93'],
      [11, 9, '74.14'],
      [9, 10, '70.50'],
      [12, 11, '67.93'],
      [10, null, '67.29'],
    ]);
    const tied = results.filter(({ id }) => id === tiedFirst || id === tiedSecond);
    expect(tied.map(({ exact, tie }) => [exact, tie?.with.length])).toEqual([
      ['594/7', 2],
      ['594/7', 2],
    ]);
  });

  it('would come in another order under a trimmed mean', () => {
    const order = (name: string) => resultUnder(name).map(({ id }) => codes.indexOf(id) + 1);
    expect(order('trimmed')).toEqual([1, 8, 2, 7, 6, 5, 3, 4, 11, 9, 12, 10]);
  });
});

describe('the sample people and story', () => {
  it('mark every person as 示例 and give everybody an own passphrase', () => {
    expect(people.filter(({ name }) => !name.includes('示例'))).toEqual([]);
    expect(new Set(people.map(({ passphrase }) => passphrase)).size).toBe(10);
    expect(people.map(({ role }) => role).sort()).toEqual([
      ...Array.from({ length: 7 }, () => 'member'),
      'recorder',
      'secretary',
      'supervisor',
    ]);
  });

  it('decide everything that the rules leave to a person', async () => {
    const { rows } = await preview(committed('applications.xlsx'));
    const open = rows.flatMap(({ fields }) =>
      assessEligibility(schemeOf('taiyuan').source.eligibility ?? [], fields)
        .filter(({ outcome }) => outcome === 'to-judge')
        .map(({ conditionId }) => `${fields['creditCode'] ?? ''} ${conditionId}`),
    );
    expect(story.judgements.map(({ dossier, conditionId }) => `${dossier} ${conditionId}`)).toEqual(open);
  });

  it('name only people and dossiers that exist', () => {
    const keys = new Set(people.map(({ key }) => key));
    const { chair, deputy } = story.election;
    const named = [
      chair,
      deputy,
      ...story.attendance.map(({ person }) => person),
      ...story.dissents.map(({ member }) => member),
    ];
    expect(named.filter((key) => !keys.has(key))).toEqual([]);
    expect(new Set(codes).size).toBe(12);
  });
});

describe('the committed files', () => {
  it('are what the script makes', async () => {
    const made = await makeSample();
    expect({ people: made.people, scores: made.scores, story: made.story }).toEqual({
      people: parsed('people.json'),
      scores: parsed('scores.json'),
      story: parsed('story.json'),
    });
    const again = await preview(Buffer.from(made.applications));
    expect(again).toEqual(await preview(committed('applications.xlsx')));
  });
});
