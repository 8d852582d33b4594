import { z } from 'zod';
import { count, identifier, timeMs } from './common.ts';

/** One version of one file of an application. */
export const material = z.object({
  materialId: identifier,
  slot: z.string(),
  version: count,
  /** Id of a kind (`shared/domain/material-kinds.ts`). */
  kind: z.string(),
  /** The scoring item that it is evidence for, or empty. */
  item: z.string(),
  name: z.string(),
  /** Bytes. */
  size: count,
  sha256: z.string(),
  atMs: timeMs,
  inForce: z.boolean(),
  /** Why it was taken out, or null. */
  removed: z.string().nullable(),
});
export type Material = z.infer<typeof material>;

export const materialList = z.object({
  /** Every version, in the order of coming. */
  materials: z.array(material),
  /** Required kinds of which no file is there. */
  missing: z.array(z.string()),
});
export type MaterialList = z.infer<typeof materialList>;

/** What a member sees beside the sheet. */
export const deskMaterial = z.object({
  materialId: identifier,
  kind: z.string(),
  item: z.string(),
  name: z.string(),
  size: count,
  /** Opened by this member. */
  read: z.boolean(),
});
export type DeskMaterial = z.infer<typeof deskMaterial>;
