import { connect } from 'node:net';

export interface RawAnswer {
  readonly status: number;
  readonly head: string;
  readonly body: string;
}

/** Sends the bytes as they are, which no HTTP client would, and reads until the host closes or has answered. */
export function rawExchange(port: number, text: string): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let answer = '';
    socket.setEncoding('utf8');
    socket.once('connect', () => socket.write(text));
    socket.on('data', (part: string) => {
      answer += part;
      if (isComplete(answer)) socket.destroy();
    });
    // A host that refuses early resets the connection while we still write: what it said before counts.
    socket.once('error', (error) => (answer === '' ? reject(error) : undefined));
    socket.once('close', () => resolve(parse(answer)));
  });
}

function isComplete(answer: string): boolean {
  const end = answer.indexOf('\r\n\r\n');
  if (end < 0) return false;
  const length = /content-length: (\d+)/i.exec(answer)?.[1];
  return length !== undefined && Buffer.byteLength(answer) >= end + 4 + Number(length);
}

function parse(answer: string): RawAnswer {
  const [head = '', body = ''] = answer.split('\r\n\r\n');
  return { status: Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0), head, body };
}
