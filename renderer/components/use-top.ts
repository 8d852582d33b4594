import { useEffect } from 'react';

function toTop(): void {
  document.getElementById('main')?.scrollTo(0, 0);
}

/** A part that takes the place of the page's content begins at its top, and so does what comes after it. */
export function useTop(): void {
  useEffect(() => {
    toTop();
    return toTop;
  }, []);
}
