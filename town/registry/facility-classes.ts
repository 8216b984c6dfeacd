/** Facilities that stand along every street: class of GB/T 47678.5, its name, the unit of the town that keeps it. */
export const facilityClasses = [
  { code: '01037', name: '路灯', unit: 'municipal' },
  { code: '01002', name: '污水井盖', unit: 'water' },
  { code: '01003', name: '雨水井盖', unit: 'water' },
  { code: '01001', name: '供水井盖', unit: 'water' },
  { code: '03005', name: '垃圾箱', unit: 'sanitation' },
  { code: '04002', name: '行道树', unit: 'greening' },
  { code: '02012', name: '路名牌', unit: 'municipal' },
  { code: '02017', name: '交通护栏', unit: 'municipal' },
  { code: '01046', name: '户外健身设施', unit: 'street' },
] as const
