import { describe, expect, it } from 'vitest';
import type { Verification, VerificationLine } from '../../shared/schema/verification.ts';
import { createText, sentences } from '../../shared/text/index.ts';
import { verify } from '../../shared/text/zh/verify.ts';
import {
  expectedLines,
  findingsOf,
  isFingerprint,
  resultText,
  shownVerdict,
  thingsToDo,
} from '../../renderer/screens/verify/findings.ts';

const t = createText('zh-CN');
const none = { authority: '', expected: [] };

function line(
  key: string,
  tone: VerificationLine['tone'],
  values: VerificationLine['values'] = {},
): VerificationLine {
  return { key, tone, values };
}

function verification(verdict: Verification['verdict'], ...lines: VerificationLine[]): Verification {
  return { verdict, lines: [line(`verify.${verdict}`, 'note'), ...lines] };
}

describe('what is compared with', () => {
  it('takes a fingerprint with spaces or colons, and nothing at all', () => {
    const digits = 'ab'.repeat(32);
    expect(['', digits, digits.replace(/(..)/g, '$1:'), `${digits}0`, '专家'].map(isFingerprint)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  it('reads one name a line', () => {
    expect(expectedLines(' 王某 \r\n\n李某')).toEqual(['王某', '李某']);
  });
});

describe('the findings', () => {
  it('have a Chinese sentence for every key of the verifier', () => {
    const known = Object.keys(sentences['zh-CN']);
    expect(Object.keys(verify).filter((key) => !known.includes(key))).toEqual([]);
  });

  it('name our own fields by their place', () => {
    const findings = findingsOf(
      t,
      verification(
        'valid',
        line('verify.signed-after', 'note', { count: 2, fields: 'member-2, recorder-8' }),
        line('verify.unsigned-field', 'note', { field: 'Signature1' }),
      ),
    );
    expect(findings.map(({ sentence }) => sentence)).toEqual([
      '此签名之后又有 2 个签名：第 2 个签名位（成员）、第 8 个签名位（记录人）。依次签署属于正常情况。',
      '签名位“Signature1”尚未签名。',
    ]);
  });

  it('leave out the verdict, which stands above in large words', () => {
    expect(findingsOf(t, verification('unreadable'))).toEqual([]);
  });

  it('are copied with numbers and words', () => {
    const text = resultText(t, '纪要.pdf', verification('invalid', line('verify.content-changed', 'bad')));
    expect(text).toBe('文件：纪要.pdf\n签名无效\n1. 不符　签名之后，被签名的内容已被改动。');
  });
});

describe('what to do', () => {
  it('asks for the comparisons that were not made', () => {
    expect(thingsToDo(verification('valid'), none)).toEqual([
      'verifying.todoPin',
      'verifying.todoExpected',
      'verifying.todoThenKeep',
    ]);
  });

  it('lets the file be used when everything was compared and every place is signed', () => {
    const compared = { authority: 'ab'.repeat(32), expected: ['王某'] };
    const open = verification('valid', line('verify.unsigned-field', 'note', { field: 'member-2' }));
    expect([thingsToDo(verification('valid'), compared), thingsToDo(open, compared)]).toEqual([
      ['verifying.todoKeep'],
      ['verifying.todoOpenPlaces', 'verifying.todoThenKeep'],
    ]);
  });

  it('speaks of missing signatures first', () => {
    const missing = line('verify.expected-missing', 'bad', { name: '王某' });
    const changed = line('verify.content-changed', 'bad');
    expect(thingsToDo(verification('invalid', missing, changed), none)).toEqual([
      'verifying.todoMissing',
      'verifying.todoOriginal',
      'verifying.todoReport',
    ]);
  });

  it('does not call a file false whose signatures hold while some are missing', () => {
    const incomplete = verification('invalid', line('verify.expected-missing', 'bad', { name: '王某' }));
    expect([shownVerdict(incomplete), thingsToDo(incomplete, none)]).toEqual([
      'incomplete',
      ['verifying.todoMissing'],
    ]);
  });

  it('has its own way for a file without signatures and for one that cannot be read', () => {
    expect([
      thingsToDo(verification('invalid', line('verify.no-signatures', 'bad')), none),
      thingsToDo(verification('unreadable'), none),
    ]).toEqual([['verifying.todoUnsigned'], ['verifying.todoPdf', 'verifying.todoOriginal']]);
  });
});
