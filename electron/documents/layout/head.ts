import type { Content } from 'pdfmake/interfaces';
import type { OfficialHead } from '../data.ts';
import { linePitch, mm, textWidth } from './page.ts';
import { blank, heavy } from './text.ts';

const red = '#e60012';
/** Characters of the mark at its largest size on one line. */
const largestMark = 44;

/**
 * 版头 (GB/T 9704-2012, 7.2 and 10.3): red mark whose upper edge lies 35 mm below that of the type area, number
 * two lines below it, red rule 4 mm below as wide as the type area, two blank lines to the title.
 */
export function officialHead(head: OfficialHead): Content[] {
  const size = Math.min(largestMark, (textWidth / Math.max(1, head.mark.length)) * 0.98);
  const number: Content =
    head.number === ''
      ? blank(0.6)
      : { text: head.number, alignment: 'center', margin: [0, linePitch * 2, 0, 0] };
  return [
    {
      text: heavy(head.mark),
      fontSize: size,
      lineHeight: 1,
      color: red,
      alignment: 'center',
      margin: [0, mm(35), 0, 0],
    },
    number,
    {
      canvas: [{ type: 'line', x1: 0, y1: 0, x2: textWidth, y2: 0, lineWidth: 1.5, lineColor: red }],
      margin: [0, mm(4), 0, linePitch * 2],
    },
  ];
}
