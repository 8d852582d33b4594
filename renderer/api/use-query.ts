import { useCallback, useEffect, useState } from 'react';
import type { InputOf, NamesOfKind, OutputOf } from '../../shared/api/contract.ts';
import type { Topic } from '../../shared/api/method.ts';
import type { Problem } from '../../shared/api/problem.ts';
import { revisionMark, useRevisions } from '../stores/revisions.ts';
import { call } from './client.ts';

export interface QueryState<Value> {
  /** The last good answer to this very input; kept while it is read again. */
  readonly value: Value | undefined;
  readonly problem: Problem | undefined;
  readonly loading: boolean;
  readonly reload: () => void;
}

interface Answer<Value> {
  readonly key: string;
  readonly value: Value | undefined;
  readonly problem: Problem | undefined;
}

/**
 * Reads a query and reads it again when one of `topics` changes (without topics: when anything does).
 * An answer that comes after the input has changed is dropped. `input` null reads nothing.
 */
export function useQuery<Name extends NamesOfKind<'query'>>(
  name: Name,
  input: InputOf<Name> | null,
  topics?: readonly Topic[],
): QueryState<OutputOf<Name>> {
  const mark = useRevisions((state) => revisionMark(state.numbers, topics));
  const inputText = JSON.stringify(input);
  const key = `${name} ${inputText}`;
  const [answer, setAnswer] = useState<Answer<OutputOf<Name>>>();
  const [again, setAgain] = useState(0);

  useEffect(() => {
    // Parsed from the key, so that an equal input written anew on each drawing is not read anew.
    const wanted = JSON.parse(inputText) as InputOf<Name> | null;
    if (wanted === null) return undefined;
    let dropped = false;
    void call(name, wanted).then((reply) => {
      if (dropped) return;
      setAnswer((before) =>
        reply.ok
          ? { key, value: reply.value, problem: undefined }
          : { key, value: before?.key === key ? before.value : undefined, problem: reply.problem },
      );
    });
    return () => {
      dropped = true;
    };
  }, [name, inputText, key, mark, again]);

  const reload = useCallback(() => setAgain((count) => count + 1), []);
  const fitting = answer?.key === key ? answer : undefined;
  return {
    value: fitting?.value,
    problem: fitting?.problem,
    loading: input !== null && fitting === undefined,
    reload,
  };
}
