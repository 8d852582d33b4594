import type { DocumentFrame, PrintedScheme } from '../../documents/data.ts';
import type { Scheme } from '../../../shared/domain/scheme.ts';
import type { ReadDb } from '../../database/access.ts';
import { recordOf, type RecordBody } from '../../database/record.ts';
import type { FreezingRow, ReviewRow } from '../../database/reviews.ts';
import type { SeatRow } from '../../database/seats.ts';

/** China has one time zone and no summer time; documents print it wherever the laptop stands. */
const chinaOffsetMs = 8 * 3_600_000;

/** `2026-03-05T16:20:00+08:00` */
export function chinaInstant(ms: number): string {
  return `${new Date(ms + chinaOffsetMs).toISOString().slice(0, 19)}+08:00`;
}

/** `2026-03-05` */
export function chinaDay(ms: number): string {
  return chinaInstant(ms).slice(0, 10);
}

/** `2026-03-05` → `2026年3月5日` (GB/T 9704-2012, 7.3.5.4: no leading zeros); other text stays. */
export function printedDate(plainDate: string): string {
  const [, year, month, day] = /^(\d{4})-0?(\d{1,2})-0?(\d{1,2})$/u.exec(plainDate) ?? [];
  return year === undefined ? plainDate : `${year}年${month}月${day}日`;
}

/** `09:00` → `9时`, `14:30—17:30` → `14时30分—17时30分`; other text stays (GB/T 15835). */
function printedClock(time: string): string {
  return time.replaceAll(/0?(\d{1,2})[:：](\d{2})/gu, (_clock, hour: string, minute: string) =>
    minute === '00' ? `${hour}时` : `${hour}时${Number(minute)}分`,
  );
}

/** Day and hour of a meeting as printed: `2026年3月18日9时`. */
export function printedTime({ date, time }: { readonly date: string; readonly time: string }): string {
  return `${printedDate(date)}${printedClock(time.trim())}`;
}

/** A sentence of the screen as official papers set it: no spaces beside Chinese letters, Chinese signs. */
export function officialSentence(text: string): string {
  return text
    .replaceAll(/(?<=[\p{Script=Han}、，。：；（）]) +(?=[0-9A-Za-z])/gu, '')
    .replaceAll(/(?<=[0-9A-Za-z%]) +(?=[\p{Script=Han}、，。：；（）])/gu, '');
}

/** What every document carries; its time is that of the last recorded act, never of the printing. */
export function frameOf(db: ReadDb, review: ReviewRow, version: string): DocumentFrame {
  const last = recordOf(db, review.id).at(-1);
  const atMs = last === undefined ? review.created_ms : (JSON.parse(last.body) as RecordBody).claimedMs;
  return {
    createdAt: chinaInstant(atMs),
    sample: review.sample === 1,
    software: `评审台 Paneldesk ${version}`,
    review: review.title,
  };
}

export function printedScheme(scheme: Scheme, freezing: FreezingRow): PrintedScheme {
  return {
    title: scheme.title,
    total: scheme.total,
    note: scheme.note,
    hash: freezing.scheme_hash,
    categories: scheme.categories.map((category) => ({
      name: category.name,
      cap: category.cap,
      weight: category.weight === undefined || category.weight === '1' ? undefined : category.weight,
      items: (category.items ?? []).map((item) => ({
        name: item.name,
        cap: item.cap,
        judged: item.judged,
        step: item.step,
        bands: item.bands?.map((band) => `${band.name} ${band.from}–${band.to}`),
      })),
    })),
  };
}

/** 部门代表, 行业专家 or 工作人员. */
export function kindLabel(seat: SeatRow): string {
  if (seat.kind === 'department') return '部门代表';
  return seat.kind === 'expert' ? '行业专家' : '工作人员';
}

/** What stands before a name in a signature block or a list. */
export function roleLabel(seat: SeatRow): string {
  if (seat.role === 'secretary') return '评审工作人员';
  if (seat.role === 'recorder') return '记录人';
  if (seat.role === 'supervisor') return '监督人员';
  if (seat.chair === 1) return '组长';
  return seat.deputy === 1 ? '副组长' : '成员';
}

/** 推荐, 不推荐, 暂缓; a dash while the panel hasn't concluded. */
export function conclusionLabel(conclusion: string | null): string {
  const labels: Readonly<Record<string, string>> = {
    recommend: '推荐',
    'not-recommend': '不推荐',
    defer: '暂缓',
  };
  return labels[conclusion ?? ''] ?? '—';
}

/**
 * Name of a document of a review: without a doubled 评审, and a remark in brackets stays at the end, e.g.
 * `某市企业评审（示例）` + `会议纪要` → `某市企业评审会议纪要（示例）`.
 */
export function titleWith(review: Pick<ReviewRow, 'title'>, word: string): string {
  const cut = review.title.endsWith('）') ? review.title.lastIndexOf('（') : -1;
  const base = cut < 0 ? review.title : review.title.slice(0, cut);
  const remark = cut < 0 ? '' : review.title.slice(cut);
  return `${base.endsWith('评审') ? base : `${base}评审`}${word}${remark}`;
}

/** At most so many characters: archives and Windows paths both bear them. */
const longestName = 120;

/** Names that Windows keeps for devices. */
const deviceName = /^(?:con|prn|aux|nul|com\d|lpt\d)$/iu;

/** A file name that every system and archive accepts: title, date, extension. */
export function fileNameOf(title: string, day: string, extension: string): string {
  return named(title, ` ${day}.${extension}`);
}

/** The same without a date, for a file in a folder. */
export function safeName(title: string, extension: string): string {
  return named(title, `.${extension}`);
}

function named(title: string, tail: string): string {
  const plain = title
    .toWellFormed()
    .replace(/[<>:"/\\|?*\p{Cc}]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  const letters = Array.from(plain)
    .slice(0, longestName - tail.length)
    .join('')
    .replace(/[. ]+$/u, '');
  return `${letters === '' || deviceName.test(letters) ? `_${letters}` : letters}${tail}`;
}
