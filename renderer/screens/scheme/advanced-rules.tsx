import type { ReactNode } from 'react';
import type { Rounding, Scheme, TallyRules } from '../../../shared/domain/scheme.ts';
import { DEFAULT_QUORUM, DEFAULT_ROUNDING } from '../../../shared/domain/compile-rules.ts';
import { SelectField, TextField } from '../../components/field.tsx';
import type { Option } from '../../components/field.tsx';
import { useText } from '../../stores/language.ts';
import { orDefault } from './edit-scheme.ts';
import { wrongAt } from './editing.ts';
import type { Editing } from './editing.ts';
import { TieLadder } from './tie-ladder.tsx';

const trimmedDefault = { high: 1, low: 1, scope: 'sheet', minimumMembers: 5 } as const;

/** Whole numbers as options, `first` to `last`. */
function numbers(first: number, last: number): readonly Option[] {
  return Array.from({ length: last - first + 1 }, (_empty, index) => {
    const value = String(first + index);
    return { value, label: value };
  });
}

/** How sheets become a score and a rank, the panel's size, names or codes, 畸高畸低. */
export function RulesForm({ editing }: { readonly editing: Editing }): ReactNode {
  const t = useText();
  const { scheme, edit } = editing;
  const { tally, panel } = scheme;
  const { places, mode, point } = DEFAULT_ROUNDING;
  const rounding: Rounding = {
    places: tally.rounding?.places ?? places,
    mode: tally.rounding?.mode ?? mode,
    point: tally.rounding?.point ?? point,
  };
  const trimmed = typeof tally.aggregate === 'string' ? null : tally.aggregate.trimmed;
  const setTally = (change: Partial<TallyRules>): void =>
    edit((before) => ({ ...before, tally: { ...before.tally, ...change } }));
  const setTrim = (change: Partial<NonNullable<typeof trimmed>>): void =>
    setTally({ aggregate: { trimmed: { ...(trimmed ?? trimmedDefault), ...change } } });
  const setRounding = (change: Partial<Rounding>): void => setTally({ rounding: { ...rounding, ...change } });
  const setPanel = (change: Scheme['panel']): void =>
    edit((before) => ({ ...before, panel: { ...before.panel, ...change } }));
  const options = <Value extends string>(prefix: string, values: readonly Value[]): readonly Option[] =>
    values.map((value) => ({ value, label: t.of(`${prefix}-${value}`) }));
  return (
    <div className="form" data-path="tally" tabIndex={-1}>
      <SelectField
        label={t('scheme.aggregate')}
        options={options('scheme.aggregate', ['mean', 'trimmed', 'median'])}
        value={trimmed === null ? String(tally.aggregate) : 'trimmed'}
        onValue={(value) =>
          value === 'trimmed' ? setTrim({}) : setTally({ aggregate: value === 'median' ? 'median' : 'mean' })
        }
      />
      {trimmed !== null && (
        <>
          <SelectField
            label={t('scheme.trimScope')}
            options={options('scheme.trimScope', ['sheet', 'category', 'item'] as const)}
            value={trimmed.scope}
            onValue={(value) =>
              setTrim({ scope: value === 'category' || value === 'item' ? value : 'sheet' })
            }
          />
          <SelectField
            label={t('scheme.trimHigh')}
            options={numbers(0, 5)}
            value={String(trimmed.high)}
            onValue={(value) => setTrim({ high: Number(value) })}
          />
          <SelectField
            label={t('scheme.trimLow')}
            options={numbers(0, 5)}
            value={String(trimmed.low)}
            onValue={(value) => setTrim({ low: Number(value) })}
          />
          <SelectField
            label={t('scheme.trimMinimum')}
            options={numbers(1, 15)}
            value={String(trimmed.minimumMembers)}
            onValue={(value) => setTrim({ minimumMembers: Number(value) })}
            wrong={wrongAt(t, editing, 'tally.aggregate.trimmed.minimumMembers')}
          />
        </>
      )}
      <SelectField
        label={t('scheme.places')}
        options={numbers(0, 4)}
        value={String(rounding.places)}
        onValue={(value) => setRounding({ places: Number(value) })}
      />
      <SelectField
        label={t('scheme.roundingMode')}
        options={options('scheme.roundingMode', ['half-up', 'half-even'])}
        value={rounding.mode}
        onValue={(value) => setRounding({ mode: value === 'half-even' ? value : 'half-up' })}
      />
      <SelectField
        label={t('scheme.roundingPoint')}
        options={options('scheme.roundingPoint', ['end', 'category'])}
        value={rounding.point}
        onValue={(value) => setRounding({ point: value === 'category' ? value : 'end' })}
        wrong={wrongAt(t, editing, 'tally.rounding.point')}
      />
      <SelectField
        label={t('scheme.rankOn')}
        options={options('scheme.rankOn', ['exact', 'published'])}
        value={tally.rankOn ?? 'exact'}
        onValue={(value) => setTally({ rankOn: value === 'published' ? value : 'exact' })}
      />
      <SelectField
        label={t('scheme.quorum')}
        hint={t('scheme.quorumHint')}
        options={numbers(1, 15)}
        value={String(tally.quorum ?? DEFAULT_QUORUM)}
        onValue={(value) => setTally({ quorum: Number(value) })}
      />
      <SelectField
        label={t('scheme.panelMinimum')}
        options={numbers(1, 15)}
        value={String(panel?.minimum ?? DEFAULT_QUORUM)}
        onValue={(value) => setPanel({ minimum: Number(value) })}
      />
      <SelectField
        label={t('scheme.show')}
        options={options('scheme.show', ['names', 'codes'])}
        value={panel?.show ?? 'names'}
        onValue={(value) => setPanel({ show: value === 'codes' ? value : 'names' })}
      />
      <TextField
        label={t('scheme.deviation')}
        hint={t('scheme.deviationHint')}
        inputMode="decimal"
        data-path="deviation"
        value={scheme.deviation === 'off' ? '' : (scheme.deviation ?? '20')}
        onValue={(value) => edit((before) => ({ ...before, deviation: orDefault(value.trim()) ?? 'off' }))}
        wrong={wrongAt(t, editing, 'deviation')}
      />
      <TieLadder editing={editing} />
    </div>
  );
}
