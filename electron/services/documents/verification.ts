import { AppError } from '../../../shared/api/problem.ts';
import type { Handlers } from '../../api/handler.ts';
import { ownEvidenceOf } from '../../database/own-evidence.ts';
import { bundleLines } from '../../exchange/bundle/lines.ts';
import { compareOwn } from '../../exchange/bundle/own-evidence.ts';
import { verifyBundle } from '../../exchange/bundle/verify-bundle.ts';
import { readExpectedSigner } from '../../signing/pdf/expected.ts';
import { verificationLines } from '../../signing/pdf/lines.ts';
import { verifyPdf } from '../../signing/pdf/verify.ts';

/** Verifies an uploaded PDF or result bundle; needs no review, no network and nobody unlocked. */
export const verificationHandlers: Pick<Handlers, 'verify.pdf' | 'verify.bundle'> = {
  'verify.pdf': async (context, { uploadId, authority, expected }) => {
    const upload = context.session.uploads.get(uploadId);
    if (upload === undefined) throw new AppError('not-found', { what: 'upload' });
    const signers = expected.flatMap((line) => readExpectedSigner(line) ?? []);
    const pins = authority.split(/[\n,，;；、]/).filter((pin) => pin.trim() !== '');
    const verification = verifyPdf(upload.bytes, { authority: pins, expected: signers });
    return { verdict: verification.verdict, lines: verificationLines(verification) };
  },
  'verify.bundle': async (context, { uploadId, authority }) => {
    const upload = context.session.uploads.get(uploadId);
    if (upload === undefined) throw new AppError('not-found', { what: 'upload' });
    const { bytes } = upload;
    const report = verifyBundle(bytes, { authority: authority.trim() === '' ? undefined : authority });
    const review = report.bundle?.kind === 'result' ? report.bundle.review : null;
    const rows = review === null ? null : context.read(({ db }) => ownEvidenceOf(db, review));
    const own = review === null || rows === null ? null : compareOwn(bytes, review, rows);
    const lines = bundleLines(report, own);
    const isWrong = report.verdict === 'valid' && lines.some(({ tone }) => tone === 'bad');
    return { verdict: isWrong ? 'invalid' : report.verdict, lines };
  },
};
