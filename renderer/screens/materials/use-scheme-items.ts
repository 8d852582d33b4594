import { useQuery } from '../../api/use-query.ts';

/** The scoring items of a review as choices. */
export function useSchemeItems(reviewId: string): readonly { value: string; label: string }[] {
  const { value } = useQuery('scheme.get', { reviewId }, ['scheme']);
  return (value?.scheme.categories ?? []).flatMap(({ id, name, items }) =>
    (items ?? [{ id, name }]).map((item) => ({ value: item.id, label: item.name })),
  );
}
