import { createHash } from 'node:crypto';
import { join } from 'node:path';

/** Where the drop box of a review keeps its letters; the id of a review may come from outside, so it is hashed. */
export function dropBoxFolder(dataFolder: string, reviewId: string): string {
  return join(dataFolder, 'dropbox', createHash('sha256').update(reviewId).digest('hex').slice(0, 16));
}
