import type { DossierField } from '../../shared/domain/dossier-fields.ts';

/** Names that writing and reading a workbook share. */
export const applicationSheet = '申报表';
export const guideSheet = '填表说明';
export const numberHeader = '序号';
/** In the column 序号 this marks the row of the template that the import passes over. */
export const exampleMark = '示例';
export const requiredMark = '*';

/** "*注册资本（万元）" */
export function templateHeader(field: DossierField): string {
  const unit = field.unit ? `（${field.unit.zh}）` : '';
  return `${field.required ? requiredMark : ''}${field.label.zh}${unit}`;
}
