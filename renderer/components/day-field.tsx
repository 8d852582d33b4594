import type { ReactNode } from 'react';
import { parseDay } from '../../shared/domain/parse-date.ts';
import { useText } from '../stores/language.ts';
import { TextField } from './field.tsx';
import { dateWords } from './plain-words.ts';

export interface DayFieldProps {
  readonly label: string;
  readonly wrong?: string | undefined;
  /** As typed; see `dayTyped` for what it says. */
  readonly value: string;
  readonly onValue: (value: string) => void;
}

/** A calendar day typed as text and read back, since a browser's date field speaks the browser's language. */
export function DayField(props: DayFieldProps): ReactNode {
  const t = useText();
  const day = parseDay(props.value);
  return (
    <TextField
      {...props}
      autoComplete="off"
      maxLength={40}
      hint={
        day === null || day === props.value
          ? t('word.dayHint')
          : t('word.dayRead', { date: dateWords(t, day) })
      }
    />
  );
}
