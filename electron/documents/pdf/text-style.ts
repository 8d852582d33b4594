/** pdfmake's inheritance of styles, resolved once for a text instead of once for each of its characters. */

export interface StyleStack {
  /** From the outermost node to the text itself; a string is a named style. */
  readonly styleOverrides: readonly (object | string)[];
  readonly defaultStyle: Readonly<Record<string, unknown>>;
  readonly getProperty: (name: string) => unknown;
}

/** pdfmake 0.3.11, `TextInlines.measure` and `TextBreaker.getBreaks`: the properties and their defaults. */
const defaults = {
  font: 'serif',
  bold: false,
  italics: false,
  alignment: 'left',
  fontSize: 12,
  fontFeatures: null as unknown,
  characterSpacing: 0,
  color: 'black' as unknown,
  decoration: null as unknown,
  decorationColor: null as unknown,
  decorationStyle: null as unknown,
  decorationThickness: null as unknown,
  background: null as unknown,
  link: null as unknown,
  linkToPage: null as unknown,
  linkToDestination: null as unknown,
  noWrap: null as boolean | null,
  opacity: 1,
  sup: false,
  sub: false,
  lineHeight: 1,
  leadingIndent: 0,
  preserveLeadingSpaces: false,
  preserveTrailingSpaces: false,
  wordBreak: 'normal',
};

export type TextStyle = Readonly<typeof defaults>;

const names = Object.keys(defaults) as (keyof TextStyle)[];

/** The style in effect for a text below these nodes. */
export function styleOf(stack: StyleStack): TextStyle {
  const named = stack.styleOverrides.some((override) => typeof override === 'string');
  const style: Record<string, unknown> = { ...defaults };
  for (const name of names) {
    const value = named ? stack.getProperty(name) : ownProperty(stack, name);
    if (value !== undefined && value !== null) style[name] = value;
  }
  return style as unknown as TextStyle;
}

function ownProperty({ styleOverrides, defaultStyle }: StyleStack, name: string): unknown {
  for (let at = styleOverrides.length - 1; at >= 0; at -= 1) {
    const value = (styleOverrides[at] as Readonly<Record<string, unknown>>)[name];
    if (value !== undefined && value !== null) return value;
  }
  return defaultStyle[name];
}

/** The same for a run inside the text, which has properties of its own. */
export function styleOfRun(style: TextStyle, run: Readonly<Record<string, unknown>>): TextStyle {
  const own = names.filter((name) => run[name] !== undefined && run[name] !== null);
  if (own.length === 0) return style;
  return { ...style, ...Object.fromEntries(own.map((name) => [name, run[name]])) };
}
