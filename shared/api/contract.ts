import type { z } from 'zod';
import { appMethods } from './app-methods.ts';
import { enrolMethods } from './enrol-methods.ts';
import { exchangeMethods } from './exchange-methods.ts';
import { permissions, type Permission } from '../domain/permission.ts';
import { lawMethods } from './law-methods.ts';
import { materialMethods } from './material-methods.ts';
import { memberMethods } from './member-methods.ts';
import type { MethodKind } from './method.ts';
import { panelMethods } from './panel-methods.ts';
import { rebuildMethods } from './rebuild-methods.ts';
import { resultMethods } from './result-methods.ts';
import { setupMethods } from './setup-methods.ts';

/** Every call between interface and backend. Add a method by adding it to one of the lists. */
export const contract = {
  ...appMethods,
  ...setupMethods,
  ...panelMethods,
  ...resultMethods,
  ...lawMethods,
  ...exchangeMethods,
  ...memberMethods,
  ...enrolMethods,
  ...rebuildMethods,
  ...materialMethods,
};

export type Contract = typeof contract;
export type MethodName = keyof Contract;
export type InputOf<Name extends MethodName> = z.input<Contract[Name]['input']>;
export type ParsedInputOf<Name extends MethodName> = z.output<Contract[Name]['input']>;
export type OutputOf<Name extends MethodName> = z.output<Contract[Name]['output']>;
export type NamesOfKind<Kind extends MethodKind> = {
  [Name in MethodName]: Contract[Name]['kind'] extends Kind ? Name : never;
}[MethodName];

/** Every method has its row in the permission table; a method without one doesn't compile. */
export const permissionOf: Readonly<Record<MethodName, Permission>> = permissions;
