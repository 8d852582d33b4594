import { useEffect, useState } from 'react';
import type { ComponentType, ReactNode } from 'react';
import { useText } from '../stores/language.ts';

export interface Slot<Props> {
  readonly Screen: ComponentType<Props>;
  /** Fetches the screen's code ahead of its first use. */
  readonly preload: () => Promise<void>;
}

function Loading(): ReactNode {
  const t = useText();
  return <p className="page soft">{t('frame.loading')}</p>;
}

/**
 * A screen in a file of its own. Once fetched it is drawn at once, which React's own `lazy` doesn't do: it
 * shows its fallback for at least 300 ms.
 */
export function slot<Props extends object>(
  load: () => Promise<{ readonly Screen: ComponentType<Props> }>,
): Slot<Props> {
  let loaded: ComponentType<Props> | undefined;
  const preload = async (): Promise<void> => {
    loaded ??= (await load()).Screen;
  };
  function Screen(props: Props): ReactNode {
    const [state, setState] = useState<'waiting' | 'ready' | { readonly failure: unknown }>('waiting');
    useEffect(() => {
      if (loaded === undefined) {
        preload().then(
          () => setState('ready'),
          (failure: unknown) => setState({ failure }),
        );
      }
    }, []);
    if (typeof state === 'object') throw state.failure;
    const Loaded = loaded;
    return Loaded === undefined ? <Loading /> : <Loaded {...props} />;
  }
  return { Screen, preload };
}
