/**
 * Writes the files of the sample beside this one: `npx node resources/sample/make.ts`. Deterministic;
 * `test/workbook` compares the committed files with what this makes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { writeApplications } from '../../electron/workbook/template.ts';
import { requireScheme } from '../../shared/domain/compile-scheme.ts';
import { dossierFields } from '../../shared/domain/dossier-fields.ts';
import type { DossierFields } from '../../shared/domain/dossier-fields.ts';
import { parseField } from '../../shared/domain/parse-field.ts';
import type { SamplePeople, SampleScores, SampleStory } from '../../shared/schema/sample.ts';
import { schemeShape } from '../../shared/schema/scheme.ts';
import { enterprises } from './enterprises.ts';
import type { CellTexts } from './enterprises.ts';
import { people } from './people.ts';
import { recusals, scoreSample } from './scoring.ts';
import { tellStory } from './story.ts';

function canonical(cells: CellTexts): DossierFields {
  return Object.fromEntries(
    dossierFields.map((field) => {
      const result = parseField(field, cells[field.key] ?? '');
      if (!result.ok) throw new Error(`${cells['name'] ?? ''}: ${field.key} ${result.reason}`);
      return [field.key, result.value];
    }),
  );
}

export interface SampleFiles {
  readonly applications: Uint8Array;
  readonly people: SamplePeople;
  readonly scores: SampleScores;
  readonly story: SampleStory;
}

/** All of the sample, made anew from the Taiyuan scheme. */
export async function makeSample(): Promise<SampleFiles> {
  const text = readFileSync(new URL('../schemes/taiyuan.json', import.meta.url), 'utf8');
  const scheme = schemeShape.parse(JSON.parse(text));
  const sheets = scoreSample(requireScheme(scheme));
  return {
    applications: await writeApplications(enterprises.map(({ cells }) => cells)),
    people: { people: [...people] },
    scores: { scheme: 'taiyuan', recusals: [...recusals], sheets: [...sheets] },
    story: tellStory(
      scheme,
      enterprises.map(({ cells }) => canonical(cells)),
    ),
  };
}

if (import.meta.main) {
  const sample = await makeSample();
  const write = (name: string, content: string | Uint8Array): void =>
    writeFileSync(new URL(name, import.meta.url), content);
  write('applications.xlsx', sample.applications);
  for (const name of ['people', 'scores', 'story'] as const) {
    write(`${name}.json`, `${JSON.stringify(sample[name], null, 2)}\n`);
  }
}
