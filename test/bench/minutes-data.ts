import type { AnnexEnterprise, MinutesData, PanelMember } from '../../electron/documents/data.ts';
import { minutesOf } from '../documents/sample.ts';

/** Seated besides the sample's seven, so that the panel has nine. */
const furtherMembers: readonly PanelMember[] = ['示例子源', '示例丑禾'].map((name) => ({
  name,
  organisation: '示例职业技术学院',
  title: '副教授',
  kind: '行业专家',
}));

/** The archive version of some enterprises × 9 members × 8 categories, with opinions and signature fields. */
export function benchMinutes(enterprises = 30): MinutesData {
  const data = minutesOf(enterprises);
  const [left, right] = [data.signatures.slice(0, -2), data.signatures.slice(-2)];
  const further = furtherMembers.map(({ name, organisation }, index) => ({
    field: `member-${data.panel.members.length + index + 1}`,
    name,
    organisation,
    role: '成员',
  }));
  return {
    ...data,
    panel: { ...data.panel, members: [...data.panel.members, ...furtherMembers] },
    annex: { ...data.annex, enterprises: data.annex.enterprises.map(withFurtherRows) },
    signatures: [...left, ...further, ...right],
  };
}

/** The new members score like the first two: what is measured is the printing. */
function withFurtherRows(enterprise: AnnexEnterprise): AnnexEnterprise {
  const further = furtherMembers.flatMap(({ name }, index) =>
    enterprise.rows.slice(index, index + 1).map((row) => ({ ...row, member: name, mark: '' })),
  );
  return { ...enterprise, rows: [...enterprise.rows, ...further] };
}
