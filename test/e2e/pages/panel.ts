import type { Page } from '@playwright/test';

type Section = '席位' | '会议与出席' | '回避';
type Attendance = '出席' | '请假' | '缺席' | '提前离席';

/** Opens the tab 评审组 of the review on screen. */
export async function openPanel(page: Page, section: Section = '席位'): Promise<void> {
  await page
    .getByRole('navigation', { name: '评审项目的各页' })
    .getByRole('button', { name: '评审组' })
    .click();
  await page
    .getByRole('navigation', { name: '评审组的各部分' })
    .getByRole('button', { name: section })
    .click();
}

/** Seats people of the pool in one kind of seat. */
export async function seatPeople(
  page: Page,
  as: '部门代表' | '行业专家' | '记录人' | '监督人员',
  names: readonly string[],
): Promise<void> {
  await page.getByRole('button', { name: '选定席位' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: as, exact: true }).check();
  for (const name of names) await dialog.getByRole('checkbox', { name: `选定${name}`, exact: true }).check();
  await dialog.getByRole('button', { name: `选定 ${names.length} 人` }).click();
  await dialog.waitFor({ state: 'detached' });
}

async function nameMember(
  page: Page,
  button: '指定副组长' | '登记推选组长',
  label: '副组长' | '当选人',
  name: string,
  note?: string,
): Promise<void> {
  await page.getByRole('button', { name: button }).click();
  const dialog = page.getByRole('dialog');
  const choice = dialog.getByLabel(label, { exact: true });
  const option = choice.locator('option').filter({ hasText: name });
  await choice.selectOption((await option.getAttribute('value')) ?? '');
  if (note !== undefined) await dialog.getByLabel('推选情况').fill(note);
  await dialog.getByRole('button', { name: button }).click();
  await dialog.waitFor({ state: 'detached' });
}

export function nameDeputy(page: Page, name: string): Promise<void> {
  return nameMember(page, '指定副组长', '副组长', name);
}

/** Records the election of the chair with a note of the vote. */
export function electChair(page: Page, name: string, note: string): Promise<void> {
  return nameMember(page, '登记推选组长', '当选人', name, note);
}

/** Takes a seat away with a reason. */
export async function unseat(page: Page, name: string, reason: string): Promise<void> {
  await page.getByRole('button', { name: `${name}退出评审组` }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('理由').fill(reason);
  await dialog.getByRole('button', { name: '登记退出' }).click();
  await dialog.waitFor({ state: 'detached' });
}

export interface Reseat {
  readonly name: string;
  readonly reason: string;
  readonly secretaryPassphrase: string;
  readonly keeperPassphrase: string;
}

/** 重设席位口令, confirmed by the keeper who is offered first. */
export async function reseat(page: Page, given: Reseat): Promise<void> {
  await page.getByRole('button', { name: `为${given.name}重设席位口令` }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('理由').fill(given.reason);
  await dialog.getByLabel('您的口令').fill(given.secretaryPassphrase);
  await dialog.getByLabel('共同确认人的口令').fill(given.keeperPassphrase);
  await dialog.getByRole('button', { name: '重设口令' }).click();
  await dialog.waitFor({ state: 'detached' });
}

export interface MeetingGiven {
  readonly title: string;
  /** ISO date. */
  readonly date: string;
  readonly time?: string;
  readonly place?: string;
}

/** Records a meeting; on the part 会议与出席. */
export async function addMeeting(page: Page, meeting: MeetingGiven): Promise<void> {
  await page.getByRole('button', { name: '登记会议' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('会议名称').fill(meeting.title);
  await dialog.getByLabel('日期').fill(meeting.date);
  await dialog.getByLabel('时间').fill(meeting.time ?? '');
  await dialog.getByLabel('地点').fill(meeting.place ?? '');
  await dialog.getByRole('button', { name: '保存' }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** Records everybody still open at a meeting as present. */
export async function allPresent(page: Page, meeting: string): Promise<void> {
  const part = page.getByRole('region', { name: meeting });
  await part.getByRole('button', { name: '未登记的全部记为出席' }).click();
  await part.getByText('未登记 0 人').waitFor();
}

/** Records one person's attendance; leaving early needs a reason. */
export async function attend(
  page: Page,
  meeting: string,
  name: string,
  state: Attendance,
  reason = '',
): Promise<void> {
  const part = page.getByRole('region', { name: meeting });
  await part
    .getByRole('group', { name: `${name}的出席情况` })
    .getByRole('button', { name: state, exact: true })
    .click();
  if (reason === '') return;
  const remark = part.getByRole('textbox', { name: `${name}的说明` });
  await remark.fill(reason);
  await remark.press('Enter');
}

/** Makes the sign-in sheet of the latest meeting and waits until it can be downloaded. */
export async function makeSignIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: /生成签到表$/ }).click();
  await page.getByRole('button', { name: '下载签到表' }).waitFor();
}

/** Records a recusal declared on paper or late; on the part 回避. */
export async function recordRecusal(
  page: Page,
  name: string,
  enterprise: string,
  reason: string,
): Promise<void> {
  await page.getByRole('button', { name: '登记回避' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('成员').selectOption({ label: name });
  const choice = dialog.getByLabel('企业');
  const option = choice.locator('option').filter({ hasText: enterprise });
  await choice.selectOption((await option.getAttribute('value')) ?? '');
  await dialog.getByLabel('理由').fill(reason);
  await dialog.getByRole('button', { name: '登记回避' }).click();
  await dialog.waitFor({ state: 'detached' });
}
