import type { InputOf, MethodName, OutputOf } from '../../shared/api/contract.ts';
import type { Reply } from '../../shared/api/reply.ts';
import type { Transport } from './transport.ts';

let transport: Transport | undefined;

/** Names the transport of this page; called once, before anything is rendered. */
export function nameTransport(given: Transport): void {
  transport = given;
}

/** The transport of this page. */
export function currentTransport(): Transport {
  if (transport === undefined) throw new Error('called before the transport was named');
  return transport;
}

/** One call, typed by the contract; a long one may carry an id for its progress. Never rejects: a refusal is a reply with a problem. */
export async function call<Name extends MethodName>(
  name: Name,
  input: InputOf<Name>,
  task?: string,
): Promise<Reply<OutputOf<Name>>> {
  // The dispatcher has parsed the value with this method's own output schema.
  return (await currentTransport().call(name, input, task)) as Reply<OutputOf<Name>>;
}
