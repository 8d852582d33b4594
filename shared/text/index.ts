import type { Problem } from '../api/problem.ts';
import { demo as enDemo } from './en/demo.ts';
import { desk as enDesk } from './en/desk.ts';
import { recusal as enRecusal } from './en/recusal.ts';
import { document as enDocument } from './en/document.ts';
import { frame as enFrame } from './en/frame.ts';
import { home as enHome } from './en/home.ts';
import { host as enHost } from './en/host.ts';
import { next as enNext } from './en/next.ts';
import { overview as enOverview } from './en/overview.ts';
import { problem as enProblem } from './en/problem.ts';
import { score as enScore } from './en/score.ts';
import { recount as enRecount } from './en/recount.ts';
import { schemeProblem as enSchemeProblem } from './en/scheme-problem.ts';
import { explain as enExplain } from './en/explain.ts';
import { record as enRecord } from './en/record.ts';
import { refusal as enRefusal } from './en/refusal.ts';
import { unlock as enUnlock } from './en/unlock.ts';
import { joining as enJoining } from './en/joining.ts';
import { joining as zhJoining } from './zh/joining.ts';
import { demo as zhDemo } from './zh/demo.ts';
import { workbook as enWorkbook } from './en/workbook.ts';
import { desk as zhDesk } from './zh/desk.ts';
import { recusal as zhRecusal } from './zh/recusal.ts';
import { document as zhDocument } from './zh/document.ts';
import { frame as zhFrame } from './zh/frame.ts';
import { home as zhHome } from './zh/home.ts';
import { host as zhHost } from './zh/host.ts';
import { next as zhNext } from './zh/next.ts';
import { overview as zhOverview } from './zh/overview.ts';
import { problem as zhProblem } from './zh/problem.ts';
import { score as zhScore } from './zh/score.ts';
import { recount as zhRecount } from './zh/recount.ts';
import { schemeProblem as zhSchemeProblem } from './zh/scheme-problem.ts';
import { explain as zhExplain } from './zh/explain.ts';
import { record as zhRecord } from './zh/record.ts';
import { refusal as zhRefusal } from './zh/refusal.ts';
import { unlock as zhUnlock } from './zh/unlock.ts';
import { workbook as zhWorkbook } from './zh/workbook.ts';
import { exchange as enExchange } from './en/exchange.ts';
import { exchange as zhExchange } from './zh/exchange.ts';
import { documents as enDocuments } from './en/documents.ts';
import { documents as zhDocuments } from './zh/documents.ts';
import { opinions as enOpinions } from './en/opinions.ts';
import { opinions as zhOpinions } from './zh/opinions.ts';
import { results as enResults } from './en/results.ts';
import { results as zhResults } from './zh/results.ts';
import { verifying as enVerifying } from './en/verifying.ts';
import { verifying as zhVerifying } from './zh/verifying.ts';
import { scheme as enScheme } from './en/scheme.ts';
import { scheme as zhScheme } from './zh/scheme.ts';
import { bundle as enBundle } from './en/bundle.ts';
import { bundle as zhBundle } from './zh/bundle.ts';
import { board as enBoard } from './en/board.ts';
import { board as zhBoard } from './zh/board.ts';
import { dossiers as enDossiers } from './en/dossiers.ts';
import { dossiers as zhDossiers } from './zh/dossiers.ts';
import { panel as enPanel } from './en/panel.ts';
import { panel as zhPanel } from './zh/panel.ts';
import { agreement as enAgreement } from './en/agreement.ts';
import { whatIf as enWhatIf } from './en/what-if.ts';
import { draw as enDraw } from './en/draw.ts';
import { selection as enSelection } from './en/selection.ts';
import { law as enLaw } from './en/law.ts';
import { law as zhLaw } from './zh/law.ts';
import { materials as enMaterials } from './en/materials.ts';
import { materials as zhMaterials } from './zh/materials.ts';
import { enrol as enEnrol } from './en/enrol.ts';
import { enrol as zhEnrol } from './zh/enrol.ts';
import { rebuild as enRebuild } from './en/rebuild.ts';
import { rebuild as zhRebuild } from './zh/rebuild.ts';
import { people as enPeople } from './en/people.ts';
import { agreement as zhAgreement } from './zh/agreement.ts';
import { whatIf as zhWhatIf } from './zh/what-if.ts';
import { draw as zhDraw } from './zh/draw.ts';
import { selection as zhSelection } from './zh/selection.ts';
import { people as zhPeople } from './zh/people.ts';

export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

