/** The pad on screen and every picture are scaled into this; three to one, as the field on paper. */
export const HANDWRITING_WIDTH = 900;
export const HANDWRITING_HEIGHT = 300;

/** Far more than a name takes: strokes, and numbers (two a point) in one stroke. */
export const MOST_STROKES = 200;
export const MOST_STROKE_NUMBERS = 2000;
