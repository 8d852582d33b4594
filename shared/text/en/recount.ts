import type { recount as zh } from '../zh/recount.ts';

export const recount = {
  'recount.line': 'line {line}',
  'csv-open-quote': 'A quote is not closed.',
  'csv-stray-quote': 'A quote stands in the wrong place.',
  'csv-bare-return': 'A carriage return alone is not a line end.',
  'csv-width': 'The record has {found} columns instead of {expected}: a column is missing or extra.',
  'csv-column-extra': 'Extra column “{column}”.',
  'csv-column-repeated': 'Repeated column “{column}”.',
  'csv-column-missing': 'Missing column “{column}”.',
  'csv-empty-id': 'Empty id in column “{column}”.',
  'csv-unknown-item': 'Unknown item “{item}”.',
  'csv-repeated': '{dossier} × {member} × {item} is repeated.',
  'json-syntax': 'Not valid JSON at column {column} (“{found}”).',
  'json-repeated-key': 'The key “{key}” is repeated.',
  'json-number': '“{text}” is not a plain integer; other numbers are written as strings.',
  'json-depth': 'The nesting is too deep.',
  'json-half-character': 'A text holds half a character.',
  'json-unknown-key': 'Unknown key “{key}”.',
  'json-shape': 'The content does not fit: {message}',
  'file-unreadable': 'It can’t be read: {message}',
  'file-encoding': 'It is not UTF-8 text.',
} as const satisfies Record<keyof typeof zh, string>;
