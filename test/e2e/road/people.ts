import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dossierFields } from '../../../shared/domain/dossier-fields.ts';
import { writeApplications } from '../../../electron/workbook/template.ts';

/** A person of the road with the own passphrase. */
export interface RoadPerson {
  readonly name: string;
  readonly passphrase: string;
}

/** The people of the road that starts from nothing. */
export const people = {
  secretary: { name: '王文秘示例', passphrase: '文秘口令-2026-一号' },
  chair: { name: '赵组长示例', passphrase: '组长口令-2026-二号' },
  deputy: { name: '钱副组示例', passphrase: '副组口令-2026-三号' },
  third: { name: '孙专家示例', passphrase: '专家口令-2026-四号' },
  recorder: { name: '李记录示例', passphrase: '记录口令-2026-五号' },
  supervisor: { name: '周监督示例', passphrase: '监督口令-2026-六号' },
} as const satisfies Record<string, RoadPerson>;

/** Everybody who signs the minutes, in the order of the hand-overs. */
export const signers: readonly RoadPerson[] = [
  people.chair,
  people.deputy,
  people.third,
  people.recorder,
  people.supervisor,
];

export const recoveryPassphrase = '恢复口令-2026-另存';

/** Public, valid codes (GB 32100) for enterprises that don't exist. */
export const enterprises = {
  jintong: { name: '示例晋通汽车出口有限公司', creditCode: '91110108551385082Q' },
  fenhe: { name: '示例汾河二手车贸易有限公司', creditCode: '9144030071526726XG' },
  yunshan: { name: '示例云山国际物流有限公司', creditCode: '91440300708461136T' },
  /** Its registered capital is below the condition. */
  xiaojing: { name: '示例小荆汽车服务有限公司', creditCode: '914403001922038216' },
} as const;

const required = Object.fromEntries(
  dossierFields.filter((field) => field.required).map((field) => [field.key, field.example]),
);

/** Writes the own application workbook; `paidIn` is the paid-in capital of 示例汾河 as typed by it. */
export async function writeWorkbook(folder: string, paidIn: string): Promise<string> {
  const { jintong, fenhe, yunshan, xiaojing } = enterprises;
  const file = join(folder, `applications-${paidIn.length}.xlsx`);
  const bytes = await writeApplications([
    { ...required, ...jintong },
    { ...required, ...fenhe, paidInCapital: paidIn },
    { ...required, ...yunshan, paidInCapital: '3500万元' },
    { ...required, ...xiaojing, registeredCapital: '2000' },
  ]);
  writeFileSync(file, bytes);
  return file;
}
