import { useState } from 'react';
import type { ReactNode } from 'react';
import type { ImportPreview, ImportProblem } from '../../../shared/schema/import-preview.ts';
import type { Text } from '../../../shared/text/index.ts';
import { Button } from '../../components/button.tsx';
import { useText } from '../../stores/language.ts';
import { hasManySheets, placedProblems } from './import-rows.ts';

const portion = 100;

/** Where a wrong cell stands: the sheet only where there are several. */
export function problemPlace(t: Text, problem: ImportProblem, withSheet: boolean): string {
  const { row, column } = problem;
  // The template marks required columns with an asterisk.
  const header = problem.header.replace(/^\*/, '');
  const sheet = withSheet ? problem.sheet : '';
  const key = column === '' ? 'dossiers.importProblemPlaceBare' : 'dossiers.importProblemPlace';
  return t(key, { sheet, row, column, header }).trim();
}

/** Every wrong cell by row; a click leads to its row. What was left unread stands below. */
export function ImportProblems(props: {
  readonly preview: ImportPreview;
  readonly onJump: (position: number) => void;
}): ReactNode {
  const t = useText();
  const { preview, onJump } = props;
  const [shown, setShown] = useState(portion);
  const problems = placedProblems(preview);
  const withSheet = hasManySheets(preview);
  return (
    <div className="stack beside">
      <section className="panel stack" aria-label={t('dossiers.importProblems', { count: problems.length })}>
        <h2>{t('dossiers.importProblems', { count: problems.length })}</h2>
        {problems.length === 0 ? (
          <p className="good">{t('dossiers.importNoProblems')}</p>
        ) : (
          <p className="soft small">{t('dossiers.importProblemsHelp')}</p>
        )}
        <ul className="import-problems">
          {problems.slice(0, shown).map(({ position, problem }, index) => (
            // A cell may be wrong twice, so the place alone doesn't name a line.
            <li key={`${position} ${index}`}>
              <button type="button" className="jump" onClick={() => onJump(position)}>
                <span className="place">{problemPlace(t, problem, withSheet)}</span>
                <span className="bad">{t.of(problem.reason, problem.values, t('problem.placeUnknown'))}</span>
                {problem.value !== '' && (
                  <span className="soft small">
                    {t('dossiers.importProblemValue', { value: problem.value })}
                  </span>
                )}
              </button>
            </li>
          ))}
        </ul>
        {problems.length > shown && (
          <Button onClick={() => setShown((before) => before + portion)}>
            {t('dossiers.showMore', { count: Math.min(portion, problems.length - shown) })}
          </Button>
        )}
      </section>
      {preview.notes.length > 0 && (
        <section className="panel stack-tight" aria-label={t('dossiers.importNotes')}>
          <h2>{t('dossiers.importNotes')}</h2>
          <ul className="stack-tight">
            {preview.notes.map((note) => (
              <li key={`${note.sheet} ${note.reason}`}>
                {t('dossiers.importNote', {
                  sheet: note.sheet,
                  note: t.of(note.reason, { value: note.value }),
                })}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
