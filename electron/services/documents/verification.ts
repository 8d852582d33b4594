import { AppError } from '../../../shared/api/problem.ts';
import type { Handlers } from '../../api/handler.ts';
import { readExpectedSigner } from '../../signing/pdf/expected.ts';
import { verificationLines } from '../../signing/pdf/lines.ts';
import { verifyPdf } from '../../signing/pdf/verify.ts';

/** Verifies an uploaded PDF; needs no review, no network and nobody unlocked. */
export const verificationHandlers: Pick<Handlers, 'verify.pdf'> = {
  'verify.pdf': async (context, { uploadId, authority, expected }) => {
    const upload = context.session.uploads.get(uploadId);
    if (upload === undefined) throw new AppError('not-found', { what: 'upload' });
    const signers = expected.flatMap((line) => readExpectedSigner(line) ?? []);
    const pins = authority.split(/[\n,，;；、]/).filter((pin) => pin.trim() !== '');
    const verification = verifyPdf(upload.bytes, { authority: pins, expected: signers });
    return { verdict: verification.verdict, lines: verificationLines(verification) };
  },
};
