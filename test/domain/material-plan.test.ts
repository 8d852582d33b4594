import { expect, test } from 'vitest';
import { missingKinds, proposeKind } from '../../shared/domain/material-kinds.ts';
import { nameDefect, shownName } from '../../shared/domain/material-name.ts';
import { planMaterials } from '../../shared/domain/material-plan.ts';

const dossiers = [
  { dossierId: 'd1', name: '示例晋通汽车', creditCode: '91140100MA0DEM001U' },
  { dossierId: 'd2', name: '示例晋通汽车出口有限公司', creditCode: '91140100MA0DEM0026' },
  { dossierId: 'd3', name: '示例（太行）物流', creditCode: '91140100MA0DEM003X' },
];
const plan = (...paths: string[]) =>
  planMaterials(
    paths.map((path) => ({ path, size: 1 })),
    dossiers,
  ).map(({ name, kind, dossierId, defect }) => [name, kind, dossierId, defect]);

test('a file goes to the dossier whose code or name its folder carries; the longest name wins', () => {
  expect(
    plan(
      '申报/91140100MA0DEM003X/营业执照.pdf',
      '申报/示例晋通汽车出口有限公司/2025 审计报告.pdf',
      '示例晋通汽车-承诺书.pdf',
      '示例(太行)物流 /经营计划.docx',
      '别的公司/合同.pdf',
    ),
  ).toEqual([
    ['营业执照.pdf', 'licence', 'd3', null],
    ['2025 审计报告.pdf', 'audit', 'd2', null],
    ['示例晋通汽车-承诺书.pdf', 'commitment', 'd1', null],
    ['经营计划.docx', 'plan', 'd3', null],
    ['合同.pdf', 'evidence', null, null],
  ]);
});

test('two files of one name in different folders both stay, and the litter of systems is left out', () => {
  expect(
    plan(
      '示例晋通汽车/证明/1.jpg',
      '示例晋通汽车/合同/1.JPG',
      '示例晋通汽车/.DS_Store',
      '示例晋通汽车/Thumbs.db',
      '示例晋通汽车/~$计划.docx',
      '__MACOSX/x',
    ),
  ).toEqual([
    ['1.jpg', 'evidence', 'd1', null],
    ['合同-1.JPG', 'evidence', 'd1', null],
  ]);
});

test('what can’t come in is marked with its reason', () => {
  const [empty, large] = planMaterials(
    [
      { path: 'a.pdf', size: 0 },
      { path: 'b.pdf', size: 500_000_001 },
    ],
    dossiers,
  );
  expect([empty?.defect, large?.defect]).toEqual(['materials.file.empty', 'materials.file.large']);
  expect(plan('账\u202etxt.exe')[0]?.[3]).toBe('materials.name.hidden');
});

test.each([
  ['示例.pdf', null],
  ['COM10.pdf', null],
  ['console.txt', null],
  ['😀.png', null],
  ['nul', 'reserved'],
  ['Aux.txt', 'reserved'],
  ['LPT¹.pdf', 'reserved'],
  ['a\u200b.pdf', 'hidden'],
  ['a\u0000.pdf', 'hidden'],
  ['\ud800.pdf', 'hidden'],
  ['a\u2066.pdf', 'hidden'],
  ['a?.pdf', 'barred'],
  ['a\\b', 'barred'],
  [' a.pdf', 'edges'],
  ['a.pdf ', 'edges'],
  ['a.', 'edges'],
  ['', 'empty'],
  ['  ', 'empty'],
  ['字'.repeat(120), null],
  ['字'.repeat(121), 'long'],
])('the name %j: %s', (name, reason) => {
  expect(nameDefect(name)).toBe(reason === null ? null : `materials.name.${reason}`);
});

test('a refused name is shown so that one sees what is wrong with it', () => {
  expect(shownName('账\u202efdp.exe')).toBe('账□fdp.exe');
  expect(shownName('长'.repeat(300))).toHaveLength(56);
});

test('kinds are proposed by words, and what is required is asked for', () => {
  expect(proposeKind('某公司/审计报告/附件1.pdf')).toBe('audit');
  expect(proposeKind('某公司/杂/1.pdf')).toBe('other');
  expect(missingKinds(new Set(['audit', 'other']))).toEqual(['licence', 'plan', 'commitment']);
});
