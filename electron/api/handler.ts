import type { MethodName, NamesOfKind, OutputOf, ParsedInputOf } from '../../shared/api/contract.ts';
import type { Problem } from '../../shared/api/problem.ts';
import type { CommandContext, QueryContext, TaskContext } from './context.ts';
import type { Environment } from './environment.ts';

/** A refusal that keeps what its transaction wrote, e.g. the count of wrong passphrases. */
export class Refusal {
  readonly problem: Problem;
  constructor(problem: Problem) {
    this.problem = problem;
  }
}

/**
 * A command with slow cryptography: `gather` reads, `prepare` works without a connection, `commit` is one
 * synchronous IMMEDIATE transaction in which permission is checked again.
 */
export interface SlowCommand<Input, Output, Gathered, Prepared> {
  readonly gather: (context: QueryContext, input: Input) => Gathered;
  readonly prepare: (gathered: Gathered, environment: Environment) => Promise<Prepared>;
  readonly commit: (context: CommandContext, input: Input, prepared: Prepared) => Output | Refusal;
}

const erased: unique symbol = Symbol('slow command');

export interface AnySlowCommand<Input, Output> {
  readonly [erased]: SlowCommand<Input, Output, unknown, unknown>;
}

export function slow<Input, Output, Gathered, Prepared>(
  definition: SlowCommand<Input, Output, Gathered, Prepared>,
): AnySlowCommand<Input, Output> {
  return { [erased]: definition as SlowCommand<Input, Output, unknown, unknown> };
}

export function slowPartsOf<Input, Output>(
  handler: AnySlowCommand<Input, Output>,
): SlowCommand<Input, Output, unknown, unknown> {
  return handler[erased];
}

type CommandHandler<Name extends MethodName> =
  | ((context: CommandContext, input: ParsedInputOf<Name>) => OutputOf<Name> | Refusal)
  | AnySlowCommand<ParsedInputOf<Name>, OutputOf<Name>>;

/** The handler map derived from the contract: forgetting a method doesn't compile. */
export type Handlers = {
  readonly [Name in NamesOfKind<'query'>]: (
    context: QueryContext,
    input: ParsedInputOf<Name>,
  ) => OutputOf<Name>;
} & { readonly [Name in NamesOfKind<'command'>]: CommandHandler<Name> } & {
  readonly [Name in NamesOfKind<'task'>]: (
    context: TaskContext,
    input: ParsedInputOf<Name>,
  ) => Promise<OutputOf<Name>>;
};
