import {
  templateTexts,
  type DocumentTemplate,
  type TemplateKind,
  type TemplateText,
} from '../../../shared/domain/document-template.ts';

/** The texts that a kind has: letters have an addressee, a mark belongs to a red head, minutes end in signatures. */
export function partsOf(kind: TemplateKind, { head }: DocumentTemplate): readonly TemplateText[] {
  return templateTexts.filter((part) => {
    if (part === 'addressee') return kind.startsWith('letter-');
    if (part === 'mark') return head === 'red';
    // The notice's issuer and date are fields of the notice itself.
    return kind.startsWith('letter-') || (part !== 'issuer' && part !== 'date');
  });
}

/** Five digits at most; anything else leaves the number as it was, an emptied field is 0. */
export function numberTyped(value: string, before: number): number {
  const text = value.trim();
  return /^\d{0,5}$/u.test(text) ? Number(text) : before;
}

/** Puts `{name}` where the cursor stands in the form's focused text; at the end of the opening otherwise. */
export function insertField(
  form: HTMLFormElement | null,
  template: DocumentTemplate,
  name: string,
): DocumentTemplate | null {
  const active = form?.ownerDocument.activeElement;
  const inside = active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement;
  const field = `{${name}}`;
  const part = inside ? templateTexts.find((candidate) => template[candidate] === active.value) : undefined;
  if (!inside || part === undefined) return { ...template, opening: template.opening + field };
  const [start, end] = [
    active.selectionStart ?? active.value.length,
    active.selectionEnd ?? active.value.length,
  ];
  return { ...template, [part]: active.value.slice(0, start) + field + active.value.slice(end) };
}
