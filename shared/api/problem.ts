/** The closed list of problem codes. People read the sentence of `shared/text`, chosen by code. */
export const problemCodes = [
  'bad-input',
  'not-permitted',
  'wrong-phase',
  'locked',
  'not-found',
  'stale',
  'wrong-passphrase',
  'slow-down',
  'weak-passphrase',
  'conflict',
  'not-ready',
  'file-not-workbook',
  'file-encrypted',
  'file-empty',
  'file-too-large',
  'file-columns-missing',
  'file-not-pdf',
  'file-type',
  'invalid-rows',
  'glyphs-missing',
  'signature-invalid',
  'certificate-file',
  'disk-full',
  'disk-error',
  'disk-read-only',
  'data-newer',
  'data-corrupt',
  'data-in-use',
  'cancelled',
  'unexpected',
] as const;

export type ProblemCode = (typeof problemCodes)[number];

/** A refusal as data: a code, plain values for its sentence, and the places that are wrong. */
export interface Problem {
  readonly code: ProblemCode;
  /** Values for the sentence, e.g. `{ row: 7, column: '实缴资本' }`. */
  readonly values?: Readonly<Record<string, string | number>> | undefined;
  /** One entry for each wrong place; `reason` is a key of `shared/text`. */
  readonly places?: readonly ProblemPlace[] | undefined;
  /** Reference into the local log, for unexpected errors only. */
  readonly reference?: string | undefined;
}

export interface ProblemPlace {
  readonly path: string;
  readonly reason: string;
  readonly values?: Readonly<Record<string, string | number>> | undefined;
}

/** Thrown inside the backend; the dispatcher turns it into a reply. */
export class AppError extends Error {
  readonly problem: Problem;
  constructor(
    code: ProblemCode,
    values?: Readonly<Record<string, string | number>>,
    places?: readonly ProblemPlace[],
  ) {
    super(`${code} ${JSON.stringify(values ?? {})}`);
    this.name = 'AppError';
    this.problem = { code, values, places };
  }
}
