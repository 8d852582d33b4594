/** How the program shows a file; everything else is only offered for download. */
export type Shown = 'pdf' | 'image' | 'download';

interface Media {
  readonly endings: readonly string[];
  readonly mediaType: string;
  readonly shown: Shown;
}

/** SVG is not among the images: it can carry scripts. */
const media: readonly Media[] = [
  { endings: ['pdf'], mediaType: 'application/pdf', shown: 'pdf' },
  { endings: ['png'], mediaType: 'image/png', shown: 'image' },
  { endings: ['jpg', 'jpeg'], mediaType: 'image/jpeg', shown: 'image' },
  { endings: ['webp'], mediaType: 'image/webp', shown: 'image' },
  {
    endings: ['docx'],
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    shown: 'download',
  },
  {
    endings: ['xlsx'],
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    shown: 'download',
  },
  { endings: ['txt'], mediaType: 'text/plain; charset=utf-8', shown: 'download' },
];

function mediaOf(name: string): Media | undefined {
  const ending = /\.([^.]+)$/u.exec(name)?.[1]?.toLowerCase() ?? '';
  return media.find(({ endings }) => endings.includes(ending));
}

export function mediaTypeOf(name: string): string {
  return mediaOf(name)?.mediaType ?? 'application/octet-stream';
}

export function shownAs(name: string): Shown {
  return mediaOf(name)?.shown ?? 'download';
}