/** To add a subject: one file in zh/, one in en/, two imports and these two lines. */
const zh = {
  ...zhRebuild,
  ...zhEnrol,
  ...zhMaterials,
  ...zhPeople,
  ...zhJoining,
  ...zhSelection,
  ...zhDraw,
  ...zhWhatIf,
  ...zhAgreement,
  ...zhPanel,
  ...zhDossiers,
  ...zhDemo,
  ...zhDesk,
  ...zhDocument,
  ...zhFrame,
  ...zhHome,
  ...zhHost,
  ...zhNext,
  ...zhOverview,
  ...zhProblem,
  ...zhScore,
  ...zhRecount,
  ...zhLaw,
  ...zhSchemeProblem,
  ...zhExplain,
  ...zhRecord,
  ...zhRecusal,
  ...zhRefusal,
  ...zhUnlock,
  ...zhWorkbook,
  ...zhBoard,
  ...zhBundle,
  ...zhScheme,
  ...zhVerifying,
  ...zhResults,
  ...zhOpinions,
  ...zhDocuments,
  ...zhExchange,
};
const en: Readonly<Record<keyof typeof zh, string>> = {
  ...enRebuild,
  ...enEnrol,
  ...enMaterials,
  ...enPeople,
  ...enJoining,
  ...enSelection,
  ...enDraw,
  ...enWhatIf,
  ...enAgreement,
  ...enPanel,
  ...enDossiers,
  ...enDemo,
  ...enDesk,
  ...enDocument,
  ...enFrame,
  ...enHome,
  ...enHost,
  ...enNext,
  ...enOverview,
  ...enProblem,
  ...enScore,
  ...enRecount,
  ...enLaw,
  ...enSchemeProblem,
  ...enExplain,
  ...enRecord,
  ...enRecusal,
  ...enRefusal,
  ...enUnlock,
  ...enWorkbook,
  ...enBoard,
  ...enBundle,
  ...enScheme,
  ...enVerifying,
  ...enResults,
  ...enOpinions,
  ...enDocuments,
  ...enExchange,
};

export type TextKey = keyof typeof zh;
export type TextValues = Readonly<Record<string, string | number>>;

export const sentences: Readonly<Record<Language, Readonly<Record<TextKey, string>>>> = { 'zh-CN': zh, en };

export interface Text {
  readonly language: Language;
  /** The sentence of a key, its `{name}` places filled from `values`. */
  (key: TextKey, values?: TextValues): string;
  /** For keys that come as data from the backend; an unknown key gives `otherwise`, or else the key itself. */
  readonly of: (key: string, values?: TextValues, otherwise?: string) => string;
  /** The sentence of a problem, with its places on further lines. */
  readonly problem: (problem: Problem) => readonly string[];
}

/** Fills `{name}` places; a missing value leaves the place empty rather than showing braces. */
export function fill(sentence: string, values: TextValues = {}): string {
  return sentence.replace(/\{(\w+)\}/g, (_place, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : '',
  );
}

function isKey(key: string): key is TextKey {
  return Object.hasOwn(zh, key);
}

/** What a refusal of the exchange is about → where its sentence stands. */
const subjects: Readonly<Record<string, string>> = { exchange: 'reason', carrier: 'carrier' };

/** The text of one language. Pure: the same in the interface, the documents and the command line. */
export function createText(language: Language): Text {
  const words = sentences[language];
  const translate = (key: TextKey, values?: TextValues): string => fill(words[key], values);
  const of = (key: string, values?: TextValues, otherwise = key): string =>
    isKey(key) ? fill(words[key], values) : otherwise;
  /** `values.what` names why; places say it themselves. */
  const whyRefused = ({ values, places }: Problem): readonly string[] => {
    const sentence = of(`refused.${values?.['what'] ?? ''}`, values, '');
    return sentence === '' || (places ?? []).length > 0 ? [] : [sentence];
  };
  /** A refused file of the exchange has its own sentence; the data of this computer are sound. */
  const whatHappened = ({ code, values }: Problem): string => {
    const subject = subjects[String(values?.['what'])];
    const general = of(`problem.${code}`, values);
    return subject === undefined
      ? general
      : of(`exchange.${subject}.${values?.['reason'] ?? ''}`, values, general);
  };
  const unknownPlace = words['problem.placeUnknown'];
  /** `process.1` of a document's data is its second paragraph of the process. */
  const partOfDocument = (path: string): string => {
    const [part = '', ...rest] = path.split('.');
    const index = rest.find((key) => /^\d+$/u.test(key));
    const word = of(`glyph-place.${part}`, {}, part);
    return index === undefined ? word : `${word} ${Number(index) + 1}`;
  };
  const problem = (given: Problem): readonly string[] => [
    whatHappened(given),
    ...whyRefused(given),
    ...(given.places ?? []).map((place) => {
      const reason = of(place.reason, place.values, unknownPlace);
      const path = place.reason === 'glyph-missing' ? partOfDocument(place.path) : place.path;
      return path === '' ? reason : translate('problem.place', { path, reason });
    }),
    ...(given.reference === undefined
      ? []
      : [translate('problem.reference', { reference: given.reference })]),
  ];
  return Object.assign(translate, { language, of, problem });
}
