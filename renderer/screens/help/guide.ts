/** One chapter of the user's guide. `steps` are numbered, `notes` are plain paragraphs after them. */
export interface Chapter {
  readonly id: string;
  readonly title: string;
  readonly steps?: readonly string[];
  readonly notes?: readonly string[];
  readonly questions?: readonly Question[];
}

export interface Question {
  readonly ask: string;
  readonly answer: string;
}
