import type { OfficeModule } from '#platform/ui/office/office-module.ts'
import { casesMessages } from '../common/messages.ts'
import { caseOfficeMessages } from './messages.ts'
import { priorityMessages } from './priority-messages.ts'
import { textMessages } from './text-messages.ts'

/** The pages of this module in the office. */
export const casesOffice: OfficeModule = {
  texts: {
    'zh-CN': { ...caseOfficeMessages['zh-CN'], ...textMessages['zh-CN'], ...priorityMessages['zh-CN'] },
    en: { ...caseOfficeMessages.en, ...textMessages.en, ...priorityMessages.en },
  },
  pages: [
    { path: '/desk', load: () => import('./DeskPage.tsx') },
    { path: '/desk/$caseId', load: () => import('./DeskPage.tsx') },
    { path: '/cases', load: () => import('./CasesPage.tsx') },
    { path: '/cases/$caseId', load: () => import('./OneCasePage.tsx') },
    { path: '/map', load: () => import('./MapPage.tsx') },
    { path: '/standard-texts', load: () => import('./TextsPage.tsx') },
    { path: '/priority', load: () => import('./PriorityPage.tsx') },
    { path: '/report', load: () => import('./ReportPage.tsx') },
  ],
  places: [
    {
      path: '/desk',
      group: 'cases',
      label: 'place.desk',
      permissions: ['cases.accept', 'cases.file', 'cases.dispatch', 'cases.handle', 'cases.verify', 'cases.close'],
      order: 10,
    },
    { path: '/cases', group: 'cases', label: 'place.cases', permissions: ['cases.read'], order: 20 },
    { path: '/map', group: 'cases', label: 'place.map', permissions: ['cases.read'], order: 30 },
    {
      path: '/priority',
      group: 'rules',
      label: 'place.priority',
      permissions: ['settings.read'],
      order: 30,
    },
    {
      path: '/standard-texts',
      group: 'rules',
      label: 'place.texts',
      permissions: ['cases.edit-texts'],
      order: 40,
    },
  ],
  subjects: {
    case: {
      path: (id, task) => (task ? `/desk/${id}` : `/cases/${id}`),
      texts: [taskTexts(), casesMessages],
      renews: ['cases.'],
    },
  },
}

/** The inbox knows tasks as `task.<task>`; this module's words have its name before them. */
function taskTexts() {
  const of = (texts: Readonly<Record<string, string>>) =>
    Object.fromEntries(
      Object.entries(texts).flatMap(([key, text]) => (key.startsWith('cases.task.') ? [[key.slice(6), text]] : [])),
    )
  return { 'zh-CN': of(casesMessages['zh-CN']), en: of(casesMessages.en) }
}

export { type CasePageSection, CasePageSectionsProvider } from './case-sections.tsx'
