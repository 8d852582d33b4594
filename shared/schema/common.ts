import { z } from 'zod';

export const identifier = z.string().min(1).max(64);
export const shortText = z.string().trim().min(1).max(200);
export const optionalText = z.string().trim().max(200);
export const longText = z.string().max(20_000);
export const passphrase = z.string().min(1).max(200);
/** ISO date, e.g. 2026-11-21. */
export const plainDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** Claimed wall-clock time in milliseconds since 1970: shown, never used for order. */
export const timeMs = z.number().int();
export const count = z.number().int().min(0);
export const nothing = z.object({});
export const ofReview = z.object({ reviewId: identifier });
