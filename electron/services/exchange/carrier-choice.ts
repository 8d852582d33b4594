import { resolve, sep } from 'node:path';
import { AppError } from '../../../shared/api/problem.ts';
import type { CarrierChoice, CarrierSettings } from '../../../shared/schema/exchange.ts';
import type { CommandContext } from '../../api/context.ts';
import { setCarrier } from '../../database/carriers.ts';
import { markFolder } from '../../exchange/carriers/marker.ts';
import { isFolder } from '../../exchange/carriers/places.ts';
import { requireSeat } from './require-seat.ts';

/**
 * Keeps the choice; a folder or stick gets its marker, or keeps the one that another laptop gave it.
 * @throws AppError `bad-input` `carrier-folder` (no such folder), `carrier-own-data` (inside the data folder),
 *   `carrier-box-office` (only the secretary has a drop box); carrierFailure of `markFolder`
 */
export function chooseCarrier(
  context: CommandContext,
  reviewId: string | null,
  choice: CarrierChoice,
): CarrierSettings {
  requireSeat(context, reviewId);
  if (choice.kind === 'own-box' && context.seat?.role !== 'secretary')
    throw new AppError('bad-input', { what: 'carrier-box-office' });
  const settings = settle(context, choice);
  setCarrier(context.db, reviewId ?? '', settings);
  return settings;
}

function settle({ environment }: CommandContext, choice: CarrierChoice): CarrierSettings {
  if (choice.kind !== 'folder' && choice.kind !== 'stick') return choice;
  const folder = resolve(choice.folder);
  if (!isFolder(folder)) throw new AppError('bad-input', { what: 'carrier-folder' });
  if (`${folder}${sep}`.startsWith(`${resolve(environment.dataFolder)}${sep}`))
    throw new AppError('bad-input', { what: 'carrier-own-data' });
  return { kind: choice.kind, folder, id: markFolder(folder, environment.newId()) };
}
