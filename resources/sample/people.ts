export interface SamplePerson {
  /** Referred to by scores.json and story.json. */
  readonly key: string;
  readonly name: string;
  readonly organisation: string;
  readonly title: string;
  readonly field: string;
  readonly kind: 'department' | 'expert' | 'staff';
  readonly phone: string;
  readonly role: 'secretary' | 'member' | 'recorder' | 'supervisor';
  /** Shown beside the unlock field; works in the sample only. At least 12 characters. */
  readonly passphrase: string;
}

type Row = readonly [
  key: string,
  role: SamplePerson['role'],
  kind: SamplePerson['kind'],
  name: string,
  organisation: string,
  title: string,
  field: string,
];

const rows: readonly Row[] = [
  ['secretary', 'secretary', 'staff', '苏文清', '示例市商务局对外贸易处', '四级主任科员', '评审组织'],
  ['recorder', 'recorder', 'staff', '田雨桐', '示例市商务局办公室', '一级科员', '会议记录'],
  ['supervisor', 'supervisor', 'staff', '严守正', '驻示例市商务局纪检监察组', '二级调研员', '监督'],
  ['member-1', 'member', 'department', '周明远', '示例市商务局', '对外贸易处处长', '对外贸易'],
  [
    'member-2',
    'member',
    'department',
    '韩志刚',
    '示例市公安局交通警察支队',
    '车辆管理所副所长',
    '机动车登记',
  ],
  ['member-3', 'member', 'department', '林海燕', '示例海关', '综合业务科科长', '海关监管'],
  ['member-4', 'member', 'expert', '高博文', '示例理工大学汽车工程学院', '教授', '汽车工程与检测'],
  ['member-5', 'member', 'expert', '沈静怡', '示例汽车流通协会', '副秘书长', '二手车流通'],
  ['member-6', 'member', 'expert', '马骁', '示例国际货运代理协会', '高级物流师', '国际物流'],
  ['member-7', 'member', 'expert', '许立群', '示例会计师事务所', '注册会计师', '财务与审计'],
];

/** Seven members and the three who never score. All of them are invented. */
export const people: readonly SamplePerson[] = rows.map(
  ([key, role, kind, name, organisation, title, field], index) => ({
    key,
    name: `${name}（示例）`,
    organisation,
    title,
    field,
    kind,
    phone: `0351-0000${String(201 + index)}`,
    role,
    passphrase: `示例口令-晋阳-${String(index + 1).padStart(4, '0')}`,
  }),
);
