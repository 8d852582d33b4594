/** dossier id → reason as typed; a dossier that isn't recused has no entry. */
export type Choices = Readonly<Record<string, string>>;

/** Ticks or unticks one name. A reason typed before is given up with the tick. */
export function ticked(choices: Choices, dossierId: string, recuse: boolean): Choices {
  if (recuse) return { ...choices, [dossierId]: choices[dossierId] ?? '' };
  return Object.fromEntries(Object.entries(choices).filter(([id]) => id !== dossierId));
}

/** Recused names whose reason is missing. */
export function withoutReason(choices: Choices): readonly string[] {
  return Object.entries(choices).flatMap(([id, reason]) => (reason.trim() === '' ? [id] : []));
}
