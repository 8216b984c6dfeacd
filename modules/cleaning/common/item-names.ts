import type { CleaningItem } from './standard.ts'

/** What each item asks for, in our own words. */
export const cleaningItemNames: Readonly<Record<CleaningItem, { readonly 'zh-CN': string; readonly en: string }>> = {
  road: { 'zh-CN': '路面净', en: 'Roadway clean' },
  pavement: { 'zh-CN': '人行道净', en: 'Pavement clean' },
  kerb: { 'zh-CN': '路沿石净', en: 'Kerb clean' },
  grate: { 'zh-CN': '雨水口净', en: 'Grates clean' },
  'tree-pit': { 'zh-CN': '树坑净', en: 'Tree pits clean' },
  'wall-foot': { 'zh-CN': '墙根净', en: 'Foot of walls clean' },
  bin: { 'zh-CN': '果皮箱洁', en: 'Bins tidy' },
  'true-colour': { 'zh-CN': '路见本色', en: 'True colour of the road' },
  sweep: { 'zh-CN': '两扫：普扫没有按时做', en: 'Two sweeps: a sweep was left out' },
  upkeep: { 'zh-CN': '两保：保洁时段有积存', en: 'Two upkeeps: left lying during upkeep' },
}
