import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { showFieldValue } from '../../shared/domain/dossier-choices.ts';
import { dossierFields, findDossierField, type DossierField } from '../../shared/domain/dossier-fields.ts';

/**
 * The application form as agreed, a line a field. Enterprises fill it, so a change of a header, an answer or
 * an obligation is a decision and stands here too.
 */
const agreed = readFileSync(new URL('application-form.tsv', import.meta.url), 'utf8');

function lineOf(field: DossierField): string {
  const { group, key, kind, required, label, unit, hint, example, favourable, choices, aliases } = field;
  const answers = (choices ?? []).map(
    (choice) => `${choice.value}=${choice.label.zh}/${choice.label.en}(${choice.aliases.join(' ')})`,
  );
  return [
    group,
    key,
    kind,
    required ? 'required' : '',
    label.zh,
    label.en,
    unit === undefined ? '' : `${unit.zh}/${unit.en}`,
    hint.zh,
    hint.en,
    example,
    (favourable ?? []).join(' '),
    answers.join('; '),
    (aliases ?? []).join(' '),
  ].join('\t');
}

describe('the application form', () => {
  it('has exactly the agreed fields, in the agreed order', () => {
    const [, ...lines] = agreed.replace(/\n$/u, '').split('\n');
    expect(dossierFields.map(lineOf).map((line) => line.split('\t'))).toEqual(
      lines.map((line) => line.split('\t')),
    );
  });

  it('answers absent properties as absent', () => {
    const name = findDossierField('name');
    expect([name?.unit, name?.choices, name?.favourable]).toEqual([undefined, undefined, undefined]);
    expect(findDossierField('netAssets')?.aliases).toBeUndefined();
  });

  it('finds a field by its key only', () => {
    expect(findDossierField('paidInCapital')?.label.zh).toBe('实缴资本');
    expect(findDossierField('实缴资本')).toBeUndefined();
  });
});

describe('a value for people', () => {
  const shown = (key: string, value: string | null, language?: 'zh' | 'en'): string => {
    const field = findDossierField(key);
    if (field === undefined) throw new Error(key);
    return language === undefined ? showFieldValue(field, value) : showFieldValue(field, value, language);
  };

  it('is the label of a choice, a number with its unit, a text as it is, nothing where nothing is', () => {
    expect(shown('importExportRight', 'yes')).toBe('是');
    expect(shown('importExportRight', 'no', 'en')).toBe('No');
    expect(shown('sourcing', 'both')).toBe('企业和投资方');
    expect(shown('sourcing', 'something else')).toBe('something else');
    expect(shown('paidInCapital', '3000')).toBe('3000 万元');
    expect(shown('experienceYears', '5', 'en')).toBe('5 years');
    expect(shown('name', '示例公司')).toBe('示例公司');
    expect(shown('name', null)).toBe('');
  });
});
