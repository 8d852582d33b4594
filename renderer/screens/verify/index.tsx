import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Problem } from '../../../shared/api/problem.ts';
import { uploadFile } from '../../api/bytes.ts';
import { useTask } from '../../api/use-task.ts';
import { Button } from '../../components/button.tsx';
import { LongTextField, TextField } from '../../components/field.tsx';
import { FileDrop } from '../../components/file-drop.tsx';
import { Page } from '../../components/page.tsx';
import { sizeWords } from '../../components/plain-words.ts';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useText } from '../../stores/language.ts';
import { keepVerification, useVerification } from '../../stores/verification.ts';
import { expectedLines, isFingerprint } from './findings.ts';
import { Verdict } from './verdict.tsx';

/** By what is inside, not by its name. */
async function isBundleFile(file: File): Promise<boolean> {
  return (await file.slice(0, 17).text()) === 'paneldesk-bundle/';
}

/** 验证: anybody, also while locked, verifies a signed PDF or a result bundle on this laptop. */
export function Screen(): ReactNode {
  const t = useText();
  const pdf = useTask('verify.pdf');
  const bundle = useTask('verify.bundle');
  const { file, authority, expected, result } = useVerification();
  const [uploadProblem, setUploadProblem] = useState<Problem>();
  const [sending, setSending] = useState(false);
  const wrongAuthority = isFingerprint(authority) ? undefined : t('verify.bad-authority');
  const busy = sending || pdf.running || bundle.running;

  const verify = async (wanted: File): Promise<void> => {
    useVerification.setState({ file: wanted, result: undefined });
    setUploadProblem(undefined);
    pdf.clear();
    bundle.clear();
    if (wrongAuthority !== undefined) return;
    setSending(true);
    const uploaded = await uploadFile(wanted);
    setSending(false);
    if (!uploaded.ok) return setUploadProblem(uploaded.problem);
    const given = { authority, expected: expectedLines(expected) };
    const uploadId = uploaded.value.id;
    const reply = (await isBundleFile(wanted))
      ? await bundle.start({ uploadId, authority })
      : await pdf.start({ uploadId, authority, expected: [...given.expected] });
    if (reply.ok) keepVerification(wanted, { verification: reply.value, given });
  };
  return (
    <Page title={t('verifying.title')}>
      <div className="verify-columns">
        <div className="stack">
          {file === undefined ? (
            <FileDrop
              accept=".pdf,.bundle,application/pdf"
              sentence={t('verifying.drop')}
              primary
              onFile={(given) => void verify(given)}
            />
          ) : (
            <div className="panel spread">
              <span>{t('word.file', { name: file.name, size: sizeWords(file.size) })}</span>
              <Button onClick={() => useVerification.setState({ file: undefined, result: undefined })}>
                {t('verifying.other')}
              </Button>
            </div>
          )}
          {busy && (
            <p className="soft" role="status">
              {t('verifying.running')}
            </p>
          )}
          <ProblemNote problem={uploadProblem ?? pdf.problem ?? bundle.problem} />
          {result !== undefined && file !== undefined && (
            <Verdict fileName={file.name} verification={result.verification} given={result.given} />
          )}
        </div>
        <form
          className="panel stack"
          aria-label={t('verifying.compare')}
          onSubmit={(event) => {
            event.preventDefault();
            if (file !== undefined) void verify(file);
          }}
        >
          <h2>{t('verifying.compare')}</h2>
          <TextField
            label={t('verifying.authority')}
            hint={t('verifying.authorityHint')}
            wrong={wrongAuthority}
            value={authority}
            onValue={(typed) => useVerification.setState({ authority: typed })}
            maxLength={1000}
            autoComplete="off"
          />
          <LongTextField
            label={t('verifying.expected')}
            hint={t('verifying.expectedHint')}
            rows={9}
            value={expected}
            onValue={(typed) => useVerification.setState({ expected: typed })}
          />
          {file !== undefined && (
            <Button submits kind="primary" pending={busy} disabled={wrongAuthority !== undefined}>
              {t('verifying.again')}
            </Button>
          )}
          <p className="soft small">{t('verifying.intro')}</p>
        </form>
      </div>
    </Page>
  );
}
