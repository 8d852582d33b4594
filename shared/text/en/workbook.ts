/** The application workbook; see zh/workbook.ts. */
import type { workbook as zh } from '../zh/workbook.ts';

export const workbook = {
  'workbook-not-zip':
    'This is no XLSX workbook. Fill in the template and save it as “Excel Workbook (*.xlsx)”.',
  'workbook-old-xls': 'This is an old .xls file. Save it as .xlsx in Excel or WPS, then import it.',
  'workbook-other-office': 'This is another kind of document. Choose an XLSX workbook.',
  'workbook-macros': 'The workbook holds macros. Save it as .xlsx without macros, then import it.',
  'workbook-damaged':
    'The file is damaged or incomplete. Get it again, or open it in Excel and save it anew.',
  'workbook-limit-fileBytes':
    'The file has {found} bytes, at most {limit} are read. Remove pictures and the like.',
  'workbook-limit-entries':
    'The file holds {found} parts, at most {limit} are read. Remove pictures and the like.',
  'workbook-limit-inflatedBytes':
    'Unpacked, the file is larger than {limit} bytes: probably no honest workbook.',
  'workbook-limit-ratio': 'The file unpacks to far more than its size: probably no honest workbook.',
  'workbook-limit-cells':
    'The workbook has {found} cells, at most {limit} are read. Keep the application sheet only.',
  'workbook-limit-rows':
    'The sheet has {found} rows, at most {limit} are read. Keep only the rows of applicants.',
  'workbook-limit-timeMs': 'Reading took too long and was stopped. Keep the application sheet only.',
  'workbook-limit-memoryMegabytes':
    'Reading needed too much memory and was stopped. Keep the application sheet only.',
  'column-missing': 'The column “{column}” is missing.',
  'column-twice': 'The column “{column}” stands twice; keep one.',
  'duplicate-in-file': 'The same credit code also stands in row {rows}.',
  'field-required': 'Required, but empty.',
  'field-too-long': '{length} characters, at most {maximum}.',
  'field-control-character': 'Holds invisible control characters; type it again.',
  'field-formula': 'The cell holds a formula. Paste it as a value, then import.',
  'field-error-value': 'The cell holds an error; enter the real value.',
  'field-not-a-number': 'Not a number.',
  'field-negative': 'It can’t be negative.',
  'field-date-not-understood': 'Not a valid date. Write it like 2019-05-20.',
  'field-choice-unknown': 'Only one of: {choices}.',
  'field-investor-missing': 'Required because the investor is relied upon ({because}).',
  'note-unknown-columns': 'These columns are not in the template and are left out: {value}.',
  'note-other-sheet': 'No header was found; this sheet is left out.',
  'note-cells-beyond': 'There is content beyond what was read ({value}); it is left out.',
} as const satisfies Record<keyof typeof zh, string>;
