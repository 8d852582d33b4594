/** Parts of pdfmake and a library of its own without types; `libraries.ts` says what they are. */
declare module 'pdfmake/js/*.js' {
  const module: { readonly default: unknown };
  export = module;
}

declare module 'linebreak' {
  class LineBreaker {
    constructor(text: string);
    nextBreak(): { readonly position: number; readonly required: boolean } | null;
  }
  export = LineBreaker;
}
