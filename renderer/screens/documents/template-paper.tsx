import type { ReactNode } from 'react';
import {
  fillParagraphs,
  fillTemplate,
  type DocumentTemplate,
} from '../../../shared/domain/document-template.ts';

export interface TemplatePaperProps {
  readonly template: DocumentTemplate;
  readonly values: Readonly<Record<string, string>>;
  /** What stands between the two parts of the text, e.g. (企业名单). */
  readonly middle: string | null;
  /** Issuer and date at the end; minutes end in signatures. */
  readonly signed: boolean;
  /** Lines between the text and the issuer. */
  readonly after?: readonly string[];
}

/** How a template reads with its fields filled in, at once while it is typed. */
export function TemplatePaper(props: TemplatePaperProps): ReactNode {
  const { template, values, middle, signed, after = [] } = props;
  const given = { ...values, 序号: String(template.firstNumber) };
  const fill = (text: string): string => fillTemplate(text, given).trim();
  const red = template.head === 'red';
  const number = fill(template.number);
  const addressee = fill(template.addressee);
  const paragraphs = (text: string): ReactNode =>
    // The text is only shown: its lines have no identity but their place.
    fillParagraphs(text, given).map((line, index) => <p key={`${index} ${line}`}>{line}</p>);
  return (
    <article className="template-paper" lang="zh-CN">
      {red && <p className="red-mark">{fill(template.mark)}</p>}
      {number !== '' && <p className={red ? 'number centre' : 'number'}>{number}</p>}
      {red && <hr />}
      <h3>{fill(template.title)}</h3>
      {addressee !== '' && <p className="addressee">{addressee}</p>}
      {paragraphs(template.opening)}
      {middle !== null && <p className="placeholder">{middle}</p>}
      {paragraphs(template.closing)}
      {after.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {signed && (
        <div className="signed">
          <p>{fill(template.issuer)}</p>
          <p>{fill(template.date)}</p>
        </div>
      )}
    </article>
  );
}
