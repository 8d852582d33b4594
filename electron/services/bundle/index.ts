import type { Handlers } from '../../api/handler.ts';
import { makeBundle } from './make-bundle.ts';
import { makeReduced } from './make-reduced.ts';

/** 结果数据包, whole and reduced. */
export const bundleHandlers: Pick<Handlers, 'bundle.make' | 'bundle.makeReduced'> = {
  'bundle.make': makeBundle,
  'bundle.makeReduced': makeReduced,
};
