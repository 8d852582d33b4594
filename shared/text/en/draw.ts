import type { draw as zh } from '../zh/draw.ts';

export const draw = {
  'draw-seed-empty': 'The seed is missing.',
  'draw-seed-long': 'A seed has at most {most} characters.',
  'draw-control-character': 'Line breaks, other control characters and half characters are refused.',
  'draw-id-empty': 'The id is empty.',
  'draw-id-repeated': 'The id “{id}” is repeated.',
  'draw-field-empty': '“{id}” has no field.',
  'draw-no-quota': 'No field has a quota.',
  'draw-quota': 'The quota of “{field}” must be a whole number of at least 1.',
  'draw-quota-form': '“{text}” should read field:number.',
  'draw-field-repeated': 'The field “{field}” is repeated.',
  'draw-field-unknown': 'Nobody in the pool has the field “{field}”.',
  'draw-too-few': '“{field}” needs {quota}, and only {available} may be drawn.',
  'draw-excluded-unknown': 'The excluded “{id}” isn’t in the pool.',
  'draw-excluded-repeated': 'The excluded “{id}” is repeated.',
} as const satisfies Record<keyof typeof zh, string>;
